const DAY = 86_400_000;
const at = (localDate: string): number => Date.parse(`${localDate.slice(0, 10)}T00:00:00Z`);
const mondayOf = (ms: number): number => ms - ((new Date(ms).getUTCDay() + 6) % 7) * DAY;

const long = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', timeZone: 'UTC' });
const short = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });

export const shortDay = (localDate: string): string => short.format(at(localDate));

/** "week of December 7", with its year when it is another than the clock's, and not just turned. */
export function weekNamed(week: string, clockLocal: string): string {
  const age = mondayOf(at(clockLocal)) - at(week);
  const year = age > 26 * 7 * DAY ? `, ${week.slice(0, 4)}` : '';
  return `week of ${long.format(at(week))}${year}`;
}

/** "December 13", the last day of a week. */
export const lastDayOf = (week: string): string => long.format(at(week) + 6 * DAY);

/** "this week" only while it runs; "last week" right after it; else which week it was. */
export function periodNamed(week: string, clockLocal: string): string {
  const weeksAgo = Math.round((mondayOf(at(clockLocal)) - at(week)) / (7 * DAY));
  if (weeksAgo === 0) return 'this week';
  if (weeksAgo === 1) return 'last week';
  return `in the ${weekNamed(week, clockLocal)}`;
}

/** Whole days from one local date to another, negative when it is past. */
export const daysUntil = (localDate: string, clockLocal: string): number =>
  Math.round((at(localDate) - at(clockLocal)) / DAY);
