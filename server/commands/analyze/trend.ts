import { z } from 'zod';
import { bundleWeeks } from '#analysis/trend/bundle.ts';
import { findTrends, TREND_CAVEAT, TREND_CONVENTION } from '#analysis/trend/trend.ts';
import { asking, share } from './asking.ts';
import { given } from './plain-answer.ts';
import { WEEK_OPTIONS, weeklyAnswer } from './weekly-answer.ts';

const Options = z.strictObject({
  ...WEEK_OPTIONS,
  weeksPerStep: z.number().int().positive().optional(),
  minSteps: z.number().int().min(3).optional(),
  significantQ: share.optional(),
  level: share.optional(),
});

/** Rise or fall of every type in every area, over all whole weeks of the files. */
export const trend = asking(Options, (input, { week, reportingLagDays, weeksPerStep = 1, ...options }) =>
  weeklyAnswer(
    'trend',
    input,
    { week, reportingLagDays },
    (series) => {
      const steps = series.map((one) => ({ ...one, counts: bundleWeeks(one.counts, weeksPerStep) }));
      const found = findTrends(steps, given(options));
      return { ...found, options: { ...found.options, weeksPerStep } };
    },
    { convention: TREND_CONVENTION, caveat: TREND_CAVEAT },
  ),
);
