import { buildPlaceIndex, placePoints } from '#analysis/place/place.ts';
import type { AreaFeature } from '#data/schema/area.ts';

type LonLat = readonly [lon: number, lat: number];

/** Of each point, the areas whose ground holds it, by the boundaries last read; the server decides by its own. */
export function areasOf(areas: readonly AreaFeature[], points: readonly LonLat[]): AreaFeature[][] {
  const index = buildPlaceIndex(areas.map(({ geometry }) => geometry));
  const { setOf, setOffsets, setAreas } = placePoints(
    index,
    Float64Array.from(points, ([lon]) => lon),
    Float64Array.from(points, ([, lat]) => lat),
  );
  return [...setOf].map((set) =>
    [...setAreas.subarray(setOffsets[set], setOffsets[set + 1])].flatMap((at) => areas[at] ?? []),
  );
}

/** Names of the areas whose ground holds a point. */
export const areasAt = (areas: readonly AreaFeature[], at: LonLat): string[] =>
  areasOf(areas, [at])
    .flat()
    .map(({ properties }) => properties.name);
