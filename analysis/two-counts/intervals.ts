import normal from '@stdlib/stats-base-dists-normal';
import type { Interval } from '#analysis/shared/ratio-limits.ts';

/** Limits from the logarithm of the ratio, whose variance is the sum of the inverse counts: not for counts of 0. */
export function logRatio(now: number, before: number, times: number, tail: number): Interval | 'zero-count' {
  if (now === 0 || before === 0) return 'zero-count';
  const middle = Math.log((now / before) * times);
  const reach = -normal.quantile(tail, 0, 1) * Math.sqrt(1 / now + 1 / before);
  return { low: Math.exp(middle - reach), high: Math.exp(middle + reach) };
}
