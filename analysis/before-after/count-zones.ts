import type { Pair } from './before-after.ts';
import type { Periods } from './periods.ts';
import { type CallPoints, ZONES, type Zone } from './zones.ts';

/** Degrees, and local days since 1970-01-01; a fraction is the time of day. */
export type DatedCalls = CallPoints & { readonly days: ArrayLike<number> };

/** Calls of one zone by week, oldest first. */
export type WeeklyLine = { zone: Zone; before: number[]; after: number[] };

/** The calls of both periods that have a place, with the week each fell in: those before first, then those after. */
export type PeriodCalls = CallPoints & { readonly weekOf: Int32Array; readonly withoutPlace: number };

export function callsOfPeriods({ lon, lat, days }: DatedCalls, { before, after, weeks }: Periods): PeriodCalls {
  const rows: number[] = [];
  const weekOf: number[] = [];
  let withoutPlace = 0;
  for (let row = 0; row < lon.length; row++) {
    const day = days[row] ?? Number.NaN;
    const week = Math.floor((day - (day < after ? before : after)) / 7);
    if (!(week >= 0 && week < weeks)) continue;
    if (!Number.isFinite(lon[row]) || !Number.isFinite(lat[row])) {
      withoutPlace++;
      continue;
    }
    rows.push(row);
    weekOf.push(day < after ? week : weeks + week);
  }
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row] ?? Number.NaN);
  return { lon: pick(lon), lat: pick(lat), weekOf: Int32Array.from(weekOf), withoutPlace };
}

/** The weekly counts of every zone; `zoneOf` holds places in `ZONES`. */
export function countZones(weekOf: Int32Array, zoneOf: Int8Array, weeks: number): WeeklyLine[] {
  const counts = ZONES.map(() => new Array<number>(2 * weeks).fill(0));
  for (let row = 0; row < zoneOf.length; row++) {
    const line = counts[zoneOf[row] ?? -1];
    const week = weekOf[row] ?? 0;
    if (line !== undefined) line[week] = (line[week] ?? 0) + 1;
  }
  return ZONES.map((zone, at) => ({
    zone,
    before: counts[at]?.slice(0, weeks) ?? [],
    after: counts[at]?.slice(weeks) ?? [],
  }));
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Calls of a zone before and after; 0 and 0 where it has no line. */
export function pairOf(lines: readonly WeeklyLine[], wanted: Zone): Pair {
  const line = lines.find(({ zone }) => zone === wanted);
  return line === undefined ? [0, 0] : [sumOf(line.before), sumOf(line.after)];
}
