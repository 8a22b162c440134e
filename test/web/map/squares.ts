import type { AreaFeature, AreaLayer, AreaProperties } from '#data/schema/area.ts';

/** A square area of `side` degrees with its south-west corner at (west, south). */
export function square(
  areaId: string,
  [west, south]: [number, number],
  side: number,
  properties: Partial<AreaProperties> = {},
): AreaFeature {
  const [east, north] = [west + side, south + side];
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
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
  };
}

export const layerOf = (...features: AreaFeature[]): AreaLayer => ({ type: 'FeatureCollection', features });
