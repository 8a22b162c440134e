import { circle as circleAround } from '@turf/turf';
import type { AreaFeature, AreaGeometry, Position } from '#data/schema/area.ts';
import type { Filter } from '#data/schema/filter.ts';

const CIRCLE_STEPS = 256; // a circle of 400 m in straight pieces lies nowhere 4 cm inside of the round one

/** Where was something done? In the drawn area; else in the chosen areas, in any of them. Nowhere where neither is said. */
export function treatedGround(
  { polygon, circle, areas }: Pick<Filter, 'polygon' | 'circle' | 'areas'>,
  features: readonly AreaFeature[],
): AreaGeometry[] {
  if (circle !== null) {
    const { lon, lat, radiusMeters } = circle;
    const drawn = circleAround([lon, lat], radiusMeters / 1000, { units: 'kilometers', steps: CIRCLE_STEPS });
    return [toPolygon(drawn.geometry.coordinates[0] ?? [])];
  }
  const [first] = polygon;
  if (first !== undefined) return [toPolygon([...polygon, first])];
  const chosen = new Set(areas);
  return features.filter(({ properties }) => chosen.has(properties.areaId)).map(({ geometry }) => geometry);
}

const toPolygon = (ring: readonly number[][]): AreaGeometry => ({
  type: 'Polygon',
  coordinates: [ring.map(([lon = 0, lat = 0]): Position => [lon, lat])],
});
