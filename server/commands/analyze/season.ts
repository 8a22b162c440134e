import { z } from 'zod';
import { findSeasons, SEASON_CAVEAT, SEASON_CONVENTION } from '#analysis/season/season.ts';
import { asking } from './asking.ts';
import { given } from './plain-answer.ts';
import { WEEK_OPTIONS, weeklyAnswer } from './weekly-answer.ts';

const whole = z.number().int();
const window = whole.min(3).refine((steps) => steps % 2 === 1, 'must be odd');
const degree = z.union([z.literal(0), z.literal(1)]);

const Options = z.strictObject({
  ...WEEK_OPTIONS,
  period: z.number().min(2).optional(),
  seasonalWindow: z.union([window, z.literal('periodic')]).optional(),
  seasonalDegree: degree.optional(),
  trendWindow: window.nullable().optional(),
  trendDegree: degree.optional(),
  lowPassWindow: window.nullable().optional(),
  lowPassDegree: degree.nullable().optional(),
  jumps: z.enum(['tenth', 'none']).optional(),
  robust: z.boolean().optional(),
  inner: whole.positive().nullable().optional(),
  outer: whole.nonnegative().nullable().optional(),
});

/** Season, trend and remainder of every type in every area, by week. */
export const season = asking(Options, (input, { week, reportingLagDays, ...options }) =>
  weeklyAnswer(
    'season',
    input,
    { week, reportingLagDays },
    (series, mondayOf) => {
      const found = findSeasons(series, given(options));
      const findings = found.findings.map(({ seasonal, trend, remainder, weights, ...one }) => ({
        ...one,
        highWeek: mondayOf(one.highStep),
        lowWeek: mondayOf(one.lowStep),
        seasonal: [...seasonal],
        trend: [...trend],
        remainder: [...remainder],
        weights: [...weights],
      }));
      return { ...found, findings };
    },
    { convention: SEASON_CONVENTION, caveat: SEASON_CAVEAT },
  ),
);
