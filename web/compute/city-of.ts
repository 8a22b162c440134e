import type { AreaGeometry } from '#data/schema/area.ts';
import type { Loaded } from './loaded.ts';

/** What counts as the city decides which empty cells count: its limits where they are known, else the areas on the map. */
export function cityOf({ manifest, layers }: Loaded, layer: string): AreaGeometry[] {
  const limits = manifest.areas.find((entry) => entry.kind === 'city')?.layer;
  return (layers[limits ?? layer]?.features ?? []).map((feature) => feature.geometry);
}
