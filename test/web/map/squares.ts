import type { AreaFeature, AreaLayer, AreaProperties } from '#data/schema/area.ts';
import { square as ground } from '#test/fixture/box.ts';

/** A square area of `side` degrees with its south-west corner at (west, south). */
export function square(
  areaId: string,
  [west, south]: [number, number],
  side: number,
  properties: Partial<AreaProperties> = {},
): AreaFeature {
  return {
    type: 'Feature',
    id: areaId,
    properties: {
      areaId,
      name: areaId,
      kind: 'group',
      groupKind: 'association',
      residents: null,
      addresses: null,
      validFrom: null,
      center: null,
      radiusMeters: null,
      ...properties,
    },
    geometry: ground(west, south, side),
  };
}

export const layerOf = (...features: AreaFeature[]): AreaLayer => ({ type: 'FeatureCollection', features });
