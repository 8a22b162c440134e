import {
  DENSITY_CAVEAT,
  DENSITY_CONVENTION,
  type DensityOptions,
  type DensitySurface,
  findDensity,
} from '#analysis/density/density.ts';
import {
  findHotCells,
  HOT_CELLS_CAVEAT,
  HOT_CELLS_CONVENTION,
  type HotCell,
  type HotCellsOptions,
} from '#analysis/hot-cells/hot-cells.ts';
import { bboxOfAreas } from '#analysis/shared/bbox.ts';
import { lastFullWeek, toDayNumber, toLocalDate, weekdayOf, weekOf } from '#analysis/shared/days.ts';
import type { SpikeOptions } from '#analysis/spike/options.ts';
import { findSpikes, SPIKE_CAVEAT, SPIKE_CONVENTION, type SpikeFinding } from '#analysis/spike/spike.ts';
import type { Answer, LeftOut, Window } from '#data/schema/answer.ts';
import { UsageError } from '#server/errors.ts';
import type { PlainInput } from './analyze-input.ts';

const MINUTES_A_DAY = 1_440;
const ALL = 'all'; // area and category where the files name none

type Chosen<T> = { [K in keyof T]?: T[K] | undefined };

export type WeekSpike = SpikeFinding & { week: string };

/** Weekly series of every type in every area, and the last full week judged. */
export function analyzeSpikes(
  input: PlainInput,
  {
    week,
    reportingLagDays = 0,
    ...options
  }: Chosen<SpikeOptions> & { week?: string | undefined; reportingLagDays?: number | undefined },
): Answer<WeekSpike> {
  if (!input.hasTime) throw new UsageError('spike needs --time, the column with the time a call was received');
  const isMonths = areMonths(input.calls.received);
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

/** The boundaries, where given, frame the surface: one call on another continent would stretch it beyond use. */
export function analyzeDensity(input: PlainInput, options: Chosen<DensityOptions>): Answer<DensitySurface> {
  const frame = bboxOfAreas(input.areas.map(({ geometry }) => geometry));
  const found = findDensity(input.calls, { frame, ...given(options) });
  return { ...wrap(input, found), convention: DENSITY_CONVENTION, caveat: DENSITY_CAVEAT };
}

export function analyzeHotCells(input: PlainInput, options: Chosen<HotCellsOptions>): Answer<HotCell> {
  if (input.areas.length === 0) throw new UsageError('hot-cells needs --areas: cells outside of the city are left out');
  const city = input.areas.map(({ geometry }) => geometry);
  const found = findHotCells(input.calls, city, given(options));
  return { ...wrap(input, found), convention: HOT_CELLS_CONVENTION, caveat: HOT_CELLS_CAVEAT };
}

function wrap<Finding>(input: PlainInput, found: { findings: Finding[]; leftOut: LeftOut[]; options: object }) {
  const { findings, leftOut, options } = found;
  return {
    findings,
    leftOut: [...rejectedRows(input), ...leftOut],
    options: { ...options },
    window: windowOf(input),
    records: input.records,
    code: '',
  };
}

/** Drops the options that were not given, so that defaults stand. */
function given<T>(chosen: Chosen<T>): Partial<T> {
  const entries = Object.entries(chosen).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<T>; // what is left has the value types of T
}

const rejectedRows = ({ calls }: PlainInput): LeftOut[] =>
  calls.rejected === 0 ? [] : [{ what: `${calls.rejected} of ${calls.read} rows`, reason: 'not-readable' }];

function minutesSpan({ calls }: PlainInput): { first: number; last: number } | null {
  let [first, last] = [Infinity, -Infinity];
  for (const minutes of calls.received) {
    if (minutes < first) first = minutes;
    if (minutes > last) last = minutes;
  }
  return first <= last ? { first, last } : null;
}

function windowOf(input: PlainInput): Window | null {
  const span = minutesSpan(input);
  return (
    span && {
      from: toLocalDate(Math.floor(span.first / MINUTES_A_DAY)),
      to: toLocalDate(Math.floor(span.last / MINUTES_A_DAY)),
    }
  );
}

/** Every call stands on the first of a month at midnight: only the month is known, and no week can be judged. */
const areMonths = (received: Float64Array): boolean =>
  received.length > 0 &&
  received.every((minutes) => {
    const day = minutes / MINUTES_A_DAY;
    return Number.isInteger(day) && toLocalDate(day).endsWith('-01');
  });

type Weeks = { firstWeek: number; lastWeek: number };

/** Mondays of the first and the judged week; a week that the file enters midway is not whole. */
function wholeWeeks(input: PlainInput, week: string | undefined, reportingLagDays: number): Weeks | null {
  const span = minutesSpan(input);
  if (span === null) return null;
  const firstDay = Math.floor(span.first / MINUTES_A_DAY);
  const firstWeek = weekdayOf(firstDay) === 0 ? firstDay : weekOf(firstDay) + 7;
  const lastReceived = new Date(span.last * 60_000).toISOString();
  const lastWeek = week ? weekOf(toDayNumber(week)) : toDayNumber(lastFullWeek(lastReceived, reportingLagDays).from);
  return lastWeek >= firstWeek ? { firstWeek, lastWeek } : null;
}

function countWeekly({ calls, areas, placed }: PlainInput, { firstWeek, lastWeek }: Weeks) {
  const weekCount = (lastWeek - firstWeek) / 7 + 1;
  const areaIds = areas.length === 0 ? [ALL] : areas.map(({ id }) => id);
  const byType = new Map<string, Uint32Array[]>(); // a series for each area
  const { setOf, setOffsets, setAreas } = placed;
  for (let i = 0; i < calls.lon.length; i++) {
    const week = Math.floor((Math.floor((calls.received[i] ?? 0) / MINUTES_A_DAY) - firstWeek) / 7);
    if (week < 0 || week >= weekCount) continue;
    const type = calls.types[i] || ALL;
    let series = byType.get(type);
    if (series === undefined) {
      series = areaIds.map(() => new Uint32Array(weekCount));
      byType.set(type, series);
    }
    const set = setOf[i] ?? 0;
    const inAreas = areas.length === 0 ? [0] : setAreas.subarray(setOffsets[set], setOffsets[set + 1]);
    for (const area of inAreas) {
      const counts = series[area];
      if (counts) counts[week] = (counts[week] ?? 0) + 1;
    }
  }
  return [...byType].flatMap(([category, series]) =>
    series.map((counts, area) => ({ areaId: areaIds[area] ?? ALL, category, counts })),
  );
}
