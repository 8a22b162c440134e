import { cosine } from './plane.ts';

/** Days since 1970-01-01 of a local date, by Hinnant's civil calendar; no clock, no zone. */
export function dayOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

export function dateOf(day: number): string {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${two(month)}-${two(dayOfYear - Math.floor((153 * mp + 2) / 5) + 1)}`;
}

export const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** Monday is 0. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

// The clock goes forward on the second Sunday of March and back on the first of November.
export const SPRING_FORWARD = new Set(['2025-03-09', '2026-03-08'].map(dayOf));
export const FALL_BACK = new Set(['2024-11-03', '2025-11-02', '2026-11-01'].map(dayOf));

export type DayShape = 'night' | 'late' | 'business' | 'commute' | 'found' | 'around' | 'patrol';
export type SeasonShape = 'flat' | 'summer' | 'winter' | 'december' | 'july';

// Calls by hour of the day, midnight first: shares of nothing in particular, compared with each other.
const HOURS: Record<DayShape, readonly number[]> = {
  night: [7, 6, 5, 3, 2, 1, 1, 2, 2, 3, 3, 4, 4, 4, 5, 6, 6, 7, 8, 8, 9, 9, 9, 8],
  late: [9, 7, 6, 4, 3, 2, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 6, 7, 9, 11, 12, 11],
  business: [1, 1, 1, 1, 1, 1, 2, 4, 7, 9, 10, 10, 9, 9, 9, 9, 8, 7, 5, 4, 3, 2, 2, 1],
  commute: [2, 1, 1, 1, 1, 2, 4, 9, 9, 6, 5, 6, 7, 7, 8, 10, 12, 12, 8, 6, 5, 4, 3, 2],
  found: [2, 1, 1, 1, 1, 3, 8, 12, 11, 9, 7, 6, 5, 5, 5, 5, 6, 7, 6, 5, 4, 3, 3, 2],
  around: [3, 3, 2, 2, 2, 2, 3, 4, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 5, 5, 5, 4, 4],
  patrol: [8, 7, 5, 3, 2, 1, 2, 4, 6, 7, 7, 6, 5, 5, 6, 7, 6, 5, 6, 7, 8, 9, 10, 9],
};
const WEEKDAYS: Record<DayShape, readonly number[]> = {
  night: [8, 8, 8, 9, 13, 14, 10],
  late: [8, 8, 8, 9, 13, 14, 10],
  business: [11, 11, 11, 11, 11, 8, 6],
  commute: [10, 10, 10, 10, 12, 8, 6],
  found: [13, 10, 9, 9, 10, 10, 10],
  around: [10, 10, 10, 10, 10, 10, 10],
  patrol: [9, 10, 11, 11, 11, 10, 9],
};
const cumulative = (weights: readonly number[]): number[] => {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
};
const HOUR_SUMS = Object.fromEntries(Object.entries(HOURS).map(([shape, w]) => [shape, cumulative(w)]));

/** An hour of the day, from a number between 0 and 1. */
export function hourFrom(shape: DayShape, share: number): number {
  const sums = HOUR_SUMS[shape] ?? [];
  const wanted = share * (sums.at(-1) ?? 0);
  return Math.max(
    0,
    sums.findIndex((sum) => sum > wanted),
  );
}

export const weekdayWeight = (shape: DayShape, day: number): number => WEEKDAYS[shape][weekdayOf(day)] ?? 10;

/** What the time of year makes of a usual day; about 1 over the year. */
export function seasonFactor(shape: SeasonShape, day: number): number {
  const dayOfYear = day - dayOf(`${dateOf(day).slice(0, 4)}-01-01`);
  const wave = (peak: number): number => cosine(((dayOfYear - peak) / 365.25) * 2 * Math.PI);
  if (shape === 'summer') return 1 + 0.24 * wave(205);
  if (shape === 'winter') return 1 + 0.13 * wave(15);
  if (shape === 'december') return 1 + (dayOfYear > 320 && dayOfYear < 359 ? 0.4 : -0.04);
  if (shape === 'july') return dayOfYear > 176 && dayOfYear < 188 ? 9 : 0.6;
  return 1 + 0.03 * wave(250);
}
