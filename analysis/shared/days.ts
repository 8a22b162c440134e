import type { Window } from '#data/schema/answer.ts';

/**
 * Local calendar dates as whole days since 1970-01-01. Wall clock only: no time zone,
 * so a day number never shifts with daylight saving.
 */

const MILLISECONDS_A_DAY = 86_400_000;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `2021-03-04` as a day number. A date that does not exist (2021-02-30) throws. */
export function toDayNumber(localDate: string): number {
  const match = DATE.exec(localDate);
  const day = match ? Date.parse(`${localDate}T00:00:00Z`) / MILLISECONDS_A_DAY : Number.NaN;
  if (Number.isInteger(day) && toLocalDate(day) === localDate) return day;
  throw new RangeError(`"${localDate}" is not a date written as YYYY-MM-DD`);
}

export const toLocalDate = (day: number): string => new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);

export const addDays = (localDate: string, days: number): string => toLocalDate(toDayNumber(localDate) + days);

/** Whole days from one local date or moment to another, whatever the hour; negative when it is past. */
export const daysBetween = (fromLocal: string, toLocal: string): number =>
  toDayNumber(toLocal.slice(0, 10)) - toDayNumber(fromLocal.slice(0, 10));

/** The last day of the month of a date: `2020-02-29` for `2020-02-01`. */
export function lastDayOfMonth(localDate: string): string {
  const inNextMonth = toLocalDate(toDayNumber(`${localDate.slice(0, 7)}-28`) + 4);
  return toLocalDate(toDayNumber(`${inNextMonth.slice(0, 7)}-01`) - 1);
}

// Day 0 was a Thursday. Whole weeks are added to keep the remainder above zero for every year of four digits.
const TO_MONDAY = 3 + 7 * 200_000;

/** Monday is 0. */
export const weekdayOf = (day: number): number => (day + TO_MONDAY) % 7;

/** The day number of the Monday that begins the week of `day`. */
export const weekOf = (day: number): number => day - weekdayOf(day);

/** Cell of the hour x weekday grid, 0 to 167: Monday 00 is 0. */
export const hourOfWeekOf = (day: number, hour: number): number => 24 * weekdayOf(day) + hour;

/**
 * The last day that has wholly arrived: `reportingLagDays` before the last finished day. The day of the last received
 * call counts as finished when that call came in its last two hours; otherwise the feed may have been
 * cut at noon, and a half day would read as a quiet one.
 */
export function lastFullDay(lastReceivedLocal: string, reportingLagDays: number): string {
  const day = toDayNumber(lastReceivedLocal.slice(0, 10));
  const lastFinishedDay = Number(lastReceivedLocal.slice(11, 13)) >= 22 ? day : day - 1;
  return toLocalDate(lastFinishedDay - reportingLagDays);
}

/** The last week, Monday to Sunday, that has wholly arrived. */
export function lastFullWeek(lastReceivedLocal: string, reportingLagDays: number): Window {
  const monday = weekOf(toDayNumber(lastFullDay(lastReceivedLocal, reportingLagDays)) + 1) - 7;
  return { from: toLocalDate(monday), to: toLocalDate(monday + 6) };
}
