import { useMemo } from 'react';
import { labelPoint } from '#web/map/label-point.ts';
import { boxOf, pathOf } from './geometry.ts';
import { GroundMap } from './ground-map.tsx';
import css from './shapes.module.css';
import type { Ground } from './use-groups.ts';
import type { Point } from './use-street-map.ts';
import { words } from './words.ts';

export type Look = 'plain' | 'quiet' | 'strong';

/** Grounds on the city's streets. Those that stand out are named; the list beside it says the same. */
export function GroupsMap({
  label,
  grounds,
  lookOf,
  around,
}: {
  label: string;
  grounds: readonly Ground[];
  lookOf: (groupId: string) => Look;
  around?: readonly Ground[]; // what is fitted into the frame: all of them where it is not said
}) {
  const fit = useMemo(() => boxOf((around ?? grounds).map(({ geometry }) => geometry)), [around, grounds]);
  const drawn = useMemo(
    () =>
      grounds
        .map((ground) => ({ ...ground, look: lookOf(ground.id), at: labelPoint(ground.geometry) }))
        .sort((a, b) => ORDER.indexOf(a.look) - ORDER.indexOf(b.look)),
    [grounds, lookOf],
  );
  if (fit === null) return <p className="caption">{words.noGround}</p>;
  return (
    <GroundMap label={label} fit={fit}>
      {({ place }) => (
        <>
          {drawn.map(({ id, geometry, look, properties }) => (
            <path key={id} d={pathOf(geometry, place)} fillRule="evenodd" className={css[look]}>
              <title>{properties.name}</title>
            </path>
          ))}
          {clear(
            drawn
              .filter(({ look }) => look !== 'quiet')
              .reverse()
              .map(({ id, at, properties, look }) => ({ id, look, name: properties.name, at: place(at) })),
          ).map(({ id, at: [x, y], name, look }) => (
            <text key={id} x={x} y={y} className={look === 'strong' ? css.name : css.smallName}>
              {name}
            </text>
          ))}
        </>
      )}
    </GroundMap>
  );
}

const ORDER: readonly Look[] = ['quiet', 'plain', 'strong'];

type Name = { id: string; look: Look; name: string; at: Point };
const HALF_LETTER = 3; // pixels, of the small type
const LINE = 13;

/** The names that do not run into one already written; coming closer brings the others. */
function clear(names: readonly Name[]): Name[] {
  const written: Name[] = [];
  for (const each of names) {
    const isFree = written.every(
      ({ name, at: [x, y] }) =>
        Math.abs(x - each.at[0]) > (name.length + each.name.length) * HALF_LETTER || Math.abs(y - each.at[1]) > LINE,
    );
    if (isFree) written.push(each);
  }
  return written;
}
