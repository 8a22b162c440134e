import { z } from 'zod';
import { EARS_CAVEAT, EARS_CONVENTION, EARS_DEFAULTS, findEars } from '#analysis/ears/ears.ts';
import { toLocalDate } from '#analysis/shared/days.ts';
import { UsageError } from '#server/errors.ts';
import { asking, share } from './asking.ts';
import { given, rejectedRows } from './plain-answer.ts';
import { areMonths, countSpans, wholeDays } from './weekly-input.ts';

const whole = z.number().int();

const Options = z.strictObject({
  day: z.iso.date().optional(), // the last day judged; default: the last full day
  reportingLagDays: whole.nonnegative().optional(),
  rules: z
    .array(z.enum(['C1', 'C2', 'C3']))
    .min(1)
    .optional(),
  days: whole.positive().optional(),
  baseline: whole.min(3).optional(),
  minSigma: z.number().nonnegative().optional(),
  alpha: z.strictObject({ C1: share.optional(), C2: share.optional(), C3: share.optional() }).optional(),
});

/** Daily series of every type in every area, the last day judged by the rules of EARS. */
export const ears = asking(Options, (input, { day, reportingLagDays = 0, alpha = {}, ...options }) => {
  if (!input.hasTime) throw new UsageError('ears needs --time, the column with the time a call was received');
  const isMonths = areMonths(input);
  const span = isMonths ? null : wholeDays(input, day, reportingLagDays);
  const series =
    span === null
      ? []
      : countSpans(input, { firstDay: span.firstDay, days: 1, spans: span.lastDay - span.firstDay + 1 });
  const limits = { ...EARS_DEFAULTS.alpha, ...given(alpha) };
  const found = findEars(series, { ...given(options), alpha: limits });
  const dayOf = (at: number) => toLocalDate((span?.firstDay ?? 0) + at);
  return {
    findings: found.findings.map((finding) => ({ ...finding, day: dayOf(finding.day) })),
    leftOut: [
      ...rejectedRows(input),
      ...(span === null ? [{ what: 'all series', reason: isMonths ? 'months-only' : 'no-full-day' }] : found.leftOut),
    ],
    options: { ...found.options, day: span === null ? '' : toLocalDate(span.lastDay), reportingLagDays },
    window: span && { from: toLocalDate(span.firstDay), to: toLocalDate(span.lastDay) },
    records: input.records,
    convention: EARS_CONVENTION,
    caveat: EARS_CAVEAT,
    code: '',
  };
});
