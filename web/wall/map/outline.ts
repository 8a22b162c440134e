import type { AreaGeometry, Position } from '#data/schema/area.ts';
import { type Frame, project } from './mercator.ts';

export type Point = readonly [x: number, y: number];
/** Rings of an area in pixels of the picture. */
export type Rings = readonly (readonly Point[])[];

/** An area's rings as they lie in the picture, without corners closer than `least` pixels to the one before. */
export function ringsOf(geometry: AreaGeometry, frame: Frame, least: number): Rings {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flatMap((rings) => rings.map((ring) => thinned(ring, frame, least)));
}

function thinned(ring: readonly Position[], frame: Frame, least: number): Point[] {
  const kept: Point[] = [];
  for (const [lon, lat] of ring) {
    const point = project(frame, lon, lat);
    const last = kept.at(-1);
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= least) kept.push(point);
  }
  return kept;
}

export const pathOf = (rings: Rings): string =>
  rings.map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`).join('');

export type PixelBox = { left: number; top: number; right: number; bottom: number };

export function boxOfRings(rings: Rings): PixelBox {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const [x, y] of rings.flat()) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

export const boxesMeet = (a: PixelBox, b: PixelBox): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** By the even-odd rule over all rings, so holes count as outside. */
export function isInside([x, y]: Point, rings: Rings): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [x1, y1] = ring[i] ?? [0, 0];
      const [x2, y2] = ring[j] ?? [0, 0];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}
