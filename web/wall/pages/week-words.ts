import { addDays, daysBetween } from '#analysis/shared/days.ts';
import { mondayOf } from '#web/ask/dates.ts';
import { toAxis } from '#web/chart/week-axis.ts';

const long = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', timeZone: 'UTC' });

/** "week of December 7", with its year when it is another than the clock's, and not just turned. */
export function weekNamed(week: string, clockLocal: string): string {
  const year = weeksAgo(week, clockLocal) > 26 ? `, ${week.slice(0, 4)}` : '';
  return `week of ${long.format(toAxis(week))}${year}`;
}

/** "December 13", the last day of a week. */
export const lastDayOf = (week: string): string => long.format(toAxis(addDays(week, 6)));

/** "this week" only while it runs; "last week" right after it; else which week it was. */
export function periodNamed(week: string, clockLocal: string): string {
  const ago = weeksAgo(week, clockLocal);
  if (ago === 0) return 'this week';
  if (ago === 1) return 'last week';
  return `in the ${weekNamed(week, clockLocal)}`;
}

const weeksAgo = (week: string, clockLocal: string): number => daysBetween(week, mondayOf(clockLocal.slice(0, 10))) / 7;
