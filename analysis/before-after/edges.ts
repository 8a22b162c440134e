import { bboxOfAreas } from '#analysis/shared/bbox.ts';
import { type Plane, planeAround, toX, toY } from '#analysis/shared/plane.ts';
import type { AreaGeometry } from '#data/schema/area.ts';

/** The edges of some areas in meters, four numbers an edge: x and y of both its ends. */
export type Edges = {
  readonly plane: Plane;
  readonly ends: Float64Array;
  readonly box: readonly [west: number, south: number, east: number, north: number]; // meters
};

/** Null where the areas have no edge. */
export function edgesOf(areas: readonly AreaGeometry[]): Edges | null {
  const bbox = bboxOfAreas(areas);
  if (bbox === null) return null;
  const [west, south, east, north] = bbox;
  const plane = planeAround([(west + east) / 2, (south + north) / 2]);
  const rings = areas.flatMap((area) => (area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()));
  const ends = rings.flatMap((ring) =>
    ring.flatMap(([lon, lat], at) => {
      const [nextLon, nextLat] = ring[(at + 1) % ring.length] ?? [lon, lat];
      return [toX(plane, lon), toY(plane, lat), toX(plane, nextLon), toY(plane, nextLat)];
    }),
  );
  const box = [toX(plane, west), toY(plane, south), toX(plane, east), toY(plane, north)] as const;
  return { plane, ends: Float64Array.from(ends), box };
}

/** Whether a point lies at most `meters` from an edge. False where it has no place. */
export function isNear({ plane, ends, box }: Edges, lon: number, lat: number, meters: number): boolean {
  const [x, y] = [toX(plane, lon), toY(plane, lat)];
  const [west, south, east, north] = box;
  const mayBe = x >= west - meters && x <= east + meters && y >= south - meters && y <= north + meters;
  if (!mayBe) return false; // NaN too
  const most = meters * meters;
  for (let at = 0; at < ends.length; at += 4) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = [ends[at], ends[at + 1], ends[at + 2], ends[at + 3]];
    const [alongX, alongY] = [bx - ax, by - ay];
    const length = alongX * alongX + alongY * alongY;
    const share = length > 0 ? Math.min(1, Math.max(0, ((x - ax) * alongX + (y - ay) * alongY) / length)) : 0;
    const [offX, offY] = [ax + share * alongX - x, ay + share * alongY - y];
    if (offX * offX + offY * offY <= most) return true;
  }
  return false;
}
