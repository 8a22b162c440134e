import type { Feature, FeatureCollection } from 'geojson';
import type { AreaLayer } from '#data/schema/area.ts';
import type { DensityLines } from './density-layers.ts';

export type GeoJsonOptions = {
  withheld?: readonly string[]; // areaIds whose number is left out, and said to be
  density?: DensityLines | null;
};

/**
 * What the map shows as RFC 7946 GeoJSON: each area with its `value`, then the density
 * lines with their `level`. A withheld number is absent, and `withheld` says so.
 */
export function toGeoJson(
  layer: AreaLayer,
  values: Readonly<Record<string, number | null>>,
  { withheld = [], density = null }: GeoJsonOptions = {},
): FeatureCollection {
  const hidden = new Set(withheld);
  const areas = layer.features.map(({ id, properties, geometry }): Feature => {
    const shown = hidden.has(properties.areaId)
      ? { value: null, withheld: true }
      : { value: values[properties.areaId] ?? null };
    return { type: 'Feature', id, properties: { ...properties, ...shown }, geometry };
  });
  const contours = (density?.contours ?? []).map(
    ({ level, rings }): Feature => ({
      type: 'Feature',
      properties: { level, unit: 'calls per square kilometer', bandwidthMeters: density?.bandwidthMeters ?? null },
      geometry: { type: 'MultiPolygon', coordinates: rings },
    }),
  );
  return { type: 'FeatureCollection', features: [...areas, ...contours] };
}
