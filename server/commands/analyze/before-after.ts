import { z } from 'zod';
import { BEFORE_AFTER_CAVEAT, BEFORE_AFTER_CONVENTION, findBeforeAfter } from '#analysis/before-after/before-after.ts';
import { findBeforeAfterInPlaces, PLACES_CONVENTION } from '#analysis/before-after/places.ts';
import { toDayNumber } from '#analysis/shared/days.ts';
import { UsageError } from '#server/errors.ts';
import { asking, type Question, share } from './asking.ts';
import { given, MINUTES_A_DAY, rejectedRows, wholeAnswer } from './plain-answer.ts';
import type { PlainInput } from './plain-input.ts';
import { areMonths, wholeDays } from './weekly-input.ts';

const count = z.number().nonnegative();
const pair = z.tuple([count, count]);
const LEVELS = { level: share.optional(), minDays: count.optional(), minCalls: count.optional() };

const Counts = z.strictObject({
  treated: pair,
  control: pair,
  displaced: pair.default([0, 0]),
  displacedControl: pair.default([0, 0]),
  daysBefore: z.number().positive(),
  daysAfter: z.number().positive(),
  ...LEVELS,
});

const areaIds = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)], 'the id of an area, or a list of them');

const Places = z.strictObject({
  treated: areaIds,
  control: areaIds.default('match'), // match: the area closest before
  action: z.iso.date(), // the first day after
  firstDay: z.iso.date().optional(), // the first whole day of the calls; default: of the files
  lastDay: z.iso.date().optional(), // the last whole day of the calls; default: of the files
  reportingLagDays: z.number().int().nonnegative().optional(),
  weeks: z.number().int().positive().nullable().optional(),
  baseline: z.enum(['just-before', 'year-before']).optional(),
  ringMeters: count.optional(),
  rings: z.enum(['both', 'treated']).optional(),
  ...LEVELS,
});

/** Counts as they are given: before and after, in the place, its control and their rings. */
const overCounts = asking(Counts, (input, { level, minDays, minCalls, ...counts }) => {
  const found = findBeforeAfter(counts, given({ level, minDays, minCalls }));
  return { ...wholeAnswer(input, found), convention: BEFORE_AFTER_CONVENTION, caveat: BEFORE_AFTER_CAVEAT };
});

/** Calls counted in areas of the boundary file, by whole weeks from the day of action. */
const overPlaces = asking(Places, (input, asked) => {
  const { treated, control, action, firstDay, lastDay, reportingLagDays = 0, ...options } = asked;
  if (!input.hasTime) throw new UsageError('before-after needs --time, the column with the time a call was received');
  if (input.areas.length === 0) throw new UsageError('before-after needs --areas: they say what the treated ground is');
  const ground = {
    treated: geometriesOf(input, treated),
    control: control === 'match' ? ('match' as const) : geometriesOf(input, control),
    areas: input.areas.map(({ id, geometry }) => ({ areaId: id, geometry })),
  };
  const { lon, lat, received } = input.calls;
  const calls = { lon, lat, days: received.map((minutes) => minutes / MINUTES_A_DAY) };
  const covered = areMonths(input) ? null : wholeDays(input, lastDay, reportingLagDays);
  const firstDays = { firstDay: firstDay === undefined ? (covered?.firstDay ?? 0) : toDayNumber(firstDay) };
  const span = { lastDay: covered?.lastDay ?? -Infinity, ...firstDays, actionDay: toDayNumber(action) };
  const found = findBeforeAfterInPlaces(calls, ground, span, given(options));
  const reason = areMonths(input) ? 'months-only' : 'no-full-day';
  const [finding] = found.findings;
  return {
    findings: found.findings,
    leftOut: [...rejectedRows(input), ...(covered === null ? [{ what: 'comparison', reason }] : found.leftOut)],
    options: { treated, control, action, ...found.options, reportingLagDays },
    window: finding === undefined ? null : { from: finding.before.from, to: finding.after.to },
    records: input.records,
    convention: PLACES_CONVENTION,
    caveat: BEFORE_AFTER_CAVEAT,
    code: '',
  };
});

/** Counts name the days they were counted over; areas name the day of action. */
export const beforeAfter = (options: string): Question =>
  /"days(Before|After)"/.test(options) ? overCounts(options) : overPlaces(options);

function geometriesOf({ areas }: PlainInput, wanted: string | readonly string[]) {
  return [wanted].flat().map((areaId) => {
    const area = areas.find(({ id }) => id === areaId);
    if (area === undefined) throw new UsageError(`no area of the boundary file has the id "${areaId}"`);
    return area.geometry;
  });
}
