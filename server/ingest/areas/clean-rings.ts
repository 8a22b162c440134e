import type { Position as RawPosition } from 'geojson';
import { intersection } from 'polyclip-ts';
import type { AreaGeometry, Position } from '#data/schema/area.ts';
import { crossesTooOften, faultOf, MAX_CROSSINGS, repairedByEvenOdd } from './even-odd.ts';
import { isOffEarth } from './to-lon-lat.ts';

export type Cleaned = { geometry: AreaGeometry; repairs: string[] };

/**
 * One valid geometry out of a feature's polygons: heights dropped, rings closed, split at the antimeridian, repaired by
 * the even-odd rule, wound as RFC 7946 wants. Null where no area is left. `toLonLat` is applied to each position.
 */
export function cleanRings(
  polygons: readonly unknown[],
  toLonLat: (position: RawPosition) => Position,
  refuse: (why: string) => never,
): Cleaned | null {
  const repairs = new Set<string>();
  const parts = polygons
    .map((rings) => asArray(rings, refuse).map((ring) => closedRing(asArray(ring, refuse), toLonLat, refuse, repairs)))
    .map((rings) =>
      rings.filter((ring) => ring.length > 3 || note(repairs, 'a ring of fewer than three corners left out')),
    )
    .filter((rings) => rings.length > 0)
    .flatMap((rings) => splitAtAntimeridian(rings, repairs));
  const [only, ...others] = parts;
  if (only === undefined) return null;
  const geometry: AreaGeometry =
    others.length === 0 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: parts };
  const fault = faultOf(geometry);
  if (fault === null) return { geometry: rewound(geometry), repairs: [...repairs] };
  if (crossesTooOften(geometry)) {
    return refuse(`its rings cross themselves more than ${MAX_CROSSINGS} times; repair it in a GIS, or draw it again`);
  }
  const repaired = repairedByEvenOdd(geometry);
  if (repaired === null) return null;
  return { geometry: rewound(repaired), repairs: [...repairs, `${fault}; repaired by the even-odd rule`] };
}

function note(repairs: Set<string>, what: string): false {
  repairs.add(what);
  return false;
}

function asArray(value: unknown, refuse: (why: string) => never): unknown[] {
  return Array.isArray(value) ? value : refuse('its coordinates are not nested as a polygon has them');
}

function closedRing(
  ring: readonly unknown[],
  toLonLat: (position: RawPosition) => Position,
  refuse: (why: string) => never,
  repairs: Set<string>,
): Position[] {
  const positions = ring.map((position): Position => {
    const [x, y] = asArray(position, refuse);
    if (typeof x !== 'number' || typeof y !== 'number') return refuse('a coordinate is not a number');
    const at = toLonLat([x, y]);
    return isOffEarth(at) ? refuse(`${x}, ${y} is no place on earth`) : at;
  });
  const [first] = positions;
  const last = positions.at(-1);
  if (first === undefined || last === undefined || (first[0] === last[0] && first[1] === last[1])) return positions;
  repairs.add('an open ring was closed');
  return [...positions, first];
}

/**
 * A ring that jumps more than half around the earth goes the short way, across the antimeridian: split there. A jump
 * of the whole way is the edge of a map of the world.
 */
function splitAtAntimeridian(rings: Position[][], repairs: Set<string>): Position[][][] {
  const isJump = (span: number) => span > 180 && span < 360;
  const jumps = (ring: Position[]) => ring.some(([x], i) => isJump(Math.abs(x - (ring[i - 1]?.[0] ?? x))));
  if (!rings.some((ring) => jumps(ring) || ring.some(([x]) => Math.abs(x) > 180))) return [rings];
  const shifted = rings.map((ring) => (jumps(ring) ? ring.map(([x, y]): Position => [x < 0 ? x + 360 : x, y]) : ring));
  repairs.add('split at the antimeridian');
  return [-360, 0, 360].flatMap((offset) => {
    const [west, east] = [offset - 180, offset + 180];
    const strip: Position[] = [
      [west, -90],
      [east, -90],
      [east, 90],
      [west, 90],
      [west, -90],
    ];
    const pieces = intersection(shifted, [strip]);
    return pieces.map((piece) => piece.map((ring) => ring.map(([x, y]): Position => [x - offset, y])));
  });
}

/** Outer rings counterclockwise, holes clockwise. */
export function rewound(geometry: AreaGeometry): AreaGeometry {
  const rewind = (rings: Position[][]) =>
    rings.map((ring, i) => (twiceArea(ring) > 0 === (i === 0) ? ring : ring.toReversed()));
  if (geometry.type === 'Polygon') return { type: 'Polygon', coordinates: rewind(geometry.coordinates) };
  return { type: 'MultiPolygon', coordinates: geometry.coordinates.map(rewind) };
}

function twiceArea(ring: readonly Position[]): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] ?? [x0, y0];
    const [bx, by] = ring[i] ?? [x0, y0];
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum;
}
