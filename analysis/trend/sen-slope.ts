import normal from '@stdlib/stats-base-dists-normal';

export type SenSlope = {
  readonly slope: number; // a step
  readonly low: number;
  readonly high: number;
};

/**
 * Sen's slope: the median of the slopes between all pairs of steps, with its interval from the
 * variance of Mann-Kendall's s. A few wild steps do not move it.
 *
 * Sen PK (1968), J Am Stat Assoc 63, 1379-1389; ranks of the interval as in `scipy.stats.theilslopes`.
 */
export function senSlope(values: ArrayLike<number>, variance: number, level: number): SenSlope {
  const slopes = slopesOf(values).sort();
  const pairs = slopes.length;
  const reach = normal.quantile((1 + level) / 2, 0, 1) * Math.sqrt(variance);
  const lowest = Math.max(0, roundToEven((pairs - reach) / 2) - 1);
  const highest = Math.min(pairs - 1, roundToEven((pairs + reach) / 2));
  const median = ((slopes[(pairs - 1) >> 1] ?? 0) + (slopes[pairs >> 1] ?? 0)) / 2;
  return { slope: median, low: slopes[lowest] ?? median, high: slopes[highest] ?? median };
}

function slopesOf(values: ArrayLike<number>): Float64Array {
  const slopes = new Float64Array((values.length * (values.length - 1)) / 2);
  let next = 0;
  for (let later = 1; later < values.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      slopes[next++] = ((values[later] ?? 0) - (values[earlier] ?? 0)) / (later - earlier);
    }
  }
  return slopes;
}

function roundToEven(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}
