import { useId } from 'react';
import type { BoardGroup } from '#data/schema/records/duty.ts';
import { listed } from '#web/ui/words.ts';
import css from './board-map.module.css';
import { shelfOf, shelve } from './board-order.ts';
import { drawingOf } from './draw-groups.ts';
import { namesWithRoom } from './names-with-room.ts';
import { words } from './words.ts';

/** The groups on their ground: tint reached, hatch planned, solid without a plan. The list beside it says the same. */
export function BoardMap({ groups }: { groups: readonly BoardGroup[] }) {
  const hatch = useId();
  const { width, height, shapes } = drawingOf(groups);
  if (shapes.length === 0) return null;
  const byGroup = new Map(groups.map((group) => [group.groupId, group]));
  const shelves = shelve(groups);
  const noPlan = shelves.noPlan.map(({ name }) => name);
  const drawn = shapes
    .map((shape) => ({ ...shape, group: byGroup.get(shape.groupId) }))
    .map((shape) => ({ ...shape, shelf: shape.group?.clock ? shelfOf(shape.group) : ('inactive' as const) }))
    .sort((a, b) => ORDER.indexOf(a.shelf) - ORDER.indexOf(b.shelf));
  const pointOf = new Map(shapes.map(({ groupId, at }) => [groupId, at]));
  const wanted = [...shelves.noPlan, ...shelves.planned].flatMap(({ groupId, name }) => {
    const at = pointOf.get(groupId);
    return at === undefined ? [] : [{ groupId, name, at }];
  });
  return (
    <svg
      className={css.map}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words.mapLabel(listed(noPlan, 5))}
    >
      <defs>
        <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className={css.hatchGround} width="7" height="7" />
          <rect className={css.hatchLine} width="3" height="7" />
        </pattern>
      </defs>
      {drawn.map(({ groupId, path, shelf }) => (
        <path
          key={groupId}
          d={path}
          fillRule="evenodd"
          className={css[shelf]}
          style={shelf === 'planned' ? { fill: `url(#${hatch})` } : undefined}
        />
      ))}
      {namesWithRoom(wanted).map(({ groupId, at, name }) => (
        <text key={groupId} x={at[0]} y={at[1]} className={css.label}>
          {name}
        </text>
      ))}
    </svg>
  );
}

const ORDER: readonly string[] = ['inactive', 'reached', 'young', 'planned', 'noPlan'];
