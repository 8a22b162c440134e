import type { Placed } from '#analysis/place/place.ts';
import { type CallColumns, NO_WEEKDAY, setCountOf } from './columns.ts';
import { FAILED } from './sieve.ts';

/** Calls per week of every category in every area: `counts[(area * categoryCount + category) * weekCount + week]`. */
export type WeeklyCounts = {
  readonly counts: Uint32Array;
  readonly areaCount: number;
  readonly categoryCount: number;
  readonly weekCount: number;
};

/**
 * The series that spikes are judged from, in one pass: whole weeks from `firstWeek`
 * (the day number of a Monday), whatever the dates chosen, since the past is needed;
 * all other parts of the filter hold. A call in two areas counts in both; weeks without
 * calls are 0; a call of which only the month is known is in no week. Four bytes a cell: 1,000 areas x 45 categories x 260 weeks are 47 MB.
 */
export function weeklyByAreaAndCategory(
  columns: CallColumns,
  placed: Placed,
  failed: Uint8Array,
  span: { firstWeek: number; weekCount: number; areaCount: number },
): WeeklyCounts {
  const { day, hour, category, placement, categoryCount } = columns;
  const { setOf, setOffsets, setAreas } = placed;
  const { firstWeek, weekCount, areaCount } = span;
  const lastDay = firstWeek + 7 * weekCount - 1;
  const counts = new Uint32Array(areaCount * categoryCount * weekCount);
  if (setCountOf(placed) <= 0) return { counts, areaCount, categoryCount, weekCount };

  for (let i = 0; i < failed.length; i++) {
    if (((failed[i] ?? 0) & ~FAILED.date) !== 0 || placement[i] !== 0 || hour[i] === NO_WEEKDAY) continue;
    const d = day[i] ?? 0;
    if (d < firstWeek || d > lastDay) continue;
    const week = ((d - firstWeek) / 7) | 0;
    const set = setOf[i] ?? 0;
    const end = setOffsets[set + 1] ?? 0;
    for (let member = setOffsets[set] ?? 0; member < end; member++) {
      const cell = ((setAreas[member] ?? 0) * categoryCount + (category[i] ?? 0)) * weekCount + week;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  return { counts, areaCount, categoryCount, weekCount };
}

/** One series out of the block, oldest week first. A view, not a copy. */
export function seriesOf(weekly: WeeklyCounts, area: number, category: number): Uint32Array {
  const start = (area * weekly.categoryCount + category) * weekly.weekCount;
  return weekly.counts.subarray(start, start + weekly.weekCount);
}

/** Every category of every area, by the names of both. */
export const everySeries = (weekly: WeeklyCounts, areaIds: readonly string[], categories: readonly string[]) =>
  areaIds.flatMap((areaId, area) =>
    categories.map((category, at) => ({ areaId, category, counts: seriesOf(weekly, area, at) })),
  );
