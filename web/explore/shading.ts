import type { AreaFeature } from '#data/schema/area.ts';
import type { Measure } from '#web/ask/view.ts';
import type { AreaCount } from '#web/compute/door.ts';
import { type Classes, niceBreaks } from '#web/map/classes.ts';
import { words } from './words.ts';

/** The denominators the areas of a layer know, beside the plain count. */
export const measuresOf = (features: readonly AreaFeature[]): Measure[] => [
  'count',
  ...(['residents', 'addresses'] as const).filter((measure) =>
    features.some(({ properties }) => (properties[measure] ?? 0) > 0),
  ),
];

/** What is shaded when nothing was chosen: addresses, since empty offices and shops call too; else the next best. */
export function measureOf(features: readonly AreaFeature[], chosen: Measure | null): Measure {
  const known = measuresOf(features);
  if (chosen !== null && known.includes(chosen)) return chosen;
  return known.includes('addresses') ? 'addresses' : (known.at(-1) ?? 'count');
}

/** Calls per 1,000 of an area's residents or addresses; null where the area has none or does not know. */
export function rateOf(count: number, feature: AreaFeature | undefined, measure: Measure): number | null {
  if (measure === 'count') return count;
  const denominator = feature?.properties[measure] ?? 0;
  return denominator > 0 ? (1000 * count) / denominator : null;
}

/** What each area is shaded by, and the classes of the ramp. */
export function shadingOf(
  counts: readonly AreaCount[],
  byId: ReadonlyMap<string, AreaFeature>,
  measure: Measure,
  window: string,
): { values: Record<string, number | null>; classes: Classes } {
  const values = Object.fromEntries(
    counts.map(({ areaId, count }) => [areaId, rateOf(count, byId.get(areaId), measure)] as const),
  );
  const known = Object.values(values).filter((value) => value !== null);
  const isRate = measure !== 'count';
  return {
    values,
    classes: {
      breaks: niceBreaks(known),
      title: isRate ? words.rateTitle(words[measure], window) : words.callsTitle(window),
      unit: isRate ? words.perThousand(words[measure]) : words.callsUnit,
    },
  };
}
