import { toLocalDate } from '#analysis/shared/days.ts';
import { hoursOfExposure } from '#analysis/shared/exposure.ts';
import type { LeftOut, Window } from '#data/schema/answer.ts';
import { type Stretch, stretchesOf, toInstant } from './city-clock.ts';
import { CELLS, cellOf, spreadRange } from './spread.ts';

/**
 * When calls happened, in columns: the start and the end of the range in minutes since 1970-01-01 on the city's wall
 * clock, NaN where not known. Where a source wrote UTC, the instants stand beside them and win: a wall clock cannot
 * tell the two passes of a repeated hour apart.
 */
export type Ranges = {
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly fromUtc?: Float64Array;
  readonly toUtc?: Float64Array;
};

export type AoristicOptions = {
  readonly timeZone: string | null; // IANA; null: not known, and taken to have no changes of the clocks
  readonly reversed: 'leave-out' | 'swap'; // a range that ends before it begins
  readonly mostHours: number | null; // longer ranges say too little and are left out; null: none is
  readonly window: Window | null; // whose hours are counted as exposure; null: from the first to the last range
};

export const AORISTIC_DEFAULTS: AoristicOptions = {
  timeZone: null,
  reversed: 'leave-out',
  mostHours: null,
  window: null,
};

export type AoristicReason =
  | 'no-calls'
  | 'no-start' // neither start nor end is known, or the end alone
  | 'reversed'
  | 'too-long' // longer than `mostHours`
  | 'months-only' // every call stands on the first of a month at midnight
  | 'no-time-zone'; // changes of the clocks are not counted

/** The week as calls filled it. Cells 0 to 167 are the hours of the week; Monday 00 is 0. */
export type AoristicWeek = {
  weights: number[]; // 168 shares of calls; their sum is `calls`
  exposureHours: number[]; // 168: how long each hour of the week lay in the window
  calls: number;
  moments: number; // of these, with no length: start and end alike, or no end known
  overAWeek: number; // of these, longer than 168 hours: they wrap
  withinAnHour: number; // of these, wholly in one hour of the week
  swapped: number; // of these, turned round because they ended before they began
  medianHours: number; // length of the range in the middle
};

export const AORISTIC_CONVENTION =
  "Aoristic weights over the 168 hours of the week by exact elapsed time in the city's own time zone: a call of one range counts 1, shared by how long of the range fell into each hour, clock changes and ranges over a week included; a range without length counts whole in its hour.";
export const AORISTIC_CAVEAT =
  'Takes every minute of a range as equally likely; long ranges flatten the picture. Compare hours by how often they lay in the window.';

type Found = { findings: AoristicWeek[]; leftOut: LeftOut<AoristicReason>[]; options: AoristicOptions };

/**
 * The hours of the week in which calls happened, where only a range is known for each.
 *
 * Ratcliffe JH, McCullagh MJ (1998), Int J Geographical Information Science 12(7), 751-764.
 */
export function findAoristicWeek(ranges: Ranges, chosen: Partial<AoristicOptions> = {}): Found {
  const options: AoristicOptions = { ...AORISTIC_DEFAULTS, ...chosen };
  const nothing = (reason: AoristicReason): Found => ({
    findings: [],
    leftOut: [{ what: 'all calls', reason }],
    options,
  });
  if (ranges.from.length === 0) return nothing('no-calls');
  if (areMonthsOnly(ranges)) return nothing('months-only');
  const stretches = stretchesFor(ranges, options.timeZone);
  const { starts, ends, swapped, dropped } = toInstants(ranges, stretches, options);
  const leftOut: LeftOut<AoristicReason>[] = options.timeZone
    ? []
    : [{ what: 'changes of the clocks', reason: 'no-time-zone' }];
  for (const [reason, count] of dropped) leftOut.push({ what: `${count} ${count === 1 ? 'call' : 'calls'}`, reason });
  if (starts.length === 0) return { findings: [], leftOut, options };
  return { findings: [toWeek(starts, ends, swapped, stretches, options)], leftOut, options };
}

