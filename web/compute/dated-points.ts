import { NO_HOUR } from '#analysis/tally/columns.ts';
import { coordinatesOf } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';

const MINUTES_A_DAY = 1_440;

/** Places and local moments of some rows, side by side; a call whose hour is not known stands at midnight. */
export function datedPointsOf(loaded: Loaded, rows: Uint32Array) {
  const { columns, minuteOfDay } = loaded.calls;
  const days = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const minute = (columns.hour[row] ?? NO_HOUR) < 24 ? (minuteOfDay[row] ?? 0) : 0;
    days[i] = (columns.day[row] ?? Number.NaN) + minute / MINUTES_A_DAY;
  }
  return { ...coordinatesOf(loaded, rows), days };
}
