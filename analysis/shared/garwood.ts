import gamma from '@stdlib/stats-base-dists-gamma';

/** Exact limits of a Poisson mean, `tail` on either side: Garwood F (1936), Biometrika 28, 437-442. */
export const garwood = (count: number, tail: number): { low: number; high: number } => ({
  low: count === 0 ? 0 : gamma.quantile(tail, count, 1),
  high: gamma.quantile(1 - tail, count + 1, 1),
});
