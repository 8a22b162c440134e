import type { AreaGeometry } from '#data/schema/area.ts';

export type Bbox = readonly [west: number, south: number, east: number, north: number];

/** Null where there is no point. */
export function bboxOfPoints({ lon, lat }: { lon: Float64Array; lat: Float64Array }): Bbox | null {
  if (lon.length === 0) return null;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < lon.length; i++) {
    west = Math.min(west, lon[i] ?? Infinity);
    east = Math.max(east, lon[i] ?? -Infinity);
    south = Math.min(south, lat[i] ?? Infinity);
    north = Math.max(north, lat[i] ?? -Infinity);
  }
  return [west, south, east, north];
}

/** Null where there is no area. */
export function bboxOfAreas(areas: readonly AreaGeometry[]): Bbox | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const area of areas) {
    const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
    for (const [lon, lat] of polygons.flat(2)) {
      [west, east] = [Math.min(west, lon), Math.max(east, lon)];
      [south, north] = [Math.min(south, lat), Math.max(north, lat)];
    }
  }
  return west <= east ? [west, south, east, north] : null;
}
