import type { Design } from './design.ts';
import { type Fit, leverageOf } from './quasi-poisson.ts';

/**
 * Weights that take the say from former spikes: weeks whose standardized Anscombe residual is above the limit count
 * by the inverse of its square. They add up to the number of weeks.
 */
export function reweight(counts: Float64Array, fit: Fit, design: Design, dispersion: number, above: number) {
  const weights = new Float64Array(counts.length);
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const [count, mean] = [counts[i] ?? 0, fit.mean[i] ?? 0];
    const anscombe = 1.5 * (Math.cbrt(count) ** 2 * mean ** (-1 / 6) - Math.sqrt(mean));
    const residual = anscombe / Math.sqrt(dispersion * (1 - leverageOf(fit, design, i)));
    weights[i] = residual > above ? residual ** -2 : 1;
    sum += weights[i] ?? 1;
  }
  return weights.map((weight) => (weight * counts.length) / sum);
}
