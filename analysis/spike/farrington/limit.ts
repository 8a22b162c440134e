import negativeBinomial from '@stdlib/stats-base-dists-negative-binomial';
import normal from '@stdlib/stats-base-dists-normal';
import poisson from '@stdlib/stats-base-dists-poisson';
import type { FarringtonForecast } from './forecast.ts';
import type { FarringtonOptions } from './options.ts';

/** The upper limit, and the chance of the observed count or more. */
export type Limit = { readonly upper: number; readonly p: number };

/** The limit of the chosen method. Null: a forecast too wild for one. */
export function limitOf(
  observed: number,
  forecast: FarringtonForecast,
  { thresholdMethod, alpha }: FarringtonOptions,
): Limit | null {
  if (thresholdMethod === 'delta') return byTwoThirds(observed, forecast, alpha);
  const { expected, logError, dispersion } = forecast;
  const mean = thresholdMethod === 'muan' ? expected * Math.exp(-normal.quantile(alpha, 0, 1) * logError) : expected;
  return Number.isFinite(mean) ? byCounts(observed, mean, dispersion, alpha) : null;
}

/** The forecast's 2/3 power taken as normal, its own doubt included: Farrington et al. (1996). */
function byTwoThirds(observed: number, { expected, logError, dispersion }: FarringtonForecast, alpha: number): Limit {
  const spread = Math.sqrt((4 / 9) * Math.cbrt(expected) * (dispersion + expected * logError ** 2));
  const middle = Math.cbrt(expected) ** 2;
  const upper = (middle - normal.quantile(alpha, 0, 1) * spread) ** 1.5;
  return { upper, p: normal.cdf(middle, Math.cbrt(observed) ** 2, spread) };
}

function byCounts(observed: number, mean: number, dispersion: number, alpha: number): Limit {
  const chanceUpTo = (count: number): number => {
    if (count < 0) return 0;
    if (dispersion === 1) return poisson.cdf(count, mean);
    return negativeBinomial.cdf(count, mean / (dispersion - 1), 1 / dispersion);
  };
  let upper = Math.max(0, Math.floor(mean - normal.quantile(alpha, 0, 1) * Math.sqrt(dispersion * mean)));
  while (upper > 0 && chanceUpTo(upper - 1) >= 1 - alpha) upper--;
  while (chanceUpTo(upper) < 1 - alpha) upper++;
  return { upper, p: 1 - chanceUpTo(observed - 1) };
}
