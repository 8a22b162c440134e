import type { Baseline } from './baseline.ts';
import { designOf } from './farrington/design.ts';
import { forecastOf } from './farrington/forecast.ts';
import { FARRINGTON_DEFAULTS, weeksOfPast, yearsWithin } from './farrington/options.ts';
import type { SpikeOptions } from './options.ts';

// What reweighting takes from the scatter of weeks without any spike: about a tenth, by simulation.
const GIVEN_BACK = 1.1;
// One series in a hundred would carry a trend by luck at 0.01, and hundreds are looked at every Monday.
const TREND_P = 0.001;

/**
 * Farrington Flexible's forecast of the week after `past`. The doubt in its mean is added to the scatter, as
 * Farrington's own limit does, and a season without any call is taken as half a call. Null: too short a history,
 * or no model settled.
 */
export function farringtonBaseline(past: readonly number[], options: SpikeOptions): Baseline | null {
  const shape = { b: options.years, w: options.seasonWeeks };
  const b = yearsWithin(past.length, shape);
  if (b < options.farringtonYears) return null;
  const settings = { ...FARRINGTON_DEFAULTS, ...shape, b, pThresholdTrend: TREND_P };
  const design = designOf(settings);
  const counts = Float64Array.from(design.back, (back) => past[past.length - back] ?? 0);
  const foretold = forecastOf(counts, design, settings);
  if (foretold === null) return null;
  const { expected, dispersion, logError } = foretold;
  const mean = Math.max(expected, 0.5 / (b * (2 * shape.w + 1)));
  const forecast = { mean, variance: mean * (GIVEN_BACK * dispersion + expected * logError ** 2) };
  return { weeks: counts.length, calls: counts.reduce((sum, count) => sum + count, 0), forecast };
}

/** How many whole weeks Farrington needs before the judged one. */
export const farringtonWeeks = ({ farringtonYears, seasonWeeks }: SpikeOptions): number =>
  weeksOfPast({ b: farringtonYears, w: seasonWeeks });
