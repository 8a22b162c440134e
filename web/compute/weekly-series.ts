import type { WeeklySeries } from '#analysis/spike/spike.ts';
import { everySeries, weeklyByAreaAndCategory } from '#analysis/tally/weekly.ts';
import { Filter } from '#data/schema/filter.ts';
import type { Loaded } from './loaded.ts';
import { withoutRenames } from './renamed-types.ts';

/** The list is of all series of the layer: it does not shrink with what is chosen to look at, only with who called. */
export const allOfOrigin = ({ firstDay, lastDay }: Loaded, { layer, origin }: Filter): Filter =>
  Filter.parse({ from: firstDay, to: lastDay, layer, origin });

/** Whole weeks of every category in every area of the layer, both Mondays given as day numbers. */
export function weeklySeries(loaded: Loaded, filter: Filter, firstWeek: number, lastWeek: number): WeeklySeries[] {
  const { areaIds, calls: areas } = loaded.placesOf(filter.layer);
  const { categories } = loaded.calls;
  const weekCount = Math.max(0, (lastWeek - firstWeek) / 7 + 1);
  const span = { firstWeek, weekCount, areaCount: areaIds.length };
  const columns = withoutRenames(loaded, firstWeek, weekCount);
  const weekly = weeklyByAreaAndCategory(columns, areas, loaded.sieve(filter), span);
  return everySeries(weekly, areaIds, categories);
}
