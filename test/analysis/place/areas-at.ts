import { buildPlaceIndex, type Placed, placePoints } from '#analysis/place/place.ts';
import type { AreaGeometry, Position } from '#data/schema/area.ts';

/** The areas of point i as a list. */
export function areasOfPoint({ setOf, setOffsets, setAreas }: Placed, i: number): number[] {
  const set = setOf[i] ?? 0;
  return Array.from(setAreas.subarray(setOffsets[set], setOffsets[set + 1]));
}

/** The areas of each point, by the index. */
export function areasAt(areas: readonly AreaGeometry[], points: readonly Position[]): number[][] {
  const lon = Float64Array.from(points, ([x]) => x);
  const lat = Float64Array.from(points, ([, y]) => y);
  const placed = placePoints(buildPlaceIndex(areas), lon, lat);
  return points.map((_, i) => areasOfPoint(placed, i));
}
