import { useId, useRef } from 'react';
import type { BoardGroup } from '#data/schema/records/duty.ts';
import { drawingOf } from '#web/records/shared/draw-groups.ts';
import { namesWithRoom } from '#web/records/shared/names-with-room.ts';
import { listed } from '#web/ui/words.ts';
import css from './board-map.module.css';
import { shelfOf, shelve } from './board-order.ts';
import type { Lit } from './lit.ts';
import { usePointedGroups } from './use-pointed-groups.ts';
import { words } from './words.ts';

/** The groups on their ground: tint reached, hatch planned, solid without a plan. The list beside it says the same. */
export function BoardMap({
  groups,
  officerId,
  lit,
  onLight,
}: {
  groups: readonly BoardGroup[];
  officerId: string | null; // whose groups the list shows; null: everybody's
} & Lit) {
  const picture = useRef<SVGSVGElement>(null);
  usePointedGroups(picture, onLight);
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
  const isTheirs = (group: BoardGroup | undefined) => officerId === null || group?.liaisonId === officerId;
  const litGroup = groups.filter(({ groupId }) => groupId === lit);
  const named = [...shelves.noPlan, ...shelves.planned].filter((group) => isTheirs(group) && group.groupId !== lit);
  const wanted = [...litGroup, ...named].flatMap(({ groupId, name }) => {
    const at = pointOf.get(groupId);
    return at === undefined ? [] : [{ groupId, name, at }];
  });
  return (
    <svg
      ref={picture}
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
      {drawn.map(({ groupId, path, shelf, group }) => (
        <path
          key={groupId}
          d={path}
          fillRule="evenodd"
          className={isTheirs(group) ? css[shelf] : `${css[shelf]} ${css.others}`}
          data-group={groupId}
          style={shelf === 'planned' ? { fill: `url(#${hatch})` } : undefined}
        />
      ))}
      {drawn
        .filter(({ groupId }) => groupId === lit)
        .map(({ groupId, path }) => (
          <g key={groupId} className={css.lit}>
            <path d={path} className={css.casing} />
            <path d={path} />
          </g>
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
