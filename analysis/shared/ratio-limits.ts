import beta from '@stdlib/stats-base-dists-beta';

export type Interval = { low: number; high: number | 'no-limit' };

/**
 * Exact limits of the ratio of two rates: those of Clopper and Pearson for the share of the first count, turned into
 * a ratio. `times` is how much more the second was counted over. No upper limit where it is 0.
 */
export function ratioByConditioning(first: number, second: number, times: number, tail: number): Interval {
  const low = first === 0 ? 0 : beta.quantile(tail, first, second + 1);
  const high = second === 0 ? 1 : beta.quantile(1 - tail, first + 1, second);
  return { low: (times * low) / (1 - low), high: high === 1 ? 'no-limit' : (times * high) / (1 - high) };
}
