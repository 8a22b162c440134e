import type { WeekWindow } from './densest-window.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** "Wed and Thu, 1 to 5 pm"; "Fri to Sun, 10 pm to 2 am the next day"; "every day, 3 to 6 pm". */
export function windowInWords({ days, fromHour, hours }: WeekWindow): string {
  return `${daysInWords(days)}, ${hours === 24 ? 'all day' : hoursInWords(fromHour, hours)}`;
}

function daysInWords(days: readonly number[]): string {
  if (days.length === 7) return 'every day';
  const names = days.map((day) => DAYS[day] ?? '');
  if (names.length === 1) return names[0] ?? '';
  return names.length === 2 ? `${names[0]} and ${names[1]}` : `${names[0]} to ${names.at(-1)}`;
}

function hoursInWords(fromHour: number, hours: number): string {
  const [from, to] = [clock(fromHour), clock(fromHour + hours)];
  const isSameHalf = from.endsWith(to.slice(-3)) && hours < 12;
  const said = `${isSameHalf ? from.slice(0, -3) : from} to ${to}`;
  return fromHour + hours > 24 ? `${said} the next day` : said;
}

function clock(hour: number): string {
  const h = hour % 24;
  if (h === 0) return 'midnight';
  if (h === 12) return 'noon';
  return `${h % 12} ${h < 12 ? 'am' : 'pm'}`;
}
