import { addDays, lastDayOfMonth, toDayNumber, toLocalDate, weekOf } from '#analysis/shared/days.ts';
import type { Window } from '#data/schema/answer.ts';
import type { Opened } from '#web/compute/door.ts';

export type Preset = 'last-week' | 'last-month' | 'four-weeks' | 'year' | 'this-year' | 'all';
/** What the calls reach over, and how finely their days are known. */
export type Span = Pick<Opened, 'firstDay' | 'lastDay' | 'lastFullWeek' | 'months'>;

export const mondayOf = (localDate: string): string => toLocalDate(weekOf(toDayNumber(localDate)));
/** Days in a window, both ends counted. */
export const daysIn = ({ from, to }: Window): number => toDayNumber(to) - toDayNumber(from) + 1;

/** Sources that give months only have no weeks to ask for. */
export const presetsOf = ({ months }: Pick<Span, 'months'>): readonly Preset[] =>
  months.length > 0 ? ['last-month', 'this-year', 'all'] : ['last-week', 'four-weeks', 'year', 'this-year', 'all'];

/** What is shown when no dates were chosen: the last full week, or the last month of a source of months. */
export const usualWindow = (span: Span): Window => windowOf(presetsOf(span)[0] ?? 'all', span);

export const isUsualWindow = ({ from, to }: Window, span: Span): boolean => {
  const usual = usualWindow(span);
  return from === usual.from && to === usual.to;
};

/** The windows a person asks for by name. Those of weeks end with the last full week. */
export function windowOf(preset: Preset, { firstDay, lastDay, lastFullWeek, months }: Span): Window {
  if (preset === 'last-month') return windowOfMonth(months.at(-1) ?? lastDay);
  if (preset === 'last-week') return lastFullWeek;
  if (preset === 'four-weeks') return { from: addDays(lastFullWeek.to, -27), to: lastFullWeek.to };
  if (preset === 'year') return { from: addDays(lastFullWeek.to, -363), to: lastFullWeek.to };
  if (preset === 'this-year') return { from: `${lastDay.slice(0, 4)}-01-01`, to: lastDay };
  return { from: firstDay, to: lastDay };
}

/** The name of a window, where it has one. */
export const presetOf = (window: Window, span: Span): Preset | null =>
  presetsOf(span).find((preset) => {
    const named = windowOf(preset, span);
    return named.from === window.from && named.to === window.to;
  }) ?? null;

/** A window without the days that have no calls yet. */
export function clipTo({ from, to }: Window, { lastDay }: Pick<Span, 'lastDay'>): Window {
  return to > lastDay ? { from, to: lastDay } : { from, to };
}

/** The last weeks of a series: at least so many, and back to the week of `from` when that is earlier. */
export function weeksSince<Point extends { week: string }>(
  points: readonly Point[],
  from: string,
  atLeast: number,
): Point[] {
  const first = points.findIndex(({ week }) => addDays(week, 6) >= from);
  return first < 0 ? points.slice(-atLeast) : points.slice(Math.max(0, Math.min(first, points.length - atLeast)));
}

/** The last `weeks` weeks of a series up to its end; weeks are Mondays. */
export const lastWeeks = <Point extends { week: string }>(points: readonly Point[], weeks: number): Point[] =>
  points.slice(-weeks);

export const windowOfMonth = (month: string): Window => ({
  from: `${month.slice(0, 7)}-01`,
  to: lastDayOfMonth(month),
});

/** First days of all months from one to another, both among them. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = windowOfMonth(first).from; month <= last; month = addDays(lastDayOfMonth(month), 1)) {
    months.push(month);
  }
  return months;
}
