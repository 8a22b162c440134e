import { buffer, difference, feature, featureCollection, union } from '@turf/turf';
import type { AreaGeometry } from '#data/schema/area.ts';
import type { FindingFeatures, FindingTone } from '#web/map/finding-layers.ts';
import { words } from './words.ts';

type Ground = { treated: readonly AreaGeometry[]; control: readonly AreaGeometry[]; ringMeters: number };

/** The treated ground filled, its control outlined, the rings dashed. For drawing only: counts never use it. */
export function drawnGround({ treated, control, ringMeters }: Ground): FindingFeatures {
  const both = [...treated, ...control];
  const drawn = (geometries: readonly AreaGeometry[], tone: FindingTone, label: string): FindingFeatures['features'] =>
    geometries.map((geometry) => ({ type: 'Feature', properties: { tone, label }, geometry }));
  return {
    type: 'FeatureCollection',
    features: [
      ...drawn(ringAround(treated, both, ringMeters), 'low', words.zones.ring),
      ...drawn(ringAround(control, both, ringMeters), 'low', words.zones['control-ring']),
      ...drawn(control, 'weak', words.zones.control),
      ...drawn(treated, 'strong', words.zones.treated),
    ],
  };
}

/** What lies within `meters` of some areas and in none of `without`. */
function ringAround(areas: readonly AreaGeometry[], without: readonly AreaGeometry[], meters: number): AreaGeometry[] {
  if (areas.length === 0 || meters <= 0) return [];
  const wide = areas.flatMap((area) => buffer(area, meters / 1000, { units: 'kilometers', steps: 16 }) ?? []);
  const [first] = wide;
  if (first === undefined) return [];
  const whole = wide.length === 1 ? first : union(featureCollection(wide));
  const ring = whole && difference(featureCollection([whole, ...without.map((area) => feature(area))]));
  return ring === null ? [] : [ring.geometry as AreaGeometry]; // Turf's polygons: positions of two numbers
}
