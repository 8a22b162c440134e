import type { InSteps } from '#analysis/shared/steps.ts';
import { BUDGET_CAVEAT, BUDGET_CONVENTION, budgetFrom } from '#analysis/spike/budget.ts';
import type { Question, Questions } from './door.ts';
import type { Loaded } from './loaded.ts';
import { overAllWeeks } from './over-all-weeks.ts';
import { replayedWeeks } from './replayed.ts';
import { toCode } from './to-code.ts';

/** The threshold that keeps a budget of false alarms over all series of the layer, and how it did. */
export function* budget(loaded: Loaded, question: Question<'budget'>): InSteps<Questions['budget']['answer']> {
  const { asked, lastWeek, series, framed } = overAllWeeks(loaded, question.filter);
  const found = budgetFrom(yield* replayedWeeks(loaded, asked, lastWeek, series), question.options);
  return {
    ...framed(found, { convention: BUDGET_CONVENTION, caveat: BUDGET_CAVEAT }),
    code: toCode(loaded, question),
  };
}
