import { z } from 'zod';
import { BUDGET_CAVEAT, BUDGET_CONVENTION, calibrateBudget } from '#analysis/spike/budget.ts';
import { asking } from './asking.ts';
import { given } from './plain-answer.ts';
import { SPIKE_OPTIONS } from './spike.ts';
import { WEEK_OPTIONS, weeklyAnswer } from './weekly-answer.ts';

const whole = z.number().int();
const { watchP: _, ...levels } = SPIKE_OPTIONS; // it is what comes out

const Options = z.strictObject({
  ...WEEK_OPTIONS,
  ...levels,
  calibrationWeeks: whole.min(13).optional(),
  heldOutWeeks: whole.nonnegative().optional(),
});

/** The threshold that keeps the false-alarm budget, and how it would have done. */
export const budget = asking(Options, (input, { week, reportingLagDays, ...options }) =>
  weeklyAnswer('budget', input, { week, reportingLagDays }, (series) => calibrateBudget(series, given(options)), {
    convention: BUDGET_CONVENTION,
    caveat: BUDGET_CAVEAT,
  }),
);
