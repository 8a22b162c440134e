import { bbox } from '@turf/turf';
import type { AreaLayer } from '#data/schema/area.ts';
import type { Bounds } from '#web/map/map-view.ts';

/** What the map first shows: the areas we count by; without any, where the calls are. */
export function boundsOf(layer: AreaLayer, calls: Bounds | null): Bounds | null {
  if (layer.features.length === 0) return calls;
  const [west, south, east, north] = bbox(layer);
  return [west ?? 0, south ?? 0, east ?? 0, north ?? 0];
}
