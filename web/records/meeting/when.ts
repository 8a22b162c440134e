import { clockInWords } from '#web/ask/date-words.ts';
import { longDate } from '#web/chart/week-axis.ts';

/** Dec 17, 2026, 7:00 pm, from the city's local moment. */
export const whenInWords = (startsAt: string): string =>
  `${longDate(startsAt.slice(0, 10))}, ${clockInWords(startsAt)}`;
