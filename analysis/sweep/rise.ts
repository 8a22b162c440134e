import negativeBinomial from '@stdlib/stats-base-dists-negative-binomial';

/** The calls of one place, or of one cell and those around it, before the judged span. */
export type Past = { readonly sum: number; readonly squares: number }; // of the counts of its spans, and of their squares

export type Rise = {
  observed: number;
  expected: number;
  low: number; // usual range, whole calls
  high: number;
  p: number; // chance of as many calls, or more
};

const OWN_SCATTER_FROM = 10; // calls; fewer cannot tell how they scatter

/**
 * How much the counts of all places together scatter, against chance: 1 for calls that come singly,
 * more where one event brings several. Variance over mean, summed over places; at least 1.
 */
export function pooledScatter(pasts: Iterable<Past>, spans: number): number {
  let [variance, mean] = [0, 0];
  for (const { sum, squares } of pasts) {
    variance += (squares - (sum * sum) / spans) / (spans - 1);
    mean += sum / spans;
  }
  return mean > 0 ? Math.max(1, variance / mean) : 1;
}

/** How much more the whole city called than in its past, without the place that is judged; at least 1, so that a quiet city raises no alarm. */
export function cityRatio(
  city: { readonly now: number; readonly past: number },
  own: { readonly now: number; readonly past: number },
  spans: number,
): number {
  return Math.max(1, (city.now - own.now + 0.5) / ((city.past - own.past) / spans + 0.5));
}

/** Judges the count of one span after `spans` past ones: a negative binomial forecast with the scatter of its kind. */
export function judgeRise(
  observed: number,
  past: Past,
  { spans, ratio, scatter, level }: { spans: number; ratio: number; scatter: number; level: number },
): Rise {
  const own = past.sum >= OWN_SCATTER_FROM ? pooledScatter([past], spans) : 1;
  const expected = ((past.sum + 0.5) / spans) * ratio;
  const perMean = Math.max(scatter, own) * (1 + 1 / spans); // variance over mean: scatter, and doubt in the mean
  const chance = 1 / perMean;
  const size = expected / (perMean - 1);
  const upper = (count: number) => upperTail(count, size, chance);
  const tail = (1 - level) / 2;
  let low = 0;
  while (negativeBinomial.cdf(low, size, chance) < tail) low++;
  let high = low;
  while (upper(high + 1) >= tail) high++;
  return { observed, expected, low, high, p: upper(observed) };
}

/** Chance of `count` or more. Summed term by term: one minus the distribution function would lose every p below 1e-16. */
function upperTail(count: number, size: number, chance: number): number {
  const mean = (size * (1 - chance)) / chance;
  if (count <= mean) return count === 0 ? 1 : 1 - negativeBinomial.cdf(count - 1, size, chance);
  let term = negativeBinomial.pmf(count, size, chance);
  let sum = term;
  for (let next = count + 1; term > 1e-15 * sum; next++) {
    term *= ((next - 1 + size) / next) * (1 - chance);
    sum += term;
  }
  return Math.min(1, sum);
}
