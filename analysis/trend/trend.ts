import { mannKendall } from '#analysis/shared/mann-kendall.ts';
import { adjustForLooks } from '#analysis/shared/many-looks.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import { senSlope } from './sen-slope.ts';

/** Counts of one category in one area, one a step of equal length, oldest first; empty steps are zeros. */
export type SteppedCounts = {
  readonly areaId: string;
  readonly category: string;
  readonly counts: ArrayLike<number>;
};

export type Trend = {
  areaId: string;
  category: string;
  steps: number;
  total: number;
  s: number; // Mann-Kendall
  tau: number; // tau-b
  z: number;
  p: number; // two-sided
  q: number; // after Benjamini-Hochberg over the judged series
  slope: number; // Sen, calls a step, each step
  low: number; // of the slope, at `level`
  high: number;
  direction: 'rising' | 'falling' | 'no-clear-trend';
};

export type TrendOptions = {
  readonly minSteps: number; // fewer are not judged
  readonly significantQ: number;
  readonly level: number; // of the interval of the slope
};

export type TrendReason =
  | 'too-few-steps'
  | 'no-calls'
  | 'no-variance' // every step holds the same count
  | 'not-a-number'; // a step without a finite count

export const TREND_CONVENTION =
  'Mann-Kendall with ties and continuity correction, two-sided, Benjamini-Hochberg over the series judged; the slope is Sen’s, the median of all pairs of steps.';
export const TREND_CAVEAT =
  'A season or a slow wave looks like a trend: take whole years. A trend says where the counts went, not why, nor where they go.';

/** Series that rise or fall over all their steps; the surest first. */
export function findTrends(series: readonly SteppedCounts[], chosen: Partial<TrendOptions> = {}) {
  const options: TrendOptions = { minSteps: 10, significantQ: 0.05, level: 0.95, ...chosen };
  refuse(options);
  const leftOut: LeftOut<TrendReason>[] = [];
  const judged: Omit<Trend, 'q' | 'direction'>[] = [];
  for (const one of series) {
    const found = judge(one, options);
    if (typeof found === 'string') leftOut.push({ what: `${one.category} in ${one.areaId}`, reason: found });
    else judged.push(found);
  }
  const q = adjustForLooks(judged.map(({ p }) => p));
  const findings = judged.map((one, i): Trend => {
    const isClear = (q[i] ?? 1) < options.significantQ;
    const direction = !isClear ? 'no-clear-trend' : one.s > 0 ? 'rising' : 'falling';
    return { ...one, q: q[i] ?? 1, direction };
  });
  findings.sort((a, b) => a.p - b.p || Math.abs(b.z) - Math.abs(a.z));
  return { findings, leftOut, options };
}

function judge({ areaId, category, counts }: SteppedCounts, { minSteps, level }: TrendOptions) {
  const steps = counts.length;
  let total = 0;
  for (let step = 0; step < steps; step++) total += counts[step] ?? 0;
  if (!Number.isFinite(total)) return 'not-a-number';
  if (steps < minSteps) return 'too-few-steps';
  const kendall = mannKendall(counts);
  if (kendall === null) return total === 0 ? 'no-calls' : 'no-variance';
  const { variance, ...figures } = kendall;
  return { areaId, category, steps, total, ...figures, ...senSlope(counts, variance, level) };
}

function refuse({ minSteps, significantQ, level }: TrendOptions): void {
  if (!(minSteps >= 3)) throw new RangeError(`minSteps must be 3 or more, not ${minSteps}`);
  if (!(significantQ > 0 && significantQ < 1)) throw new RangeError('significantQ must lie between 0 and 1');
  if (!(level > 0 && level < 1)) throw new RangeError('level must lie between 0 and 1');
}
