import { type Fit, planFits, type Smoother } from './plan-fits.ts';

/** A smoother made ready for series of `count` steps; with `ahead` 1 one step before and one after are fitted too. */
export type Loess = {
  readonly count: number;
  readonly ahead: 0 | 1;
  readonly degree: 0 | 1;
  readonly leastSpread: number; // steps; where those believed lie closer there is no telling a slope
  readonly fits: readonly Fit[]; // from step 1 to the last, then those ahead
};

const MOST_KEPT = 64;
const kept = new Map<string, Loess>();

/** The same few are asked for by series after series. */
export function loessOf(smoother: Smoother, count: number, ahead: 0 | 1): Loess {
  const { window, degree, jump } = smoother;
  const key = `${window} ${degree} ${jump} ${count} ${ahead}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const leastSpread = 0.001 * (count - 1);
  const made: Loess = { count, ahead, degree, leastSpread, fits: planFits(smoother, count, ahead, leastSpread) };
  kept.set(key, made);
  return made;
}

/**
 * Loess on equally spaced steps, as STL uses it: tricube weights over the nearest steps, times how far each is
 * `believed` where given. Writes into `fitted`, whose index 0 is step 1 less `ahead`.
 *
 * Cleveland RB et al. (1990), Journal of Official Statistics 6(1), 3-73; subroutines `ess` and `est` of their program.
 */
export function smooth(loess: Loess, values: Float64Array, believed: Float64Array | null, fitted: Float64Array): void {
  const { count, ahead, fits } = loess;
  const shift = ahead - 1; // from a step to its place in `fitted`
  let last = 0;
  for (const fit of fits) {
    const { step } = fit;
    const inside = Math.min(Math.max(step, 1), count); // where no weight is left: the value, or the fit beside it
    const instead = step === inside ? (values[step - 1] ?? 0) : (fitted[inside + shift] ?? 0);
    fitted[step + shift] = (believed === null ? plainFit(fit, values) : fitAt(loess, fit, values, believed)) ?? instead;
    if (step !== inside) continue;
    if (last > 0) interpolate(fitted, last + shift, step + shift);
    last = step;
  }
}

function interpolate(values: Float64Array, from: number, to: number): void {
  const start = values[from] ?? 0;
  const slope = ((values[to] ?? 0) - start) / (to - from);
  for (let step = 1; step < to - from; step++) values[from + step] = start + slope * step;
}

function plainFit({ left, weights }: Fit, values: Float64Array): number | null {
  if (weights === null) return null;
  let level = 0;
  for (let j = 0; j < weights.length; j++) level += (weights[j] ?? 0) * (values[left + j] ?? 0);
  return level;
}

/** The local fit at one step, from one pass over its window; null where every weight is zero. */
function fitAt(
  { degree, leastSpread }: Loess,
  { left, kernel, byStep, bySquare }: Fit,
  values: Float64Array,
  believed: Float64Array,
): number | null {
  let [sum, total] = [0, 0];
  if (degree === 0) {
    for (let j = 0; j < kernel.length; j++) {
      const weight = (kernel[j] ?? 0) * (believed[left + j] ?? 0);
      sum += weight;
      total += weight * (values[left + j] ?? 0);
    }
    return sum > 0 ? total / sum : null;
  }
  let [steps, squares, slope] = [0, 0, 0]; // steps counted from the one that is fitted
  for (let j = 0; j < kernel.length; j++) {
    const belief = believed[left + j] ?? 0;
    const value = belief * (values[left + j] ?? 0);
    sum += (kernel[j] ?? 0) * belief;
    total += (kernel[j] ?? 0) * value;
    steps += (byStep[j] ?? 0) * belief;
    slope += (byStep[j] ?? 0) * value;
    squares += (bySquare[j] ?? 0) * belief;
  }
  if (!(sum > 0)) return null;
  const [level, middle] = [total / sum, steps / sum];
  const spread = squares / sum - middle * middle;
  if (!(spread > leastSpread * leastSpread)) return level;
  return level - (middle * (slope / sum - middle * level)) / spread;
}
