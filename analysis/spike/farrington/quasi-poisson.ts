import type { Design } from './design.ts';

/** A log-linear fit: a level for each season and, if asked for, one slope over all weeks. */
export type Fit = {
  readonly mean: Float64Array; // fitted, one a week of the baseline
  readonly residual: Float64Array; // (count - mean) / mean
  readonly work: Float64Array; // weights of the last step
  readonly level: Float64Array; // by season, at week 0
  readonly slope: number; // a week
  readonly workOfSeason: Float64Array;
  readonly timeOfSeason: Float64Array; // weighted mean week
  readonly timeSpread: number; // weighted squares about it; 0 without a slope
  readonly freedom: number;
  readonly isSettled: boolean; // false: still moving after 25 steps
};

const MOST_STEPS = 25;
const CLOSE = 1e-8; // of the deviance; both as R's glm.control
const LEAST = 2.220446049250313e-16;

/**
 * Iteratively reweighted least squares for counts with a log link, started and stopped as R's `glm` does, so that
 * a season without any call ends at the same tiny mean. Null: the numbers ran away.
 * Seasons make the equations fall apart: no matrix has to be inverted.
 *
 * McCullagh P, Nelder JA (1989), Generalized linear models, 2nd ed., section 2.5.
 */
export function fitQuasiPoisson(
  counts: Float64Array,
  weights: Float64Array,
  design: Design,
  shape: 'trend' | 'level',
): Fit | null {
  const n = counts.length;
  const mean = counts.map((count) => count + 0.1);
  const linear = mean.map(Math.log);
  const [work, target] = [new Float64Array(n), new Float64Array(n)];
  const fixed = ownPart(counts, weights);
  let deviance = Infinity; // R begins with that of the start, which is never the last
  let line = leastSquares(linear, mean, design, shape);
  let isSettled = false;
  for (let step = 0; step < MOST_STEPS && !isSettled; step++) {
    for (let i = 0; i < n; i++) {
      const at = mean[i] ?? 1;
      work[i] = (weights[i] ?? 1) * at;
      target[i] = (linear[i] ?? 0) + ((counts[i] ?? 0) - at) / at;
    }
    line = leastSquares(target, work, design, shape);
    let varying = 0;
    for (let i = 0; i < n; i++) {
      const eta = (line.level[design.season[i] ?? 0] ?? 0) - line.slope * (design.back[i] ?? 0);
      const at = Math.max(Math.exp(eta), LEAST);
      linear[i] = eta;
      mean[i] = at;
      varying += (weights[i] ?? 1) * (at - (counts[i] ?? 0) * eta);
    }
    const before = deviance;
    deviance = 2 * (fixed + varying);
    if (!Number.isFinite(deviance)) return null;
    isSettled = Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < CLOSE;
  }
  const residual = counts.map((count, i) => (count - (mean[i] ?? 1)) / (mean[i] ?? 1));
  const freedom = n - design.seasons - (shape === 'trend' ? 1 : 0);
  return { mean, residual, work, ...line, freedom, isSettled };
}

function leastSquares(target: Float64Array, work: Float64Array, { back, season, seasons }: Design, shape: string) {
  const workOfSeason = new Float64Array(seasons);
  const timeOfSeason = new Float64Array(seasons);
  const level = new Float64Array(seasons);
  for (let i = 0; i < target.length; i++) {
    const [s, w] = [season[i] ?? 0, work[i] ?? 0];
    workOfSeason[s] = (workOfSeason[s] ?? 0) + w;
    timeOfSeason[s] = (timeOfSeason[s] ?? 0) - w * (back[i] ?? 0);
    level[s] = (level[s] ?? 0) + w * (target[i] ?? 0);
  }
  for (let s = 0; s < seasons; s++) {
    timeOfSeason[s] = (timeOfSeason[s] ?? 0) / (workOfSeason[s] ?? 1);
    level[s] = (level[s] ?? 0) / (workOfSeason[s] ?? 1);
  }
  if (shape === 'level') return { level, slope: 0, workOfSeason, timeOfSeason, timeSpread: 0 };
  let [spread, together] = [0, 0];
  for (let i = 0; i < target.length; i++) {
    const s = season[i] ?? 0;
    const time = -(back[i] ?? 0) - (timeOfSeason[s] ?? 0);
    spread += (work[i] ?? 0) * time * time;
    together += (work[i] ?? 0) * time * ((target[i] ?? 0) - (level[s] ?? 0));
  }
  const slope = together / spread;
  for (let s = 0; s < seasons; s++) level[s] = (level[s] ?? 0) - slope * (timeOfSeason[s] ?? 0);
  return { level, slope, workOfSeason, timeOfSeason, timeSpread: spread };
}

/** What the deviance takes from the counts alone. */
function ownPart(counts: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] ?? 0;
    if (count > 0) sum += (weights[i] ?? 1) * count * (Math.log(count) - 1);
  }
  return sum;
}

/** Pearson's dispersion under the given weights. */
export function dispersionOf({ residual, freedom }: Fit, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < residual.length; i++) sum += (weights[i] ?? 0) * (residual[i] ?? 0) ** 2;
  return sum / freedom;
}

/** How far a fitted mean leans on its own count, 0 to 1. */
export function leverageOf(fit: Fit, { back, season }: Design, week: number): number {
  const s = season[week] ?? 0;
  const time = -(back[week] ?? 0) - (fit.timeOfSeason[s] ?? 0);
  const ofSlope = fit.timeSpread > 0 ? (time * time) / fit.timeSpread : 0;
  return (fit.work[week] ?? 0) * (1 / (fit.workOfSeason[s] ?? 1) + ofSlope);
}
