import beta from '@stdlib/stats-base-dists-beta';
import normal from '@stdlib/stats-base-dists-normal';

export type Interval = { low: number; high: number | 'no-limit' };

/**
 * Exact limits of the ratio of two rates: those of Clopper and Pearson for the share of the second count, turned into
 * a ratio. `times` is how much longer the first was counted. No upper limit where it is 0.
 */
export function ratioByConditioning(now: number, before: number, times: number, tail: number): Interval {
  const low = now === 0 ? 0 : beta.quantile(tail, now, before + 1);
  const high = before === 0 ? 1 : beta.quantile(1 - tail, now + 1, before);
  return { low: (times * low) / (1 - low), high: high === 1 ? 'no-limit' : (times * high) / (1 - high) };
}

/** Limits from the logarithm of the ratio, whose variance is the sum of the inverse counts: not for counts of 0. */
export function logRatio(now: number, before: number, times: number, tail: number): Interval | 'zero-count' {
  if (now === 0 || before === 0) return 'zero-count';
  const middle = Math.log((now / before) * times);
  const reach = -normal.quantile(tail, 0, 1) * Math.sqrt(1 / now + 1 / before);
  return { low: Math.exp(middle - reach), high: Math.exp(middle + reach) };
}
