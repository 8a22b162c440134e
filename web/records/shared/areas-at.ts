import { buildPlaceIndex, placePoints } from '#analysis/place/place.ts';
import type { AreaFeature } from '#data/schema/area.ts';

/** Names of the areas whose ground holds a point, by the boundaries last read; the server decides by its own. */
export function areasAt(areas: readonly AreaFeature[], [lon, lat]: readonly [number, number]): string[] {
  const index = buildPlaceIndex(areas.map(({ geometry }) => geometry));
  const { setOf, setOffsets, setAreas } = placePoints(index, Float64Array.of(lon), Float64Array.of(lat));
  const set = setOf[0] ?? 0;
  const held = [...setAreas.subarray(setOffsets[set], setOffsets[set + 1])];
  return held.flatMap((at) => areas[at]?.properties.name ?? []);
}
