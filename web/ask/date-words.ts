import { daysBetween } from '#analysis/shared/days.ts';
import type { Window } from '#data/schema/answer.ts';
import { longDate, shortDate } from '#web/chart/week-axis.ts';
import type { Opened } from '#web/compute/door.ts';

const weekday = new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' });

/** "Dec 7 to 13", "Nov 16 to Dec 13", "Dec 15, 2025 to Dec 13, 2026". */
export function windowInWords({ from, to }: Window): string {
  if (from === to) return longDate(from);
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${longDate(from)} to ${longDate(to)}`;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${shortDate(from)} to ${Number(to.slice(8))}`;
  return `${shortDate(from)} to ${shortDate(to)}`;
}

const month = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** "Dec 2019", from any of its days. */
export const monthInWords = (localDate: string): string =>
  month.format(new Date(`${localDate.slice(0, 10)}T00:00:00Z`));

/** Dates as this city's calls allow: by months where its sources give no more, with their year where all files are finished. */
export function datesKnown(window: Window, { months, manifest }: Pick<Opened, 'months' | 'manifest'>): string {
  const { from, to } = window;
  if (months.length > 0) {
    const isOne = from.slice(0, 7) === to.slice(0, 7);
    return isOne ? monthInWords(from) : `${monthInWords(from)} to ${monthInWords(to)}`;
  }
  const says = windowInWords(window);
  const hasYear = from === to || from.slice(0, 4) !== to.slice(0, 4);
  return isFinished(manifest) && !hasYear ? `${says}, ${to.slice(0, 4)}` : says;
}

/** No source will bring more calls: there is no "this week" in such files. */
export const isFinished = ({ sources }: Opened['manifest']): boolean =>
  sources.length > 0 && sources.every(({ expectedEveryHours }) => expectedEveryHours === null);

/** "6:00 am", from a local wall clock. */
export function clockInWords(local: string): string {
  const hour = Number(local.slice(11, 13));
  return `${hour % 12 === 0 ? 12 : hour % 12}:${local.slice(14, 16)} ${hour < 12 ? 'am' : 'pm'}`;
}

/** "Mon, Dec 14". */
export const weekdayInWords = (local: string): string => weekday.format(new Date(`${local.slice(0, 10)}T00:00:00Z`));

/** "6:00 am today", "10:40 pm yesterday", "Thu, Dec 10", and with the year when it is another. */
export function momentInWords(local: string, nowLocal: string): string {
  const day = local.slice(0, 10);
  const today = nowLocal.slice(0, 10);
  if (day === today) return `${clockInWords(local)} today`;
  if (daysBetween(day, today) === 1) return `${clockInWords(local)} yesterday`;
  if (day.slice(0, 4) !== today.slice(0, 4)) return longDate(day);
  return weekdayInWords(day);
}

/** Whole hours from one local wall clock to another; never below zero. */
export const hoursBetween = (local: string, nowLocal: string): number =>
  Math.max(0, Math.floor((Date.parse(`${nowLocal}Z`) - Date.parse(`${local}Z`)) / 3_600_000));
