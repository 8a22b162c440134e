import type { DaySpan } from './emerging.ts';

/** Steps of equal length, back from the last day; the oldest days that fill no step are left out. */
export function stepsOf({ firstDay, lastDay }: DaySpan, stepDays: number) {
  const count = Math.max(0, Math.floor((lastDay - firstDay + 1) / stepDays));
  return { firstDay: lastDay + 1 - count * stepDays, stepDays, count };
}

/** -1 before the first step, after the last, and where the day is not known. */
export function stepOf({ firstDay, stepDays, count }: ReturnType<typeof stepsOf>, day: number): number {
  const step = Math.floor((day - firstDay) / stepDays);
  return step >= 0 && step < count ? step : -1;
}
