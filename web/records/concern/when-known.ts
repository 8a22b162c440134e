import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import { type Forecast, forecastRange } from '#analysis/spike/negative-binomial.ts';

/** One finished week of calls of a kind. */
export type Week = { readonly week: string; readonly count: number };

export type WhenKnown = {
  readonly weeksBefore: number;
  readonly weeksSince: number;
  readonly meanBefore: number; // calls a week
  readonly since: { total: number; low: number; high: number; verdict: 'no-clear-change' | 'fewer' | 'more' } | null; // null: too early
  readonly shows: { weeks: number; by: string; fallTo: number }[]; // an average of this or fewer would stand out by then
};

export const LEAST_WEEKS = 8; // fewer weeks on either side carry no verdict
const MOST_BEFORE = 52;
const HORIZONS = [8, 13, 26];
const TAIL = 0.025; // on either side: chance alone falls outside about once in twenty

/**
 * Whether the weeks since a day differ from those before it, and how large a fall would have to be
 * to show later: the smallest weekly mean whose sum still lies inside the usual range is the limit.
 * Null where too few weeks came before. Takes no account of the season.
 */
export function whenKnown(finished: readonly Week[], actedOn: string): WhenKnown | null {
  const acted = toDayNumber(actedOn);
  const before = finished.filter(({ week }) => toDayNumber(week) + 6 < acted).slice(-MOST_BEFORE);
  const since = finished.filter(({ week }) => toDayNumber(week) >= acted);
  const meanBefore = mean(before);
  if (before.length < LEAST_WEEKS || meanBefore === 0) return null;
  const total = since.reduce((sum, { count }) => sum + count, 0);
  const firstWeek = toDayNumber(since[0]?.week ?? toLocalDate(nextMonday(acted)));
  return {
    weeksBefore: before.length,
    weeksSince: since.length,
    meanBefore,
    since: since.length < LEAST_WEEKS ? null : { total, ...judge(total, forecastOf(before, since.length)) },
    shows: HORIZONS.filter((weeks) => weeks > since.length).flatMap((weeks) => {
      const fallTo = Math.floor((10 * (forecastRange(forecastOf(before, weeks), TAIL).low - 1)) / weeks) / 10;
      return fallTo <= 0 ? [] : [{ weeks, by: toLocalDate(firstWeek + 7 * weeks), fallTo }];
    }),
  };
}

function judge(total: number, forecast: Forecast) {
  const { low, high } = forecastRange(forecast, TAIL);
  const verdict = total < low ? ('fewer' as const) : total > high ? ('more' as const) : ('no-clear-change' as const);
  return { low, high, verdict };
}

/** The sum of weeks to come, as those before foretell it: their own spread, and that their mean is not known exactly. */
function forecastOf(before: readonly Week[], weeks: number): Forecast {
  const average = mean(before);
  const spread = before.reduce((sum, { count }) => sum + (count - average) ** 2, 0) / (before.length - 1);
  const aWeek = Math.max(spread, average); // never steadier than chance
  return { mean: weeks * average, variance: weeks * aWeek + (weeks ** 2 * aWeek) / before.length };
}

const mean = (weeks: readonly Week[]): number =>
  weeks.length === 0 ? 0 : weeks.reduce((sum, { count }) => sum + count, 0) / weeks.length;

const nextMonday = (day: number): number => day + ((4 - (day % 7) + 7) % 7); // day 0 was a Thursday
