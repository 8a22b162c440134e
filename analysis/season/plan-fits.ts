/** One smoother: its window in steps (odd), its degree, and every how many steps it is fitted; between them, straight lines. */
export type Smoother = { readonly window: number; readonly degree: 0 | 1; readonly jump: number };

/** A local fit at one step: what its window weighs, whatever the values. */
export type Fit = {
  readonly step: number; // from 1
  readonly left: number; // place of the first value of its window
  readonly kernel: Float64Array; // tricube weights of the window
  readonly byStep: Float64Array; // each times its distance in steps, negative before
  readonly bySquare: Float64Array; // and times that squared
  readonly weights: Float64Array | null; // of a fit that believes all steps alike; null where all are zero
};

/** The fits of a smoother over `count` steps: every `jump` steps and the last; with `ahead` 1 the steps before and after too. */
export function planFits({ window, degree, jump }: Smoother, count: number, ahead: 0 | 1, leastSpread: number): Fit[] {
  const reach = Math.min(window, count) - 1;
  const beyond = window > count ? (window - count) >> 1 : 0;
  const shapes = new Map<string, Pick<Fit, 'kernel' | 'byStep' | 'bySquare' | 'weights'>>(); // inside they are all alike
  const fitOf = (step: number, left: number): Fit => {
    const key = `${left - step}`;
    const shape = shapes.get(key) ?? shapeOf(left - step, reach, beyond, degree, leastSpread);
    shapes.set(key, shape);
    return { step, left: left - 1, ...shape };
  };
  const stride = Math.min(jump, Math.max(1, count - 1));
  const fits: Fit[] = [];
  let step = 1;
  for (; step <= count; step += stride) fits.push(fitOf(step, leftOf(step, window, count)));
  step -= stride;
  if (step !== count) fits.push(fitOf(count, leftOf(step, window, count))); // the window of the fit before, as in their program
  if (ahead === 1) fits.push(fitOf(0, 1), fitOf(count + 1, Math.max(1, count - window + 1)));
  return fits;
}

/** The first step of the window that belongs to a step. */
function leftOf(step: number, window: number, count: number): number {
  const half = (window + 1) >> 1;
  if (window >= count || step < half) return 1;
  return Math.min(step - half + 1, count - window + 1);
}

function shapeOf(first: number, reach: number, beyond: number, degree: 0 | 1, leastSpread: number) {
  const distances = Float64Array.from({ length: reach + 1 }, (_, j) => first + j);
  const far = Math.max(-first, first + reach) + beyond;
  const kernel = distances.map((distance) => tricube(Math.abs(distance), far));
  const byStep = kernel.map((weight, j) => weight * (distances[j] ?? 0));
  const bySquare = byStep.map((weight, j) => weight * (distances[j] ?? 0));
  const weights = weightsOf(kernel, distances, far > 0 && degree > 0 ? leastSpread : Infinity);
  return { kernel, byStep, bySquare, weights };
}

function tricube(distance: number, far: number): number {
  if (distance > 0.999 * far) return 0;
  if (distance <= 0.001 * far) return 1;
  const share = distance / far;
  return (1 - share * share * share) ** 3;
}

/** Weights of a mean, or of a straight line where the steps lie far enough apart to tell one. */
function weightsOf(kernel: Float64Array, distances: Float64Array, leastSpread: number): Float64Array | null {
  const sum = kernel.reduce((total, weight) => total + weight, 0);
  if (!(sum > 0)) return null;
  const mean = kernel.map((weight) => weight / sum);
  const middle = mean.reduce((total, weight, j) => total + weight * (distances[j] ?? 0), 0);
  const spread = mean.reduce((total, weight, j) => total + weight * ((distances[j] ?? 0) - middle) ** 2, 0);
  if (!(Math.sqrt(spread) > leastSpread)) return mean;
  const slope = -middle / spread;
  return mean.map((weight, j) => weight * (slope * ((distances[j] ?? 0) - middle) + 1));
}
