import { z } from 'zod';
import { toLocalDate } from '#analysis/shared/days.ts';
import type { Answer, LeftOut } from '#data/schema/answer.ts';
import { UsageError } from '#server/errors.ts';
import { rejectedRows } from './plain-answer.ts';
import type { PlainInput } from './plain-input.ts';
import { areMonths, countWeekly, type WeeklySeries, wholeWeeks } from './weekly-input.ts';

/** Which week is judged: options of every weekly method. */
export const WEEK_OPTIONS = {
  week: z.iso.date().optional(), // a day of the week to judge; default: the last full week
  reportingLagDays: z.number().int().nonnegative().optional(),
};

export type AskedWeek = { week?: string | undefined; reportingLagDays?: number | undefined };

type Found<Finding> = { findings: Finding[]; leftOut: LeftOut[]; options: object };

/**
 * Weekly series of every type in every area, up to the judged week, given to a method. `find` is also told the
 * Monday of the first week, so that findings can name theirs. Month-only dates and files without a whole week
 * are left out by name.
 */
export function weeklyAnswer<Finding extends object>(
  method: string,
  input: PlainInput,
  { week, reportingLagDays = 0 }: AskedWeek,
  find: (series: WeeklySeries[], mondayOf: (week: number) => string) => Found<Finding>,
  said: { convention: string; caveat: string },
): Answer<Finding> {
  if (!input.hasTime) throw new UsageError(`${method} needs --time, the column with the time a call was received`);
  const isMonths = areMonths(input);
  const span = isMonths ? null : wholeWeeks(input, week, reportingLagDays);
  const mondayOf = (at: number) => (span === null ? '' : toLocalDate(span.firstWeek + 7 * at));
  const found = find(span === null ? [] : countWeekly(input, span), mondayOf);
  return {
    findings: found.findings,
    leftOut: [
      ...rejectedRows(input),
      ...(span === null ? [{ what: 'all series', reason: isMonths ? 'months-only' : 'no-full-week' }] : found.leftOut),
    ],
    options: { ...found.options, week: span === null ? '' : toLocalDate(span.lastWeek), reportingLagDays },
    window: span && { from: toLocalDate(span.firstWeek), to: toLocalDate(span.lastWeek + 6) },
    records: input.records,
    ...said,
    code: '',
  };
}
