import { addDays, lastDayOfMonth } from '#analysis/shared/days.ts';

/** Days from `from` to `to`, both inside, with the name that a person says for them. */
export type Span = { readonly label: string; readonly from: string; readonly to: string };

export const earlierOf = (a: string, b: string): string => (a.localeCompare(b) < 0 ? a : b);

export const isWithin = ({ from, to }: Pick<Span, 'from' | 'to'>, day: string): boolean => from <= day && day <= to;

/** The calendar quarter of a day: 2026-Q4. */
export function quarterOf(day: string): Span {
  const year = day.slice(0, 4);
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  const month = (number: number) => `${year}-${String(number).padStart(2, '0')}-01`;
  return { label: `${year}-Q${quarter}`, from: month(quarter * 3 - 2), to: lastDayOfMonth(month(quarter * 3)) };
}

/** The month of a day: 2026-11. */
export const monthOf = (day: string): Span => ({
  label: day.slice(0, 7),
  from: `${day.slice(0, 7)}-01`,
  to: lastDayOfMonth(day),
});

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** "November 2026", "Q3 2026". */
export const monthInWords = ({ from }: Span): string => `${MONTHS[Number(from.slice(5, 7)) - 1]} ${from.slice(0, 4)}`;
export const quarterInWords = ({ label }: Span): string => `${label.slice(5)} ${label.slice(0, 4)}`;

/** The quarter or month that ended before this one began. */
export const quarterBefore = ({ from }: Span): Span => quarterOf(addDays(from, -1));
export const monthBefore = ({ from }: Span): Span => monthOf(addDays(from, -1));

/** The same day a year later; February 29 becomes 28. */
export function addYear(day: string): string {
  const moved = `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}${day.slice(4)}`;
  return moved.endsWith('-02-29') ? lastDayOfMonth(`${moved.slice(0, 7)}-01`) : moved;
}
