import { orient2d } from 'robust-predicates';
import type { AreaGeometry, Position } from '#data/schema/area.ts';

/** The areas of a point by the plainest exact way there is: every edge of every ring is looked at. */
export function areasByEveryEdge(areas: readonly AreaGeometry[], point: Position): number[] {
  return areas.flatMap((geometry, area) => {
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return parts.some((rings) => covers(rings, point)) ? [area] : [];
  });
}

function covers(rings: Position[][], [x, y]: Position): boolean {
  let inside = false;
  for (const ring of rings) {
    for (const [i, [ax, ay]] of ring.entries()) {
      const [bx, by] = ring[i + 1] ?? ring[0] ?? [ax, ay];
      if (Math.max(ay, by) < y || Math.min(ay, by) > y) continue;
      const side = orient2d(ax, ay, bx, by, x, y);
      if (side === 0 && Math.min(ax, bx) <= x && x <= Math.max(ax, bx)) return true;
      if (ay > y !== by > y && side > 0 === by < ay) inside = !inside;
    }
  }
  return inside;
}
