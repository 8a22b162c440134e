import { z } from 'zod';
import { toLocalDate } from '#analysis/shared/days.ts';
import type { SpikeOptions } from '#analysis/spike/options.ts';
import { findSpikes, SPIKE_CAVEAT, SPIKE_CONVENTION, type SpikeFinding } from '#analysis/spike/spike.ts';
import type { Answer } from '#data/schema/answer.ts';
import { UsageError } from '#server/errors.ts';
import { asking, positive, share } from './asking.ts';
import { type Chosen, given, rejectedRows } from './plain-answer.ts';
import type { PlainInput } from './plain-input.ts';
import { areMonths, countWeekly, wholeWeeks } from './weekly-input.ts';

const Options = z.strictObject({
  week: z.iso.date().optional(), // a day of the week to judge; default: the last full week
  reportingLagDays: z.number().int().nonnegative().optional(),
  unusualQ: share.optional(),
  watchQ: share.optional(),
  falseAlarmsAWeek: positive.optional(),
  level: share.optional(),
  minExcess: z.number().nonnegative().optional(),
  shortWeeks: z.number().int().min(2).optional(),
  recentWeeks: z.number().int().min(2).optional(),
  seasonWeeks: z.number().int().nonnegative().optional(),
  years: z.number().int().nonnegative().optional(),
});

type Asked = Chosen<SpikeOptions> & { week?: string | undefined; reportingLagDays?: number | undefined };

/** Weekly series of every type in every area, and the last full week judged. */
function analyzeSpikes(
  input: PlainInput,
  { week, reportingLagDays = 0, ...options }: Asked,
): Answer<SpikeFinding & { week: string }> {
  if (!input.hasTime) throw new UsageError('spike needs --time, the column with the time a call was received');
  const isMonths = areMonths(input);
  const span = isMonths ? null : wholeWeeks(input, week, reportingLagDays);
  const found = findSpikes(span === null ? [] : countWeekly(input, span), given(options));
  const judged = span === null ? '' : toLocalDate(span.lastWeek);
  return {
    ...found,
    findings: found.findings.map((finding) => ({ ...finding, week: judged })),
    leftOut: [
      ...rejectedRows(input),
      ...(span === null ? [{ what: 'all series', reason: isMonths ? 'months-only' : 'no-full-week' }] : found.leftOut),
    ],
    options: { ...found.options, week: judged, reportingLagDays },
    window: span && { from: toLocalDate(span.firstWeek), to: toLocalDate(span.lastWeek + 6) },
    records: input.records,
    convention: SPIKE_CONVENTION,
    caveat: SPIKE_CAVEAT,
    code: '',
  };
}

export const spike = asking(Options, analyzeSpikes);