function stretchesFor({ from, to, fromUtc, toUtc }: Ranges, timeZone: string | null): Stretch[] {
  if (timeZone === null) return [{ start: -Infinity, offset: 0 }];
  let [first, last] = [Infinity, -Infinity];
  for (const column of [from, to, fromUtc, toUtc]) {
    for (const minutes of column ?? []) {
      if (minutes < first) first = minutes;
      if (minutes > last) last = minutes;
    }
  }
  return first <= last ? stretchesOf(timeZone, first, last) : [];
}

/** Both ends of each range as instants; those that cannot be told, by reason. */
function toInstants(ranges: Ranges, stretches: readonly Stretch[], { reversed, mostHours }: AoristicOptions) {
  const [starts, ends]: [number[], number[]] = [[], []];
  const dropped = new Map<AoristicReason, number>();
  const drop = (reason: AoristicReason) => dropped.set(reason, (dropped.get(reason) ?? 0) + 1);
  let swapped = 0;
  for (let row = 0; row < ranges.from.length; row++) {
    const start = startOf(ranges, row, stretches);
    const end = endOf(ranges, row, stretches, start);
    if (!Number.isFinite(start)) drop('no-start');
    else if (end < start && reversed === 'leave-out') drop('reversed');
    else if (mostHours !== null && Math.abs(end - start) > 60 * mostHours) drop('too-long');
    else {
      if (end < start) swapped++;
      starts.push(Math.min(start, end));
      ends.push(Math.max(start, end));
    }
  }
  return { starts, ends, swapped, dropped };
}

function startOf({ from, fromUtc }: Ranges, row: number, stretches: readonly Stretch[]): number {
  const exact = fromUtc?.[row] ?? Number.NaN;
  return Number.isFinite(exact) ? exact : toInstant(stretches, from[row] ?? Number.NaN);
}

/** No end known: a moment. An end in a repeated hour that would lie before its start is of the second pass. */
function endOf({ to, toUtc }: Ranges, row: number, stretches: readonly Stretch[], start: number): number {
  const exact = toUtc?.[row] ?? Number.NaN;
  if (Number.isFinite(exact)) return exact;
  const local = to[row] ?? Number.NaN;
  if (!Number.isFinite(local)) return start;
  const end = toInstant(stretches, local);
  return end < start ? toInstant(stretches, local, 'second') : end;
}

function toWeek(
  starts: readonly number[],
  ends: readonly number[],
  swapped: number,
  stretches: readonly Stretch[],
  { timeZone, window }: AoristicOptions,
): AoristicWeek {
  const weights = new Float64Array(CELLS);
  const lengths = new Float64Array(starts.length);
  let [first, last, moments, withinAnHour] = [Infinity, -Infinity, 0, 0];
  starts.forEach((start, row) => {
    const end = ends[row] ?? start;
    const [localStart, localEnd] = [toLocal(stretches, start), toLocal(stretches, end)];
    first = Math.min(first, localStart);
    last = Math.max(last, localEnd);
    lengths[row] = end - start;
    if (end === start) moments++;
    if (end - start <= 60 && Math.ceil(localEnd / 60) - Math.floor(localStart / 60) <= 1) withinAnHour++;
    const cell = cellOf(localStart);
    if (end === start) weights[cell] = (weights[cell] ?? 0) + 1;
    else spreadRange(weights, stretches, start, end);
  });
  const dates = window ?? { from: dateOf(first), to: dateOf(last) };
  return {
    weights: Array.from(weights),
    exposureHours: Array.from(hoursOfExposure(dates, timeZone ?? 'UTC')),
    calls: starts.length,
    moments,
    overAWeek: lengths.reduce((sum, length) => sum + (length > 60 * CELLS ? 1 : 0), 0),
    withinAnHour,
    swapped,
    medianHours: medianOf(lengths) / 60,
  };
}

const dateOf = (local: number): string => toLocalDate(Math.floor(local / 1_440));
const toLocal = (stretches: readonly Stretch[], utc: number): number =>
  utc + (stretches.findLast(({ start }) => start <= utc)?.offset ?? 0);

function medianOf(values: Float64Array): number {
  const sorted = values.toSorted();
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function areMonthsOnly({ from, to }: Ranges): boolean {
  const isMonth = (minutes: number, row: number) => {
    const end = to[row] ?? Number.NaN;
    return minutes % 1_440 === 0 && dateOf(minutes).endsWith('-01') && !(Number.isFinite(end) && end !== minutes);
  };
  return from.length > 1 && from.every(isMonth);
}
