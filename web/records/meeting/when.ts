import { clockInWords } from '#web/ask/date-words.ts';
import { longDate, toAxis } from '#web/chart/week-axis.ts';

const weekday = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: 'UTC' });

/** Thu, Dec 17, 2026, 7:00 pm, from the city's local moment. */
export function whenInWords(startsAt: string): string {
  const day = startsAt.slice(0, 10);
  return `${weekday.format(toAxis(day))}, ${longDate(day)}, ${clockInWords(startsAt)}`;
}
