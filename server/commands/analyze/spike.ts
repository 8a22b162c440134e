import { z } from 'zod';
import { findSpikes, SPIKE_CAVEAT, SPIKE_CONVENTION } from '#analysis/spike/spike.ts';
import { asking, positive, share } from './asking.ts';
import { given } from './plain-answer.ts';
import { WEEK_OPTIONS, weeklyAnswer } from './weekly-answer.ts';

export const SPIKE_OPTIONS = {
  unusualQ: share.optional(),
  falseAlarmsAWeek: positive.optional(),
  level: share.optional(),
  minExcess: z.number().nonnegative().optional(),
  shortWeeks: z.number().int().min(2).optional(),
  recentWeeks: z.number().int().min(2).optional(),
  seasonWeeks: z.number().int().min(0).max(20).optional(),
  years: z.number().int().nonnegative().optional(),
  farringtonYears: z.number().int().positive().optional(),
  watchP: share.nullable().optional(),
};

const Options = z.strictObject({ ...WEEK_OPTIONS, ...SPIKE_OPTIONS });

/** Weekly series of every type in every area, and the last full week judged. */
export const spike = asking(Options, (input, { week, reportingLagDays, ...options }) =>
  weeklyAnswer(
    'spike',
    input,
    { week, reportingLagDays },
    (series, mondayOf) => {
      const found = findSpikes(series, given(options));
      const judged = mondayOf((series[0]?.counts.length ?? 1) - 1);
      return { ...found, findings: found.findings.map((finding) => ({ ...finding, week: judged })) };
    },
    { convention: SPIKE_CONVENTION, caveat: SPIKE_CAVEAT },
  ),
);
