import { toLocalDate } from '#analysis/shared/days.ts';
import { wholeWeeks } from '#analysis/shared/whole-weeks.ts';
import type { WeeklySeries } from '#analysis/spike/spike.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import type { Filter } from '#data/schema/filter.ts';
import { withMissingYears } from './caveat.ts';
import { countKept } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { allOfOrigin, weeklySeries } from './weekly-series.ts';

/** Every series of the layer over all whole weeks, and the frame of an answer from them; without its figure code. */
export function overAllWeeks(loaded: Loaded, filter: Filter) {
  const asked = allOfOrigin(loaded, filter);
  const weeks = wholeWeeks(loaded);
  const isMonths = loaded.months.length > 0;
  const series: WeeklySeries[] = isMonths ? [] : weeklySeries(loaded, asked, weeks.first, weeks.last);
  const window = { from: toLocalDate(weeks.first), to: toLocalDate(weeks.last + 6) };
  const framed = <Found extends { leftOut: LeftOut[] }>(
    found: Found,
    said: { convention: string; caveat: string },
  ) => ({
    ...found,
    leftOut: isMonths ? [{ what: 'all series', reason: 'months-only' }] : found.leftOut,
    window,
    records: countKept(loaded, { ...asked, ...window }),
    convention: said.convention,
    caveat: withMissingYears(loaded, said.caveat),
  });
  return { asked, lastWeek: weeks.last, series, framed };
}
