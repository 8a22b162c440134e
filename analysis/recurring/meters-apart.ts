import { type Plane, planeAround, toX, toY } from '#analysis/shared/plane.ts';
import type { ConcernPlace } from '#data/schema/records/concern.ts';

type XY = readonly [x: number, y: number];
type LonLat = readonly [lon: number, lat: number];

/** The shortest way between two places in meters; 0 where they touch or one lies in the other. */
export function metersApart(a: ConcernPlace, b: ConcernPlace): number {
  const [first] = cornersOf(a).flat();
  const [second] = cornersOf(b).flat();
  if (first === undefined || second === undefined) return Number.POSITIVE_INFINITY;
  const plane = planeAround(first);
  const [lines, others] = [flat(plane, a), flat(plane, b)];
  if (holds(a, lines, others) || holds(b, others, lines)) return 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [p, q] of sidesOf(lines)) {
    for (const [r, s] of sidesOf(others)) {
      if (cross(p, q, r, s)) return 0;
      nearest = Math.min(nearest, toSide(p, r, s), toSide(q, r, s), toSide(r, p, q), toSide(s, p, q));
    }
  }
  return nearest;
}

function cornersOf(place: ConcernPlace): LonLat[][] {
  if (place.type === 'Point') return [[place.coordinates]];
  return place.type === 'LineString' ? [place.coordinates] : place.coordinates;
}

const flat = (plane: Plane, place: ConcernPlace): XY[][] =>
  cornersOf(place).map((line) => line.map(([lon, lat]): XY => [toX(plane, lon), toY(plane, lat)]));

/** A lone point is a side from itself to itself. */
const sidesOf = (lines: readonly XY[][]): [XY, XY][] =>
  lines.flatMap((line) =>
    line.length === 1
      ? line.map((at): [XY, XY] => [at, at])
      : line.slice(1).map((to, i): [XY, XY] => [line[i] ?? to, to]),
  );

function toSide([x, y]: XY, [ax, ay]: XY, [bx, by]: XY): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

const turn = ([ax, ay]: XY, [bx, by]: XY, [cx, cy]: XY): number =>
  Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));

const cross = (p: XY, q: XY, r: XY, s: XY): boolean =>
  turn(p, q, r) * turn(p, q, s) < 0 && turn(r, s, p) * turn(r, s, q) < 0;

/** Whether a ground holds the other's first corner: rings are counted by the even-odd rule, so holes are outside. */
function holds({ type }: ConcernPlace, rings: readonly XY[][], others: readonly XY[][]): boolean {
  const at = others[0]?.[0];
  if (type !== 'Polygon' || at === undefined) return false;
  const [x, y] = at;
  const crossed = sidesOf(rings).filter(
    ([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay),
  );
  return crossed.length % 2 === 1;
}
