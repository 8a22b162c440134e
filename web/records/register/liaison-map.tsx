import { useQuery } from '@tanstack/react-query';
import { DutyBoard } from '#data/schema/records/duty.ts';
import { drawingOf } from '#web/records/shared/draw-groups.ts';
import { namesWithRoom } from '#web/records/shared/names-with-room.ts';
import { getJson } from '#web/records/shared/send.ts';
import { listed } from '#web/ui/words.ts';
import css from './liaison-map.module.css';
import { words } from './words.ts';

/** Where nobody is liaison (P3103 V.A.1.a): every active group on its ground, those without one solid and by name. */
export function LiaisonMap({ without }: { without: readonly { groupId: string; name: string }[] }) {
  const { data: board } = useQuery({
    queryKey: ['duties', 'board', null],
    queryFn: () => getJson(DutyBoard, '/api/records/duties/board'),
  });
  if (board === undefined) return null;
  const { width, height, shapes } = drawingOf(board.groups.filter(({ inactive }) => inactive === null));
  if (shapes.length === 0) return null;
  const unserved = new Set(without.map(({ groupId }) => groupId));
  const nameOf = new Map(board.groups.map(({ groupId, name }) => [groupId, name]));
  const served = shapes.filter(({ groupId }) => !unserved.has(groupId));
  const alone = shapes.filter(({ groupId }) => unserved.has(groupId));
  const named = alone.map(({ groupId, at }) => ({ groupId, at, name: nameOf.get(groupId) ?? groupId }));
  const unplaced = without.filter(({ groupId }) => shapes.every((shape) => shape.groupId !== groupId));
  return (
    <figure className={css.figure}>
      <svg
        className={css.map}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={words.unservedMap(listed(named.map(({ name }) => name).sort(), 5))}
      >
        {[...served, ...alone].map(({ groupId, path }) => (
          <path
            key={groupId}
            d={path}
            fillRule="evenodd"
            className={unserved.has(groupId) ? css.without : css.served}
          />
        ))}
        {namesWithRoom(named).map(({ groupId, at, name }) => (
          <text key={groupId} x={at[0]} y={at[1]} className={css.label}>
            {name}
          </text>
        ))}
      </svg>
      <figcaption className={css.legend}>
        <span>
          <i className={css.withoutKey} /> {words.unservedKey}
        </span>
        <span>
          <i className={css.servedKey} /> {words.servedKey}
        </span>
        {unplaced.length > 0 && <span>{words.unservedUnplaced(unplaced.length)}</span>}
      </figcaption>
    </figure>
  );
}
