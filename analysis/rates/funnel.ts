import normal from '@stdlib/stats-base-dists-normal';
import poisson from '@stdlib/stats-base-dists-poisson';
import type { Counted } from './smooth.ts';

/** Where 95 % and 99.8 % of areas would lie about the target, if only chance told them apart. */
export type FunnelLimits = { low95: number; high95: number; low998: number; high998: number };

export type OverDispersion = 'multiplicative' | 'additive' | 'none';

/** How much further areas lie apart than chance would have it: a factor of the variance, and a spread of their rates. */
export type Dispersion = { factor: number; spread: number };

const INNER = 0.025;
const OUTER = 0.001;

/** Exact Poisson limits of a rate, interpolated between whole counts as in the appendix of the paper. */
export const exactLimits = (target: number, denominator: number): FunnelLimits => {
  const at = (p: number) => exactCount(target * denominator, p) / denominator;
  return { low95: at(INNER), high95: at(1 - INNER), low998: at(OUTER), high998: at(1 - OUTER) };
};

function exactCount(mean: number, p: number): number {
  const count = poisson.quantile(p, mean);
  return Math.max(0, count - (poisson.cdf(count, mean) - p) / poisson.pmf(count, mean));
}

/** Normal limits whose variance holds the over-dispersion too. */
export function wideLimits(target: number, denominator: number, dispersion: Dispersion): FunnelLimits {
  const error = errorOf(target, denominator, dispersion);
  const at = (p: number) => Math.max(0, target + normal.quantile(p, 0, 1) * error);
  return { low95: at(INNER), high95: at(1 - INNER), low998: at(OUTER), high998: at(1 - OUTER) };
}

export const errorOf = (target: number, denominator: number, { factor, spread }: Dispersion): number =>
  Math.sqrt((factor * target) / denominator + spread ** 2);

/**
 * Mean squared z of the areas, its most extreme tenths (`winsorShare`) pulled in, so that the areas to be found do not
 * widen the funnel that should find them.
 */
export function estimateDispersion(areas: readonly Counted[], target: number, winsorShare: number) {
  const z = areas.map(({ calls, denominator }) => (calls / denominator - target) / Math.sqrt(target / denominator));
  const sorted = z.toSorted((a, b) => a - b);
  const [low, high] = [quantile(sorted, winsorShare), quantile(sorted, 1 - winsorShare)];
  const sum = z.reduce((total, value) => total + Math.min(Math.max(value, low), high) ** 2, 0);
  const weights = areas.map(({ denominator }) => denominator / target);
  const all = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight ** 2, 0);
  const between = (sum - (areas.length - 1)) / (all - squares / all);
  return { phi: sum / areas.length, spread: Math.sqrt(Math.max(0, between)) };
}

/** As R's default (type 7). */
function quantile(sorted: readonly number[], p: number): number {
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? 0;
  return below + (at - Math.floor(at)) * (above - below);
}
