import type { LeftOut, Verdict } from '#data/schema/answer.ts';
import { designOf } from './design.ts';
import { type FarringtonForecast, forecastOf } from './forecast.ts';
import { limitOf } from './limit.ts';
import { FARRINGTON_DEFAULTS, type FarringtonOptions, weeksOfPast } from './options.ts';

/** Calls per whole week, oldest first. Weeks without calls are 0. */
export type FarringtonSeries = {
  readonly areaId: string;
  readonly category: string;
  readonly counts: ArrayLike<number>;
};

export type FarringtonReason =
  | 'short-history' // fewer weeks of past than `b` years ask for
  | 'too-few-calls' // the rule of 5 calls in 4 weeks
  | 'no-model'; // no fit settled, or its forecast ran away

export type FarringtonFinding = {
  areaId: string;
  category: string;
  week: number; // its place in the series, from 0
  observed: number;
  expected: number;
  upper: number; // a count above it is an alarm
  p: number; // chance of as many or more
  score: number; // (observed - expected) / (upper - expected): above 1 is an alarm
  dispersion: number; // variance over mean, 1 or more
  slope: number | null; // of the logarithm, a week; null: no trend kept
  verdict: Extract<Verdict, 'usual' | 'unusual'>;
};

export const FARRINGTON_CONVENTION =
  'Farrington Flexible with the settings of Noufaily et al. (2013), as surveillance::farringtonFlexible computes it: a year has 52 weeks, a trend is always kept unless it foretells more than was ever seen, the limit is a negative binomial quantile.';
export const FARRINGTON_CAVEAT =
  'The limit is one of each series alone: over hundreds of series some pass it by chance every week. Fewer than 5 calls in 4 weeks are not judged.';

/**
 * The last `weeks` weeks of each series against the same time of former years: a quasi-Poisson fit with
 * ten seasons and a trend, former spikes weighed down. Answers in the order given, oldest week first.
 *
 * Noufaily A et al. (2013), Statistics in Medicine 32(7), 1206-1222.
 */
export function findFarrington(
  series: readonly FarringtonSeries[],
  { weeks = 1, ...chosen }: Partial<FarringtonOptions> & { weeks?: number } = {},
) {
  const options: FarringtonOptions = { ...FARRINGTON_DEFAULTS, ...chosen };
  const judge = farringtonJudge(options);
  const findings: FarringtonFinding[] = [];
  const leftOut: LeftOut<FarringtonReason>[] = [];
  for (const { areaId, category, counts } of series) {
    const first = Math.max(0, counts.length - weeks);
    for (let week = first; week < Math.max(counts.length, 1); week++) {
      const judged = judge(counts, week);
      if (typeof judged === 'string')
        leftOut.push({
          what: weeks === 1 ? `${areaId} ${category}` : `${areaId} ${category} week ${week}`,
          reason: judged,
        });
      else findings.push({ areaId, category, week, ...judged });
    }
  }
  return { findings, leftOut, options: { ...options, weeks } };
}

/** A judge of one week of one series after another. */
function farringtonJudge(options: FarringtonOptions) {
  const forecast = farringtonForecaster(options);
  const [cases, period] = options.limit54;
  return (counts: ArrayLike<number>, week: number) => {
    const foretold = forecast(counts, week);
    if (typeof foretold === 'string') return foretold;
    let recent = 0;
    for (let back = 0; back < period; back++) recent += counts[week - back] ?? 0;
    if (recent < cases) return 'too-few-calls';
    const observed = counts[week] ?? 0;
    const limit = limitOf(observed, foretold, options);
    if (limit === null || !Number.isFinite(limit.upper)) return 'no-model';
    const { expected, dispersion, slope } = foretold;
    const room = limit.upper - expected;
    const score = room > 0 ? (observed - expected) / room : 0;
    const verdict: FarringtonFinding['verdict'] = observed > limit.upper ? 'unusual' : 'usual';
    return { observed, expected, ...limit, score, dispersion, slope, verdict };
  };
}

/** What the baseline of a week foretells; the counts of the week itself and after it play no part. */
export function farringtonForecaster(options: FarringtonOptions) {
  const design = designOf(options);
  const needed = weeksOfPast(options);
  return (counts: ArrayLike<number>, week: number): FarringtonForecast | 'short-history' | 'no-model' => {
    if (week < needed) return 'short-history';
    const baseline = Float64Array.from(design.back, (back) => counts[week - back] ?? 0);
    return forecastOf(baseline, design, options) ?? 'no-model';
  };
}
