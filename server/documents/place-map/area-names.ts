import type { AreaGeometry } from '#data/schema/area.ts';
import { circlesOfBox, type FreeRoom, widthOf } from './free-room.ts';
import type { MapFrame, Point } from './map-frame.ts';

export type AreaName = { readonly name: string; readonly at: Point; readonly size: number };

const EVERY = 9; // pixels between the places that are tried

/** Where an area's name stands: inside it, in what is free, as near to its visible middle as can be. None: left out. */
export function areaName(
  { name, geometry }: { name: string; geometry: AreaGeometry },
  frame: MapFrame,
  room: FreeRoom,
  size: number,
): AreaName[] {
  const rings = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
    .flat()
    .map((ring) => ring.map(frame.toPixel));
  const wide = widthOf(name, size * 1.06) + 6;
  const inside: Point[] = [];
  for (let y = size; y < frame.height; y += EVERY) {
    for (let x = wide / 2; x < frame.width; x += EVERY) if (holds(rings, [x, y])) inside.push([x, y]);
  }
  const middle = middleOf(inside);
  const fits = ([x, y]: Point) =>
    holds(rings, [x - wide / 2, y]) &&
    holds(rings, [x + wide / 2, y]) &&
    room.isFree(circlesOfBox(x - wide / 2, y - size * 0.7, wide, size * 1.4));
  const at = inside.toSorted((a, b) => away(a, middle) - away(b, middle)).find((point) => fits(point));
  if (at === undefined) return [];
  room.take(circlesOfBox(at[0] - wide / 2, at[1] - size * 0.7, wide, size * 1.4));
  return [{ name, at, size }];
}

const away = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce<[number, number]>(([x, y], point) => [x + point[0], y + point[1]], [0, 0]);
  return [sum[0] / (points.length || 1), sum[1] / (points.length || 1)];
}

/** Even-odd: holes are holes. */
export function holds(rings: readonly (readonly Point[])[], [px, py]: Point): boolean {
  let isIn = false;
  for (const ring of rings) {
    for (const [i, [x, y]] of ring.entries()) {
      const [x0, y0] = ring[i - 1] ?? ring.at(-1) ?? [x, y];
      if (y > py !== y0 > py && px < ((x0 - x) * (py - y)) / (y0 - y) + x) isIn = !isIn;
    }
  }
  return isIn;
}
