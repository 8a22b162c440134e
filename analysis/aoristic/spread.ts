import type { Stretch } from './city-clock.ts';

const MINUTES_A_WEEK = 10_080;
const THURSDAY = 3 * 1_440; // 1970-01-01, counted from Monday
export const CELLS = 168;

/** The hour of the week, 0 to 167, that a wall clock (minutes since 1970-01-01) shows; Monday 00 is 0. */
export const cellOf = (local: number): number => Math.floor(minuteOfWeek(local) / 60);

const minuteOfWeek = (local: number): number =>
  (((local + THURSDAY) % MINUTES_A_WEEK) + MINUTES_A_WEEK) % MINUTES_A_WEEK;

/**
 * Adds one call, spread over the hours of the week by how long of its range fell into each. `from` and `to` are
 * instants in minutes, `from` before `to`. Whole weeks are added at once, so that a wrong year costs no time.
 */
export function spreadRange(weights: Float64Array, stretches: readonly Stretch[], from: number, to: number): void {
  const perMinute = 1 / (to - from);
  stretches.forEach(({ start, offset }, at) => {
    const begin = Math.max(from, start);
    const end = Math.min(to, stretches[at + 1]?.start ?? Infinity);
    if (begin < end) spreadStretch(weights, begin + offset, end - begin, perMinute);
  });
}

/** Between two changes of the clocks the wall clock runs evenly. */
function spreadStretch(weights: Float64Array, local: number, length: number, perMinute: number): void {
  const weeks = Math.floor(length / MINUTES_A_WEEK);
  if (weeks > 0) for (let cell = 0; cell < CELLS; cell++) add(weights, cell, 60 * weeks * perMinute);
  let left = length - weeks * MINUTES_A_WEEK;
  let minute = minuteOfWeek(local);
  while (left > 0) {
    const cell = Math.floor(minute / 60);
    const here = Math.min(left, 60 * (cell + 1) - minute);
    add(weights, cell % CELLS, here * perMinute);
    left -= here;
    minute = 60 * (cell + 1);
  }
}

function add(weights: Float64Array, cell: number, weight: number): void {
  weights[cell] = (weights[cell] ?? 0) + weight;
}
