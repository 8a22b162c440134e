import type { Forecast } from './negative-binomial.ts';

/** The weeks that "past" means, and what they say of the week that follows. */
export type Baseline = { readonly weeks: number; readonly calls: number; readonly forecast: Forecast };

export type BaselineOptions = {
  readonly recentWeeks: number;
  readonly seasonWeeks: number; // either side of the same week in former years
  readonly years: number;
};

const WEEKS_A_YEAR = 365.2425 / 7;
const NEIGHBORS = 4; // weeks either side that tell a week's own level
const CAP = 3.5; // standard deviations; a former spike must not hide the next one

/**
 * The baseline of the `run` weeks after `past` (one, or a run of them): the recent weeks, and the
 * weeks around the same ones in former years. Variance is the larger of two scatters, that of all weeks
 * about their neighbors and that of the baseline weeks about their mean (which grows
 * when the level has drifted), plus the doubt in the mean itself. Over a run the first is met anew each week and
 * evens out; drift and doubt are the same in all of its weeks and do not.
 */
export function seasonBaseline(past: readonly number[], options: BaselineOptions, run = 1): Baseline {
  const capped = capSpikes(past);
  const counts = baselineWeeks(past.length, options, run).map((week) => capped[week] ?? 0);
  const calls = counts.reduce((sum, count) => sum + count, 0);
  const mean = (calls + 0.5) / counts.length;
  const spread = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1);
  const scatter = neighborScatter(capped);
  const drift = Math.max((spread - mean) / mean ** 2 - scatter, 0);
  const anew = run * (mean + scatter * mean ** 2);
  const shared = run ** 2 * (drift * mean ** 2 + (mean + (scatter + drift) * mean ** 2) / counts.length);
  return { weeks: counts.length, calls, forecast: { mean: run * mean, variance: anew + shared } };
}

/** How many whole weeks the same-season baseline needs before the judged one. */
export const weeksNeeded = ({ seasonWeeks }: BaselineOptions): number => Math.round(WEEKS_A_YEAR) + seasonWeeks;

function baselineWeeks(length: number, { recentWeeks, seasonWeeks, years }: BaselineOptions, run: number): number[] {
  const weeks = new Set<number>();
  for (let back = 1; back <= recentWeeks; back++) weeks.add(length - back);
  for (let year = 1; year <= years; year++) {
    const same = length - Math.round(year * WEEKS_A_YEAR);
    for (let shift = -seasonWeeks; shift < Math.ceil(run) + seasonWeeks; shift++) weeks.add(same + shift);
  }
  return [...weeks].filter((week) => week >= 0 && week < length);
}

/**
 * Over-dispersion by moments, NB2 (variance = mean + excess x mean²): squared distance
 * of each week from the mean of its neighbors, in excess of what Poisson explains.
 * The product of the two sides stands for the squared mean, because it is unbiased.
 */
function neighborScatter(counts: readonly number[]): number {
  let excess = 0;
  let squared = 0;
  for (let week = NEIGHBORS; week < counts.length - NEIGHBORS; week++) {
    const before = sumOf(counts, week - NEIGHBORS, week) / NEIGHBORS;
    const after = sumOf(counts, week + 1, week + 1 + NEIGHBORS) / NEIGHBORS;
    const mean = (before + after) / 2;
    excess += ((counts[week] ?? 0) - mean) ** 2 / (1 + 1 / (2 * NEIGHBORS)) - mean;
    squared += before * after;
  }
  return squared > 0 ? Math.max(0, excess / squared) : 0;
}

function capSpikes(counts: readonly number[]): number[] {
  const scatter = neighborScatter(counts);
  return counts.map((count, week) => {
    const from = Math.max(0, week - NEIGHBORS);
    const to = Math.min(counts.length, week + NEIGHBORS + 1);
    const others = to - from - 1;
    const mean = Math.max(sumOf(counts, from, to) - count, 0.5) / others;
    const cap = mean + CAP * Math.sqrt((mean + scatter * mean ** 2) * (1 + 1 / others));
    return Math.min(count, Math.max(cap, 2));
  });
}

function sumOf(counts: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += counts[i] ?? 0;
  return sum;
}
