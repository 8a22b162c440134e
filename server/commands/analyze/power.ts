import { z } from 'zod';
import { findPower, POWER_CAVEAT, POWER_CONVENTION } from '#analysis/spike/power.ts';
import { asking, share } from './asking.ts';
import { given } from './plain-answer.ts';
import { SPIKE_OPTIONS } from './spike.ts';
import { WEEK_OPTIONS, weeklyAnswer } from './weekly-answer.ts';

const whole = z.number().int();

const Options = z.strictObject({
  ...WEEK_OPTIONS,
  ...SPIKE_OPTIONS,
  withinWeeks: whole.min(1).max(8).optional(),
  share: share.optional(),
  tries: whole.min(13).optional(),
  overWeeks: whole.min(13).optional(),
  largest: whole.positive().optional(),
  seed: whole.optional(),
});

/** What size of rise would be noticed in each series. */
export const power = asking(Options, (input, { week, reportingLagDays, ...options }) =>
  weeklyAnswer('power', input, { week, reportingLagDays }, (series) => findPower(series, given(options)), {
    convention: POWER_CONVENTION,
    caveat: POWER_CAVEAT,
  }),
);
