import type { MapConcern } from '#data/schema/concern.ts';
import { areasOf, type LayerPlaces } from '#web/tables/layer-places.ts';

/** Open or overdue concerns in each area of a layer, by area number; `category` narrows them. */
export function countConcerns(concerns: readonly MapConcern[], places: LayerPlaces, category?: string): Uint32Array {
  const counts = new Uint32Array(places.areaIds.length);
  for (const [at, concern] of concerns.entries()) {
    if (concern.status === 'answered' || (category !== undefined && concern.category !== category)) continue;
    for (const area of areasOf(places.concerns, at)) counts[area] = (counts[area] ?? 0) + 1;
  }
  return counts;
}
