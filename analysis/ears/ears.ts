import normal from '@stdlib/stats-base-dists-normal';
import type { LeftOut, Verdict } from '#data/schema/answer.ts';

/** Calls per whole day, oldest first; days without calls are 0. */
export type DailySeries = { readonly areaId: string; readonly category: string; readonly counts: ArrayLike<number> };

export type EarsRule = 'C1' | 'C2' | 'C3';

export type EarsOptions = {
  readonly rules: readonly EarsRule[];
  readonly days: number; // how many of the last days are judged
  readonly baseline: number; // days that tell what is usual, 3 or more
  readonly minSigma: number; // calls; a smaller scatter is taken as this
  readonly alpha: { readonly C1: number; readonly C2: number; readonly C3: number }; // chance of a day above the limit
};

export const EARS_DEFAULTS: EarsOptions = {
  rules: ['C1', 'C2', 'C3'],
  days: 1,
  baseline: 7,
  minSigma: 0,
  alpha: { C1: 0.001, C2: 0.001, C3: 0.025 },
};

export type EarsReason =
  | 'short-history' // fewer days of past than the rule looks back on
  | 'no-scatter'; // the baseline days are all alike: there is nothing to measure a distance with

export type EarsFinding = {
  areaId: string;
  category: string;
  day: number; // its place in the series, from 0
  rule: EarsRule;
  observed: number;
  expected: number; // mean of the baseline days
  upper: number; // a count above it is an alarm
  score: number; // C1, C2: distance in standard deviations; C3: the last three of C2, what is above 1 added up
  verdict: Extract<Verdict, 'usual' | 'watch'>;
};

export const EARS_CONVENTION =
  'EARS C1, C2 and C3 as surveillance::earsC computes them: mean and standard deviation of 7 days, the last two left out by C2 and C3; alarm above 3.09 standard deviations (C1, C2) or 1.96 (C3).';
export const EARS_CAVEAT =
  'Knows neither weekday nor season and reads 7 days only: weekends, paydays and quiet kinds of call ring falsely. An early sign for a daily look, never proof of a change.';

/**
 * Days above their own last week or so, by the three rules of EARS. Answers in the order given: series, day, rule.
 *
 * Hutwagner L et al. (2003), Journal of Urban Health 80(2 Suppl 1), i89-i96.
 */
export function findEars(series: readonly DailySeries[], chosen: Partial<EarsOptions> = {}) {
  const options: EarsOptions = { ...EARS_DEFAULTS, ...chosen };
  if (options.baseline < 3) throw new RangeError('EARS needs a baseline of 3 days or more');
  const findings: EarsFinding[] = [];
  const leftOut: LeftOut<EarsReason>[] = [];
  for (const { areaId, category, counts } of series) {
    const first = Math.max(0, counts.length - options.days);
    for (let day = first; day < Math.max(1, counts.length); day++) {
      for (const rule of options.rules) {
        const judged = JUDGES[rule](counts, day, options);
        if (typeof judged === 'string') {
          const when = options.days === 1 ? '' : ` day ${day}`;
          leftOut.push({ what: `${areaId} ${category}${when} ${rule}`, reason: judged });
          continue;
        }
        const observed = counts[day] ?? 0;
        const verdict: EarsFinding['verdict'] = observed > judged.upper ? 'watch' : 'usual';
        findings.push({ areaId, category, day, rule, observed, ...judged, verdict });
      }
    }
  }
  return { findings, leftOut, options };
}

type Judged = { expected: number; upper: number; score: number } | EarsReason;

const JUDGES: Record<EarsRule, (counts: ArrayLike<number>, day: number, options: EarsOptions) => Judged> = {
  C1: (counts, day, options) => byDistance(counts, day, 1, options.alpha.C1, options),
  C2: (counts, day, options) => byDistance(counts, day, 3, options.alpha.C2, options),
  C3: (counts, day, options) => {
    const limit = limitOf(options.alpha.C3);
    const now = usualOf(counts, day, 3, options);
    let former = 0;
    for (const back of [1, 2]) {
      const usual = usualOf(counts, day - back, 3, options);
      if (typeof usual === 'string') return usual;
      former += Math.max(0, distance(counts, day - back, usual) - 1);
    }
    if (typeof now === 'string') return now;
    const upper = Math.max(0, (counts[day] ?? 0) + now.sigma * (limit - former));
    return { expected: now.mean, upper, score: former };
  },
};

function byDistance(
  counts: ArrayLike<number>,
  day: number,
  newest: number,
  alpha: number,
  options: EarsOptions,
): Judged {
  const usual = usualOf(counts, day, newest, options);
  if (typeof usual === 'string') return usual;
  const upper = usual.mean + limitOf(alpha) * usual.sigma;
  return { expected: usual.mean, upper, score: distance(counts, day, usual) };
}

type Usual = { mean: number; sigma: number };

/** Mean and scatter of the baseline that ends `newest` days before. */
function usualOf(counts: ArrayLike<number>, day: number, newest: number, options: EarsOptions): Usual | EarsReason {
  const { baseline, minSigma } = options;
  if (day - newest - baseline + 1 < 0) return 'short-history';
  let sum = 0;
  for (let i = 0; i < baseline; i++) sum += counts[day - newest - i] ?? 0;
  const mean = sum / baseline;
  let squares = 0;
  for (let i = 0; i < baseline; i++) squares += ((counts[day - newest - i] ?? 0) - mean) ** 2;
  const sigma = Math.max(Math.sqrt(squares / (baseline - 1)), minSigma);
  return sigma > 0 ? { mean, sigma } : 'no-scatter';
}

const distance = (counts: ArrayLike<number>, day: number, { mean, sigma }: Usual): number =>
  ((counts[day] ?? 0) - mean) / sigma;

const limitOf = (alpha: number): number => -normal.quantile(alpha, 0, 1);
