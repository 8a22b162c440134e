import { z } from 'zod';
import { CUSUM_CAVEAT, CUSUM_CONVENTION, findShifts } from '#analysis/cusum/cusum.ts';
import { asking, positive } from './asking.ts';
import { given } from './plain-answer.ts';
import { WEEK_OPTIONS, weeklyAnswer } from './weekly-answer.ts';

const whole = z.number().int();
const tenths = z.number().positive().multipleOf(0.1).nullable();

const Options = z.strictObject({
  ...WEEK_OPTIONS,
  runLength: z.number().min(2).max(1e6).optional(),
  shift: positive.optional(),
  watchedWeeks: whole.positive().optional(),
  usualWeeks: whole.positive().optional(),
  usual: positive.nullable().optional(),
  k: tenths.optional(),
  h: tenths.optional(),
});

/** Small rises that last, in the weekly series of every type in every area. */
export const cusum = asking(Options, (input, { week, reportingLagDays, ...options }) =>
  weeklyAnswer(
    'cusum',
    input,
    { week, reportingLagDays },
    (series, mondayOf) => {
      const found = findShifts(series, given(options));
      const named = (at: number | null) => (at === null ? null : mondayOf(at));
      const findings = found.findings.map((finding) => ({
        ...finding,
        signalWeek: named(finding.signalWeek),
        risingSince: named(finding.risingSince),
      }));
      return { ...found, findings };
    },
    { convention: CUSUM_CONVENTION, caveat: CUSUM_CAVEAT },
  ),
);
