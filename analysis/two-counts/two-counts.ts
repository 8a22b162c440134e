import binomial from '@stdlib/stats-base-dists-binomial';
import { cTestLower, cTestRange, cTestUpper } from '#analysis/shared/c-test.ts';
import { garwood } from '#analysis/shared/garwood.ts';
import { adjustForLooks } from '#analysis/shared/many-looks.ts';
import { type Interval, ratioByConditioning } from '#analysis/shared/ratio-limits.ts';
import type { LeftOut, Verdict } from '#data/schema/answer.ts';
import { logRatio } from './intervals.ts';

/** Two counts of the same thing, and how long each was counted, in any one unit. */
export type TwoCounts = {
  readonly areaId: string;
  readonly category: string;
  readonly now: number;
  readonly nowExposure: number;
  readonly before: number;
  readonly beforeExposure: number;
};

export type TwoCountsOptions = {
  readonly unusualQ: number;
  readonly watchQ: number;
  readonly level: number; // of all intervals and of the usual range
};

export const TWO_COUNTS_DEFAULTS: TwoCountsOptions = { unusualQ: 0.01, watchQ: 0.05, level: 0.95 };

export type TwoCountsReason =
  | 'no-exposure' // a length of time that is not above 0
  | 'no-calls' // none in either window
  | 'not-a-count'; // negative or broken counts

export type TwoCountsFinding = {
  areaId: string;
  category: string;
  now: number;
  before: number;
  expected: number; // now, had the rate stayed as it was before
  low: number; // usual range about it, whole calls, the doubt in `before` included
  high: number;
  p: number; // one-sided mid-p of as many or more
  pExact: number; // the same without halving the equal case
  pFewer: number; // one-sided mid-p of as few or fewer
  q: number; // p after Benjamini-Hochberg over all that was compared
  verdict: Extract<Verdict, 'usual' | 'watch' | 'unusual'>; // of a rise
  direction: 'above' | 'below' | 'within'; // of the usual range
  nowLimits: Interval; // exact Poisson limits of each count
  beforeLimits: Interval;
  ratio: number | 'zero-base'; // of the rates
  ratioLimits: Interval; // exact, by conditioning
  logLimits: Interval | 'zero-count'; // from the normal log ratio
  percent: number | 'base-under-10'; // change of the rate
};

export const TWO_COUNTS_CONVENTION =
  'Exact C-test: given the sum of both counts, conditional binomial with the share of exposure; one-sided mid-p, Garwood limits for each count, limits of the ratio by conditioning, Benjamini-Hochberg over all comparisons.';
export const TWO_COUNTS_CAVEAT =
  'Takes calls to come singly: where they come in bunches, chance differences look too rare. Knows no season: compare like weeks with like.';

const LEAST_BASE = 10; // below, a percent says more than the counts do

/**
 * Whether a count is more than another one leads to expect, their lengths of time allowed for. In the order given.
 *
 * Przyborowski J, Wilenski H (1940), Biometrika 31, 313-323; mid-p: Lancaster HO (1961), JASA 56, 223-234.
 */
export function compareTwoCounts(pairs: readonly TwoCounts[], chosen: Partial<TwoCountsOptions> = {}) {
  const options: TwoCountsOptions = { ...TWO_COUNTS_DEFAULTS, ...chosen };
  const leftOut: LeftOut<TwoCountsReason>[] = [];
  const compared: TwoCounts[] = [];
  for (const pair of pairs) {
    const reason = whyNot(pair);
    if (reason === null) compared.push(pair);
    else leftOut.push({ what: `${pair.areaId} ${pair.category}`, reason });
  }
  const p = compared.map((pair) => cTestUpper(pair.now, pair.before, pair.beforeExposure / pair.nowExposure));
  const q = adjustForLooks(p);
  const findings = compared.map((pair, i) => toFinding(pair, p[i] ?? 1, q[i] ?? 1, options));
  return { findings, leftOut, options };
}

function whyNot({ now, nowExposure, before, beforeExposure }: TwoCounts): TwoCountsReason | null {
  if (!(nowExposure > 0 && beforeExposure > 0 && Number.isFinite(nowExposure + beforeExposure))) return 'no-exposure';
  if (!(Number.isInteger(now) && Number.isInteger(before) && now >= 0 && before >= 0)) return 'not-a-count';
  return now + before === 0 ? 'no-calls' : null;
}

function toFinding(pair: TwoCounts, p: number, q: number, options: TwoCountsOptions): TwoCountsFinding {
  const { areaId, category, now, before, nowExposure, beforeExposure } = pair;
  const times = beforeExposure / nowExposure;
  const tail = (1 - options.level) / 2;
  const { low, high } = cTestRange(before, times, tail);
  const ratio = before === 0 ? 'zero-base' : (now / before) * times;
  const isRise = now * beforeExposure > before * nowExposure;
  return {
    areaId,
    category,
    now,
    before,
    expected: before / times,
    low,
    high,
    p,
    pExact: Math.min(1, p + binomial.pmf(now, now + before, 1 / (1 + times)) / 2),
    pFewer: cTestLower(now, before, times),
    q,
    verdict: !isRise ? 'usual' : q < options.unusualQ ? 'unusual' : q < options.watchQ ? 'watch' : 'usual',
    direction: now > high ? 'above' : now < low ? 'below' : 'within',
    nowLimits: garwood(now, tail),
    beforeLimits: garwood(before, tail),
    ratio,
    ratioLimits: ratioByConditioning(now, before, times, tail),
    logLimits: logRatio(now, before, times, tail),
    percent: before < LEAST_BASE || ratio === 'zero-base' ? 'base-under-10' : 100 * (ratio - 1),
  };
}
