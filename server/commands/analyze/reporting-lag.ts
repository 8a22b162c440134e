import { z } from 'zod';
import { findLag, LAG_CAVEAT, LAG_CONVENTION } from '#analysis/reporting-lag/reporting-lag.ts';
import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import { UsageError } from '#server/errors.ts';
import { asking, share } from './asking.ts';
import { given, MINUTES_A_DAY, minutesSpan, wholeAnswer } from './plain-answer.ts';

const whole = z.number().int();

const Options = z.strictObject({
  today: z.iso.date().optional(), // default: the day of the last call received
  since: z.enum(['from', 'to']).optional(), // which end of the span a delay is counted from
  longestDays: whole.min(1).max(365).optional(),
  weeks: whole.min(1).max(52).optional(),
  completeShare: share.optional(),
  nowcastShare: share.optional(),
  level: share.optional(),
  fewest: whole.min(1).optional(),
});

/** The delay from what happened (--from, --to) to what was received (--time), and what it makes of the last weeks. */
export const reportingLag = asking(Options, (input, { today, since = 'from', ...options }) => {
  if (!input.hasTime || !input.hasRange)
    throw new UsageError('reporting-lag needs --time, when a call was received, and --from, when it happened');
  const dayOf = (minutes: number) => Math.floor(minutes / MINUTES_A_DAY);
  const { received, happened } = input.calls;
  const lastDay = dayOf(minutesSpan(input)?.last ?? 0);
  const until = today === undefined ? lastDay : toDayNumber(today);
  const reported = { occurred: Float64Array.from(happened[since], dayOf), known: Float64Array.from(received, dayOf) };
  const found = findLag(reported, { ...given(options), today: until });
  const findings = found.findings.map((finding) => ({
    ...finding,
    weeks: finding.weeks.map((one) => ({ ...one, week: toLocalDate(one.week) })),
  }));
  return {
    ...wholeAnswer(input, { ...found, findings }),
    options: { ...found.options, today: toLocalDate(until), since },
    convention: LAG_CONVENTION,
    caveat: LAG_CAVEAT,
  };
});
