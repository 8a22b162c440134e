import type { Smoother } from './plan-fits.ts';
import type { StlSettings } from './stl.ts';

/** Null where the default follows from the others. Windows are odd numbers of steps. */
export type SeasonOptions = {
  readonly period: number; // steps of a cycle; 52.18 weeks are taken as 52 whole ones
  readonly seasonalWindow: number | 'periodic';
  readonly seasonalDegree: 0 | 1;
  readonly trendWindow: number | null;
  readonly trendDegree: 0 | 1;
  readonly lowPassWindow: number | null;
  readonly lowPassDegree: 0 | 1 | null; // null: that of the trend
  readonly jumps: 'tenth' | 'none'; // every tenth of a window is fitted (R), or every step (statsmodels)
  readonly robust: boolean;
  readonly inner: number | null;
  readonly outer: number | null;
};

const DEFAULTS: SeasonOptions = {
  period: 52.18,
  seasonalWindow: 'periodic',
  seasonalDegree: 0,
  trendWindow: null,
  trendDegree: 1,
  lowPassWindow: null,
  lowPassDegree: null,
  jumps: 'tenth',
  robust: false,
  inner: null,
  outer: null,
};

/** Fills in the defaults, the period in whole steps. Throws a RangeError that names the option. */
export function fillOptions(chosen: Partial<SeasonOptions>): SeasonOptions {
  const options = { ...DEFAULTS, ...chosen };
  const period = Math.round(options.period);
  if (!(period >= 2)) throw new RangeError(`period is 2 steps or more, not ${options.period}`);
  for (const name of ['seasonalWindow', 'trendWindow', 'lowPassWindow'] as const) {
    const window = options[name];
    if (typeof window === 'number' && !(Number.isInteger(window) && window >= 3 && window % 2 === 1))
      throw new RangeError(`${name} is an odd number of steps from 3, not ${window}`);
  }
  for (const [name, least] of [
    ['inner', 1],
    ['outer', 0],
  ] as const) {
    const rounds = options[name];
    if (rounds !== null && !(Number.isInteger(rounds) && rounds >= least))
      throw new RangeError(`${name} is a whole number from ${least}, not ${rounds}`);
  }
  return { ...options, period };
}

/** The settings of one series of `steps`, by R's rules where nothing else is asked. */
export function toSettings(options: SeasonOptions, steps: number): StlSettings {
  const { period, robust, seasonalDegree, trendDegree } = options;
  const isPeriodic = options.seasonalWindow === 'periodic';
  const seasonal = options.seasonalWindow === 'periodic' ? 10 * steps + 1 : options.seasonalWindow;
  const trend = options.trendWindow ?? nextOdd(Math.ceil((1.5 * period) / (1 - 1.5 / seasonal)));
  const smoother = (window: number, degree: 0 | 1): Smoother => ({
    window,
    degree,
    jump: options.jumps === 'none' ? 1 : Math.ceil(window / 10),
  });
  return {
    period,
    isPeriodic,
    seasonal: smoother(seasonal, isPeriodic ? 0 : seasonalDegree),
    trend: smoother(trend, trendDegree),
    lowPass: smoother(options.lowPassWindow ?? nextOdd(period), options.lowPassDegree ?? trendDegree),
    inner: options.inner ?? (robust ? 1 : 2),
    outer: options.outer ?? (robust ? 15 : 0),
  };
}

const nextOdd = (value: number): number => (Math.round(value) % 2 === 0 ? Math.round(value) + 1 : Math.round(value));
