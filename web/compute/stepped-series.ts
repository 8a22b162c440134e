import { toDayNumber } from '#analysis/shared/days.ts';
import { NO_WEEKDAY } from '#analysis/tally/columns.ts';
import { FAILED } from '#analysis/tally/sieve.ts';
import type { Filter } from '#data/schema/filter.ts';
import { areasOf } from '#web/tables/layer-places.ts';
import { sieveByNewKinds } from './kept-kinds.ts';
import type { Loaded } from './loaded.ts';

/** Spans of equal length one after the other, the first of which begins on a day number. */
export type Steps = { firstDay: number; daysEach: number; count: number };

/** Calls a step, oldest first; steps without calls are 0. */
export type SteppedSeries = { areaId: string; category: string; counts: Uint32Array };

/**
 * The calls of the filter whatever its dates, by step: all together, each once, and by area and kind as far as these
 * are chosen. A call of which only the month is known is in no step.
 */
export function steppedSeries(
  loaded: Loaded,
  filter: Filter,
  { firstDay, daysEach, count }: Steps,
): { whole: Uint32Array; series: SteppedSeries[] } {
  const { failed, columns } = sieveByNewKinds(loaded, filter, filter.to);
  const { day, hour, category, placement, categoryCount } = columns;
  const { areaIds, calls: placed } = loaded.placesOf(filter.layer);
  const whole = new Uint32Array(count);
  const block = new Uint32Array(areaIds.length * categoryCount * count);
  const last = firstDay + daysEach * count - 1;
  for (let row = 0; row < failed.length; row++) {
    const at = day[row] ?? 0;
    if (((failed[row] ?? 0) & ~FAILED.date) !== 0 || at < firstDay || at > last || hour[row] === NO_WEEKDAY) continue;
    const step = Math.floor((at - firstDay) / daysEach);
    whole[step] = (whole[step] ?? 0) + 1;
    if (placement[row] !== 0) continue;
    for (const area of areasOf(placed, row)) {
      const cell = (area * categoryCount + (category[row] ?? 0)) * count + step;
      block[cell] = (block[cell] ?? 0) + 1;
    }
  }
  const isChosen = (chosen: readonly string[], name: string) => chosen.length === 0 || chosen.includes(name);
  const series = areaIds.flatMap((areaId, area) =>
    loaded.calls.categories.map((name, at): SteppedSeries => {
      const start = (area * categoryCount + at) * count;
      return { areaId, category: name, counts: block.subarray(start, start + count) };
    }),
  );
  return {
    whole,
    series: series.filter((one) => isChosen(filter.areas, one.areaId) && isChosen(filter.categories, one.category)),
  };
}

/** The first day of the calls, or of the years behind one that could not be read: before it nothing is known. */
export function firstKnownDay({ firstDay, unreadable }: Pick<Loaded, 'firstDay' | 'unreadable'>): number {
  const missing = unreadable.map(({ year }) => toDayNumber(`${year + 1}-01-01`));
  return Math.max(toDayNumber(firstDay), ...missing);
}
