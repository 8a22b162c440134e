import { circle } from '@turf/turf';
import type { FindingFeatures, FindingTone } from '#web/map/finding-layers.ts';

/** A round finding on the map; a point where it has no extent. */
export function circleFeature(
  { lon, lat, meters }: { lon: number; lat: number; meters: number },
  properties: { tone: FindingTone; label: string },
): FindingFeatures['features'][number] {
  const geometry: GeoJSON.Polygon | GeoJSON.Point =
    meters > 0
      ? circle([lon, lat], meters / 1000, { units: 'kilometers', steps: 48 }).geometry
      : { type: 'Point', coordinates: [lon, lat] };
  return { type: 'Feature', properties, geometry };
}
