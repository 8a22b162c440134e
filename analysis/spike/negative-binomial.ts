import negativeBinomial from '@stdlib/stats-base-dists-negative-binomial';

/** A forecast of one week's count: negative binomial with this mean and a larger variance. */
export type Forecast = { readonly mean: number; readonly variance: number };

/** Chance of a count above `count`, half of an equal one included (one-sided mid-p). */
export function upperMidP(count: number, forecast: Forecast): number {
  const { size, chance } = toSizeAndChance(forecast);
  const here = negativeBinomial.pmf(count, size, chance);
  if (count <= forecast.mean) return 1 - negativeBinomial.cdf(count, size, chance) + here / 2;
  // Summed term by term: one minus the distribution function would lose every p below 1e-16.
  let term = here;
  let sum = here / 2;
  for (let next = count + 1; term > 1e-15 * sum; next++) {
    term *= ((next - 1 + size) / next) * (1 - chance);
    sum += term;
  }
  return sum;
}

/** Chance of a count below `count`, half of an equal one included. */
export function lowerMidP(count: number, forecast: Forecast): number {
  const { size, chance } = toSizeAndChance(forecast);
  return negativeBinomial.cdf(count, size, chance) - negativeBinomial.pmf(count, size, chance) / 2;
}

/** The counts whose mid-p is `tail` or more on either side: chance alone falls outside about twice `tail`. */
export function forecastRange(forecast: Forecast, tail: number): { low: number; high: number } {
  if (!(tail > 0 && tail < 0.5)) throw new RangeError(`a usual range leaves a tail between 0 and 0.5, not ${tail}`);
  return { low: lastUpTo(tail, forecast) + 1, high: Math.max(0, lastUpTo(1 - tail, forecast)) };
}

/** The largest count whose lower mid-p is at most `limit`; -1 where even 0 has more. */
function lastUpTo(limit: number, forecast: Forecast): number {
  const { size, chance } = toSizeAndChance(forecast);
  const deviations = limit > 0.5 ? 2 : -2; // where to start walking from
  let count = Math.max(0, Math.round(forecast.mean + deviations * Math.sqrt(forecast.variance)));
  let here = negativeBinomial.pmf(count, size, chance);
  let midP = negativeBinomial.cdf(count, size, chance) - here / 2;
  while (midP > limit) {
    if (count === 0) return -1;
    const before = (here * count) / ((count - 1 + size) * (1 - chance));
    midP -= (here + before) / 2;
    here = before;
    count--;
  }
  for (;;) {
    const next = ((here * (count + size)) / (count + 1)) * (1 - chance);
    midP += (here + next) / 2;
    if (midP > limit || next === 0) return count;
    here = next;
    count++;
  }
}

function toSizeAndChance({ mean, variance }: Forecast) {
  if (!(mean > 0 && variance > mean)) {
    throw new RangeError(`a forecast needs a mean above 0 and a larger variance, not ${mean} and ${variance}`);
  }
  return { size: (mean * mean) / (variance - mean), chance: mean / variance };
}
