import { toDayNumber, toLocalDate, weekOf } from '#analysis/shared/days.ts';
import type { Window } from '#data/schema/answer.ts';

export type Preset = 'last-week' | 'four-weeks' | 'year' | 'this-year' | 'all';
export type Span = { firstDay: string; lastDay: string; lastFullWeek: Window };

export const addDays = (localDate: string, days: number): string => toLocalDate(toDayNumber(localDate) + days);
export const mondayOf = (localDate: string): string => toLocalDate(weekOf(toDayNumber(localDate)));
/** Days in a window, both ends counted. */
export const daysIn = ({ from, to }: Window): number => toDayNumber(to) - toDayNumber(from) + 1;

/** The windows a person asks for by name. All but `this-year` and `all` end with the last full week. */
export function windowOf(preset: Preset, { firstDay, lastDay, lastFullWeek }: Span): Window {
  if (preset === 'last-week') return lastFullWeek;
  if (preset === 'four-weeks') return { from: addDays(lastFullWeek.to, -27), to: lastFullWeek.to };
  if (preset === 'year') return { from: addDays(lastFullWeek.to, -363), to: lastFullWeek.to };
  if (preset === 'this-year') return { from: `${lastDay.slice(0, 4)}-01-01`, to: lastDay };
  return { from: firstDay, to: lastDay };
}

const PRESETS: readonly Preset[] = ['last-week', 'four-weeks', 'year', 'this-year', 'all'];

/** The name of a window, where it has one. */
export const presetOf = (window: Window, span: Span): Preset | null =>
  PRESETS.find((preset) => {
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
