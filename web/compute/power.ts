import { toLocalDate } from '#analysis/shared/days.ts';
import type { InSteps } from '#analysis/shared/steps.ts';
import { findPowerInSteps, POWER_CAVEAT, POWER_CONVENTION } from '#analysis/spike/power.ts';
import { withMissingYears } from './caveat.ts';
import type { Question, Questions } from './door.ts';
import { countKept } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';
import { allOfOrigin, weeklySeries } from './weekly-series.ts';
import { wholeWeeks } from './whole-weeks.ts';

/** What rise would be noticed in each series of the layer, or in the one asked for. */
export function* power(loaded: Loaded, question: Question<'power'>): InSteps<Questions['power']['answer']> {
  const { series: only, ...options } = question.options;
  const asked = allOfOrigin(loaded, question.filter);
  const weeks = wholeWeeks(loaded);
  const isMonths = loaded.months.length > 0;
  const series = isMonths ? [] : weeklySeries(loaded, asked, weeks.first, weeks.last);
  const chosen = only
    ? series.filter(({ areaId, category }) => areaId === only.areaId && category === only.category)
    : series;
  // The budget is one over all series, also where a single one is looked at.
  const nominal = (options.falseAlarmsAWeek ?? 1) / Math.max(1, series.length);
  const found = yield* findPowerInSteps(chosen, { ...options, watchP: options.watchP ?? nominal });
  const window = { from: toLocalDate(weeks.first), to: toLocalDate(weeks.last + 6) };
  return {
    ...found,
    leftOut: isMonths ? [{ what: 'all series', reason: 'months-only' }] : found.leftOut,
    window,
    records: countKept(loaded, { ...asked, ...window }),
    convention: POWER_CONVENTION,
    caveat: withMissingYears(loaded, POWER_CAVEAT),
    code: toCode(loaded, question),
  };
}
