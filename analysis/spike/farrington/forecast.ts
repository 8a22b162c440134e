import student from '@stdlib/stats-base-dists-t';
import type { Design } from './design.ts';
import type { FarringtonOptions } from './options.ts';
import { dispersionOf, type Fit, fitQuasiPoisson } from './quasi-poisson.ts';
import { reweight } from './reweighting.ts';

/** What the baseline foretells of the judged week. */
export type FarringtonForecast = {
  readonly expected: number;
  readonly logError: number; // standard error of its logarithm
  readonly dispersion: number; // variance over mean, 1 or more
  readonly slope: number | null; // of the logarithm, a week; null: without a trend
};

/** Null: no model settled, with or without a trend. */
export function forecastOf(
  counts: Float64Array,
  design: Design,
  options: FarringtonOptions,
): FarringtonForecast | null {
  const withTrend = options.trend ? settle(counts, design, options, 'trend') : null;
  if (withTrend !== null && keepsTrend(withTrend, counts, design, options))
    return { ...toForecast(withTrend, design), slope: withTrend.fit.slope };
  const level = settle(counts, design, options, 'level');
  return level && { ...toForecast(level, design), slope: null };
}

type Settled = { fit: Fit; dispersion: number; scale: number };

function settle(counts: Float64Array, design: Design, options: FarringtonOptions, shape: 'trend' | 'level') {
  const even = new Float64Array(counts.length).fill(1);
  const first = fitQuasiPoisson(counts, even, design, shape);
  if (!first?.isSettled) return null;
  const dispersion = Math.max(dispersionOf(first, first.work), 1);
  if (!options.reweight) return { fit: first, dispersion, scale: dispersionOf(first, first.work) };
  const weights = reweight(counts, first, design, dispersion, options.weightsThreshold);
  const fit = fitQuasiPoisson(counts, weights, design, shape);
  if (fit === null) return null;
  // R keeps the reweighting's weights where `predict` looks for those of the fit: its standard errors rest on them.
  return { fit, dispersion: Math.max(dispersionOf(fit, fit.work), 1), scale: dispersionOf(fit, weights) };
}

/** Three years or more, significant, and not foretelling more than was ever seen. */
function keepsTrend(
  { fit, scale }: Settled,
  counts: Float64Array,
  design: Design,
  options: FarringtonOptions,
): boolean {
  if (options.b < 3) return false;
  const t = Math.abs(fit.slope) / Math.sqrt(scale / fit.timeSpread);
  const p = 2 * student.cdf(-t, fit.freedom);
  return p < options.pThresholdTrend && Math.exp(fit.level[design.seasons - 1] ?? 0) <= Math.max(...counts);
}

/** The judged week is week 0, in the last season. */
function toForecast({ fit, dispersion, scale }: Settled, { seasons }: Design) {
  const own = seasons - 1;
  const ofSlope = fit.timeSpread > 0 ? (fit.timeOfSeason[own] ?? 0) ** 2 / fit.timeSpread : 0;
  const logError = Math.sqrt(scale * (1 / (fit.workOfSeason[own] ?? 1) + ofSlope));
  return { expected: Math.exp(fit.level[own] ?? 0), logError, dispersion };
}
