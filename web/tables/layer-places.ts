import { buildPlaceIndex, type Placed, placePoints } from '#analysis/place/place.ts';
import type { AreaLayer } from '#data/schema/area.ts';
import type { MapConcern } from '#data/schema/concern.ts';
import type { Calls } from './calls.ts';

/** Where calls and concerns lie in one layer. An area's number is its position in `areaIds`. */
export type LayerPlaces = {
  areaIds: readonly string[];
  names: readonly string[];
  calls: Placed;
  concerns: Placed;
};

/** Joins calls and concerns to the areas of a layer, both by the same rule. */
export function placeInLayer(
  layer: AreaLayer,
  calls: Pick<Calls, 'lon' | 'lat'>,
  concerns: readonly MapConcern[],
): LayerPlaces {
  const index = buildPlaceIndex(layer.features.map((feature) => feature.geometry));
  return {
    areaIds: layer.features.map((feature) => feature.properties.areaId),
    names: layer.features.map((feature) => feature.properties.name),
    calls: placePoints(index, calls.lon, calls.lat),
    concerns: placePoints(
      index,
      Float64Array.from(concerns, (concern) => concern.lon),
      Float64Array.from(concerns, (concern) => concern.lat),
    ),
  };
}

/** The areas of one point, as numbers. */
export const areasOf = ({ setOf, setOffsets, setAreas }: Placed, point: number): Uint32Array => {
  const set = setOf[point] ?? 0;
  return setAreas.subarray(setOffsets[set], setOffsets[set + 1]);
};
