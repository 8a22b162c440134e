/** One smoother: its window in steps (odd), its degree, and every how many steps it is fitted; between them, straight lines. */
export type Smoother = { readonly window: number; readonly degree: 0 | 1; readonly jump: number };

/** A piece of a series: `count` values from `from`, each `stride` further on. */
export type Slice = {
  readonly values: Float64Array;
  readonly from: number;
  readonly stride: number;
  readonly count: number;
};

/**
 * Loess on equally spaced steps, as STL uses it: tricube weights over the nearest `window` steps, times
 * `robustness` where given. Writes into `fitted`, whose index 0 is step 1 less `ahead`; with `ahead` 1 one step
 * before and one after are fitted too.
 *
 * Cleveland RB et al. (1990), Journal of Official Statistics 6(1), 3-73; subroutines `ess` and `est` of their program.
 */
export function smooth(slice: Slice, robustness: Slice | null, smoother: Smoother, ahead: 0 | 1, fitted: Slice): void {
  const n = slice.count;
  const { window } = smoother;
  const reach = Math.min(window, n);
  const half = (window + 1) >> 1;
  const jump = Math.min(smoother.jump, Math.max(1, n - 1));
  const leftOf = (at: number): number => {
    if (window >= n || at < half) return 1;
    return Math.min(at - half + 1, n - window + 1);
  };
  const out = (at: number): number => fitted.from + (at - 1 + ahead) * fitted.stride;
  const fitStep = (at: number, left: number, otherwise: number): void => {
    fitted.values[out(at)] = fitAt(slice, robustness, smoother, at, left, left + reach - 1) ?? otherwise;
  };

  let last = 1;
  for (let at = 1; at <= n; at += jump) {
    fitStep(at, leftOf(at), valueAt(slice, at));
    if (at > 1 && jump > 1) interpolate(fitted.values, out(last), out(at), jump, fitted.stride);
    last = at;
  }
  if (last !== n) {
    fitStep(n, leftOf(last), valueAt(slice, n)); // the window of the fit before, as in their program
    interpolate(fitted.values, out(last), out(n), n - last, fitted.stride);
  }
  if (ahead === 1) {
    fitStep(0, 1, fitted.values[out(1)] ?? 0);
    fitStep(n + 1, Math.max(1, n - window + 1), fitted.values[out(n)] ?? 0);
  }
}

const valueAt = ({ values, from, stride }: Slice, at: number): number => values[from + (at - 1) * stride] ?? 0;

function interpolate(values: Float64Array, from: number, to: number, steps: number, stride: number): void {
  const start = values[from] ?? 0;
  const slope = ((values[to] ?? 0) - start) / steps;
  for (let step = 1; step < steps; step++) values[from + step * stride] = start + slope * step;
}

let weights = new Float64Array(512); // reused: a fit is made some hundred thousand times

/** The local fit at one step; null where every weight is zero. */
function fitAt(
  { values, from, stride, count }: Slice,
  robustness: Slice | null,
  { window, degree }: Smoother,
  at: number,
  left: number,
  right: number,
): number | null {
  if (right >= weights.length) weights = new Float64Array(2 * right);
  const far = Math.max(at - left, right - at) + (window > count ? (window - count) >> 1 : 0);
  const [nearly, hardly] = [0.999 * far, 0.001 * far];
  let sum = 0;
  for (let j = left; j <= right; j++) {
    const distance = Math.abs(j - at);
    if (distance > nearly) {
      weights[j] = 0;
      continue;
    }
    const share = distance / far;
    const shrunk = 1 - share * share * share;
    let weight = distance <= hardly ? 1 : shrunk * shrunk * shrunk;
    if (robustness !== null) weight *= robustness.values[robustness.from + (j - 1) * robustness.stride] ?? 0;
    weights[j] = weight;
    sum += weight;
  }
  if (!(sum > 0)) return null;
  // Operations in the order of their program: robust rounds turn a last digit into a different answer.
  for (let j = left; j <= right; j++) weights[j] = (weights[j] ?? 0) / sum;
  if (far > 0 && degree > 0) tilt(at, left, right, 0.001 * (count - 1));
  let level = 0;
  for (let j = left; j <= right; j++) level += (weights[j] ?? 0) * (values[from + (j - 1) * stride] ?? 0);
  return level;
}

/** Turns weights of a mean into those of a straight line at `at`, where the steps lie far enough apart to tell one. */
function tilt(at: number, left: number, right: number, least: number): void {
  let middle = 0;
  for (let j = left; j <= right; j++) middle += (weights[j] ?? 0) * j;
  let spread = 0;
  for (let j = left; j <= right; j++) spread += (weights[j] ?? 0) * (j - middle) * (j - middle);
  if (Math.sqrt(spread) <= least) return;
  const slope = (at - middle) / spread;
  for (let j = left; j <= right; j++) weights[j] = (weights[j] ?? 0) * (slope * (j - middle) + 1);
}
