import { toLocalDate } from '#analysis/shared/days.ts';
import { weeksWithin } from '#analysis/shared/whole-weeks.ts';
import type { WeeklySeries } from '#analysis/spike/spike.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import type { Filter } from '#data/schema/filter.ts';
import { withMissingYears } from './caveat.ts';
import { countKept } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { weeklySeries } from './weekly-series.ts';

type Found<Finding> = { findings: Finding[]; leftOut: LeftOut[]; options: object };

/**
 * A method over the weekly counts of every category in every area, in the whole weeks of the filter. `find` is also
 * told the Monday of each week by its place. Answers without its figure code: that is the caller's question.
 */
export function overWeeks<Finding>(
  loaded: Loaded,
  filter: Filter,
  find: (series: WeeklySeries[], mondayOf: (week: number) => string) => Found<Finding>,
  said: { convention: string; caveat: string },
) {
  const isMonths = loaded.months.length > 0;
  const weeks = isMonths ? null : weeksWithin(loaded, filter);
  const series = weeks === null ? [] : weeklySeries(loaded, filter, weeks.firstWeek, weeks.lastWeek);
  const found = find(series, (week) => toLocalDate((weeks?.firstWeek ?? 0) + 7 * week));
  const reason = isMonths ? 'months-only' : 'no-full-week';
  return {
    findings: found.findings,
    leftOut: weeks === null ? [{ what: 'all series', reason }] : found.leftOut,
    options: { ...found.options },
    window: weeks && { from: toLocalDate(weeks.firstWeek), to: toLocalDate(weeks.lastWeek + 6) },
    records: countKept(loaded, filter),
    convention: said.convention,
    caveat: withMissingYears(loaded, said.caveat),
  };
}
