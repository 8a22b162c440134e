import type { AreaGeometry, Position } from '#data/schema/area.ts';
import type { Box } from './grid.ts';

/** Three numbers a run: its part, and its first and last vertex. */
export const RUN_SIZE = 3;

/** The rings of all areas as one row of vertices. A part is one polygon with its holes. */
export type Flat = {
  xy: Float64Array<ArrayBuffer>;
  rings: Uint32Array; // one run a ring, closed
  partArea: Uint32Array<ArrayBuffer>;
  box: Box | null; // null: no vertex at all
};

export function flatten(areas: readonly AreaGeometry[]): Flat {
  const parts = areas.flatMap((geometry, area) =>
    (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((rings) => ({ area, rings })),
  );
  const vertices = parts.reduce((sum, { rings }) => sum + rings.reduce((n, ring) => n + ring.length + 1, 0), 0);
  const xy = new Float64Array(vertices * 2);
  const rings: number[] = [];
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  let end = 0;
  for (const [part, { area, rings: ringsOfPart }] of parts.entries()) {
    for (const ring of ringsOfPart) {
      const first = end;
      end = copyRing(ring, xy, first, box);
      if (end < 0) throw new RangeError(`area ${area} has a coordinate that is not a finite number`);
      if (end > first) rings.push(part, first, end - 1);
    }
  }
  return {
    xy: xy.subarray(0, end * 2),
    rings: Uint32Array.from(rings),
    partArea: Uint32Array.from(parts, ({ area }) => area),
    box: end === 0 ? null : box,
  };
}

/** Copies a ring, closed, to `xy` from vertex `at`; the vertex after it, or -1 where a coordinate is not a number. */
function copyRing(ring: readonly Position[], xy: Float64Array, at: number, box: Box): number {
  let end = at;
  for (const [x, y] of ring) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return -1;
    xy[2 * end] = x;
    xy[2 * end + 1] = y;
    end++;
    if (x < box.west) box.west = x;
    if (x > box.east) box.east = x;
    if (y < box.south) box.south = y;
    if (y > box.north) box.north = y;
  }
  if (end === at || (xy[2 * at] === xy[2 * end - 2] && xy[2 * at + 1] === xy[2 * end - 1])) return end;
  xy[2 * end] = xy[2 * at] ?? 0;
  xy[2 * end + 1] = xy[2 * at + 1] ?? 0;
  return end + 1;
}
