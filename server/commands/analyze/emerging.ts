import { z } from 'zod';
import { EMERGING_CAVEAT, EMERGING_CONVENTION, findEmerging } from '#analysis/emerging/emerging.ts';
import { toLocalDate } from '#analysis/shared/days.ts';
import { UsageError } from '#server/errors.ts';
import { asking, positive, share } from './asking.ts';
import { given, MINUTES_A_DAY, rejectedRows, wholeAnswer } from './plain-answer.ts';
import { WEEK_OPTIONS } from './weekly-answer.ts';
import { areMonths, wholeWeeks } from './weekly-input.ts';

const Options = z.strictObject({
  ...WEEK_OPTIONS,
  cellMeters: positive.optional(),
  stepDays: z.number().int().positive().optional(),
  minSteps: z.number().int().min(3).optional(),
  significantQ: share.optional(),
  trendP: share.optional(),
});

/** Cells by how they became hot or cold, over the whole weeks of the files. */
export const emerging = asking(Options, (input, { week, reportingLagDays = 0, ...options }) => {
  if (input.areas.length === 0) throw new UsageError('emerging needs --areas: cells outside of the city are left out');
  if (!input.hasTime) throw new UsageError('emerging needs --time, the column with the time a call was received');
  const isMonths = areMonths(input);
  const weeks = isMonths ? null : wholeWeeks(input, week, reportingLagDays);
  const { lon, lat, received } = input.calls;
  const days = received.map((minutes) => Math.floor(minutes / MINUTES_A_DAY));
  const span = weeks === null ? NO_DAYS : { firstDay: weeks.firstWeek, lastDay: weeks.lastWeek + 6 };
  const city = input.areas.map(({ geometry }) => geometry);
  const found = findEmerging({ lon, lat, days }, city, span, given(options));
  const said = { convention: EMERGING_CONVENTION, caveat: EMERGING_CAVEAT };
  if (weeks !== null) {
    const window = { from: toLocalDate(span.firstDay), to: toLocalDate(span.lastDay) };
    return { ...wholeAnswer(input, found), window, ...said };
  }
  const reason = isMonths ? 'months-only' : 'no-full-week';
  return { ...wholeAnswer(input, found), leftOut: [...rejectedRows(input), { what: 'cells', reason }], ...said };
});

const NO_DAYS = { firstDay: 0, lastDay: -1 };
