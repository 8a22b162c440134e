import { toLocalDate } from '#analysis/shared/days.ts';
import type { InSteps } from '#analysis/shared/steps.ts';
import { BUDGET_CAVEAT, BUDGET_CONVENTION, budgetFrom } from '#analysis/spike/budget.ts';
import { withMissingYears } from './caveat.ts';
import type { Question, Questions } from './door.ts';
import { countKept } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { replayedWeeks } from './replayed.ts';
import { toCode } from './to-code.ts';
import { allOfOrigin, weeklySeries } from './weekly-series.ts';
import { wholeWeeks } from './whole-weeks.ts';

/** The threshold that keeps a budget of false alarms over all series of the layer, and how it did. */
export function* budget(loaded: Loaded, question: Question<'budget'>): InSteps<Questions['budget']['answer']> {
  const asked = allOfOrigin(loaded, question.filter);
  const weeks = wholeWeeks(loaded);
  const isMonths = loaded.months.length > 0;
  const series = isMonths ? [] : weeklySeries(loaded, asked, weeks.first, weeks.last);
  const found = budgetFrom(yield* replayedWeeks(loaded, asked, weeks.last, series), question.options);
  const window = { from: toLocalDate(weeks.first), to: toLocalDate(weeks.last + 6) };
  return {
    ...found,
    leftOut: isMonths ? [{ what: 'all series', reason: 'months-only' }] : found.leftOut,
    window,
    records: countKept(loaded, { ...asked, ...window }),
    convention: BUDGET_CONVENTION,
    caveat: withMissingYears(loaded, BUDGET_CAVEAT),
    code: toCode(loaded, question),
  };
}
