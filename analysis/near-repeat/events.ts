import { lastDayOfMonth, toLocalDate } from '#analysis/shared/days.ts';
import { flatten } from '#analysis/shared/flat-points.ts';
import { placedRows } from '#analysis/shared/points.ts';

/** Calls with a place and a moment, in columns: degrees, and local days since 1970-01-01 with the time of day as fraction. */
export type DatedPoints = { readonly lon: Float64Array; readonly lat: Float64Array; readonly days: Float64Array };

/** Calls on the plane, ordered by place and then time, so that the order of the file cannot matter. */
export type Events = {
  readonly rows: Uint32Array; // into the columns given
  readonly x: Float64Array; // meters
  readonly y: Float64Array;
  readonly ticks: Int32Array; // whole units of time since the first call
  readonly ticksADay: number;
};

const MINUTES_A_DAY = 1_440;

export function gatherEvents({ lon, lat, days }: DatedPoints, clock: 'dates' | 'elapsed') {
  const placed = placedRows({ lon, lat });
  const kept = placed.filter((row) => Number.isFinite(days[row]));
  const ticksADay = clock === 'dates' ? 1 : MINUTES_A_DAY;
  const pick = (column: Float64Array) => Float64Array.from(kept, (row) => column[row] ?? 0);
  const flat = flatten({ lon: pick(lon), lat: pick(lat) });
  const ticks = pick(days).map((day) => (clock === 'dates' ? Math.floor(day) : Math.round(day * ticksADay)));
  const first = ticks.reduce((least, tick) => Math.min(least, tick), Infinity);
  const order = orderByPlace(flat, ticks);
  const events: Events = {
    rows: order.map((i) => kept[i] ?? 0),
    x: Float64Array.from(order, (i) => flat.x[i] ?? 0),
    y: Float64Array.from(order, (i) => flat.y[i] ?? 0),
    ticks: Int32Array.from(order, (i) => (ticks[i] ?? 0) - first),
    ticksADay,
  };
  return { events, withoutPlace: lon.length - placed.length, withoutTime: placed.length - kept.length };
}

/** Millimeters, not bits: moving the map must not change the order. */
function orderByPlace({ x, y }: { x: Float64Array; y: Float64Array }, ticks: Float64Array): Uint32Array {
  const [xs, ys] = [x.map((meters) => Math.round(meters * 1000)), y.map((meters) => Math.round(meters * 1000))];
  const by = (column: Float64Array, a: number, b: number) => (column[a] ?? 0) - (column[b] ?? 0);
  return Uint32Array.from(x.keys()).sort((a, b) => by(xs, a, b) || by(ys, a, b) || by(ticks, a, b));
}

const ENOUGH_TO_TELL = 10; // two calls on a first of the month are no sign

/** Every call stands on the first, or the last, of a month at midnight: only the month is known. */
export function areMonthsOnly({ days }: DatedPoints): boolean {
  const known = days.filter((day) => Number.isFinite(day));
  if (known.length < ENOUGH_TO_TELL || !known.every((day) => Number.isInteger(day))) return false;
  const dates = [...new Set(known)].map((day) => toLocalDate(day));
  return dates.every((date) => date.endsWith('-01')) || dates.every((date) => date === lastDayOfMonth(date));
}
