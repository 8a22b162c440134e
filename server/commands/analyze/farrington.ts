import { z } from 'zod';
import { FARRINGTON_CAVEAT, FARRINGTON_CONVENTION, findFarrington } from '#analysis/spike/farrington/farrington.ts';
import { asking, share } from './asking.ts';
import { given } from './plain-answer.ts';
import { WEEK_OPTIONS, weeklyAnswer } from './weekly-answer.ts';

const whole = z.number().int();

const Options = z
  .strictObject({
    ...WEEK_OPTIONS,
    weeks: whole.positive().optional(), // how many weeks are judged, the last of them `week`
    b: whole.min(1).max(20).optional(),
    w: whole.min(0).max(12).optional(),
    noPeriods: whole.min(1).max(26).optional(),
    pastWeeksNotIncluded: whole.min(0).max(51).optional(),
    reweight: z.boolean().optional(),
    weightsThreshold: z.number().positive().optional(),
    trend: z.boolean().optional(),
    pThresholdTrend: z.number().min(0).max(1).optional(),
    limit54: z.tuple([z.number().nonnegative(), whole.positive()]).optional(),
    thresholdMethod: z.enum(['nbPlugin', 'muan', 'delta']).optional(),
    alpha: share.optional(),
  })
  .refine(({ w = 3, noPeriods = 10 }) => noPeriods - 1 <= 51 - 2 * w, {
    error: 'noPeriods: so many seasons do not fit between windows of w weeks either side',
  });

/** Farrington Flexible as such, with the settings of R's surveillance, over the last `weeks` weeks. */
export const farrington = asking(Options, (input, { week, reportingLagDays, ...options }) =>
  weeklyAnswer(
    'farrington',
    input,
    { week, reportingLagDays },
    (series, mondayOf) => {
      const found = findFarrington(series, given(options));
      return { ...found, findings: found.findings.map((finding) => ({ ...finding, week: mondayOf(finding.week) })) };
    },
    { convention: FARRINGTON_CONVENTION, caveat: FARRINGTON_CAVEAT },
  ),
);
