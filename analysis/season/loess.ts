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
  const { values, from, stride } = fitted;
  const first = from + (ahead - 1) * stride; // where step 0 goes
  const reach = Math.min(window, n) - 1;
  const jump = Math.min(smoother.jump, Math.max(1, n - 1));

  let last = 1;
  for (let at = 1; at <= n; at += jump) {
    const left = leftOf(at, window, n);
    values[first + at * stride] = fitAt(slice, robustness, smoother, at, left, left + reach) ?? valueAt(slice, at);
    if (at > 1 && jump > 1) interpolate(values, first + last * stride, first + at * stride, jump, stride);
    last = at;
  }
  if (last !== n) {
    const left = leftOf(last, window, n); // the window of the fit before, as in their program
    values[first + n * stride] = fitAt(slice, robustness, smoother, n, left, left + reach) ?? valueAt(slice, n);
    interpolate(values, first + last * stride, first + n * stride, n - last, stride);
  }
  if (ahead === 1) {
    const left = Math.max(1, n - window + 1);
    values[first] = fitAt(slice, robustness, smoother, 0, 1, 1 + reach) ?? values[first + stride] ?? 0;
    values[first + (n + 1) * stride] =
      fitAt(slice, robustness, smoother, n + 1, left, left + reach) ?? values[first + n * stride] ?? 0;
  }
}

/** The first step of the window that belongs to a step. */
function leftOf(at: number, window: number, n: number): number {
  const half = (window + 1) >> 1;
  if (window >= n || at < half) return 1;
  return Math.min(at - half + 1, n - window + 1);
}

const valueAt = ({ values, from, stride }: Slice, at: number): number => values[from + (at - 1) * stride] ?? 0;

function interpolate(values: Float64Array, from: number, to: number, steps: number, stride: number): void {
  const start = values[from] ?? 0;
  const slope = ((values[to] ?? 0) - start) / steps;
  for (let step = 1; step < steps; step++) values[from + step * stride] = start + slope * step;
}

const MOST_KERNELS = 512;
const kernels = new Map<number, Float64Array>();

/** Tricube weights by distance in steps, of a window that reaches `far`; the same few are asked for again and again. */
function kernelOf(far: number): Float64Array {
  const known = kernels.get(far);
  if (known !== undefined) return known;
  const kernel = Float64Array.from({ length: far + 1 }, (_, distance) => {
    if (distance > 0.999 * far) return 0;
    const share = distance / far;
    const shrunk = 1 - share * share * share;
    return distance <= 0.001 * far ? 1 : shrunk * shrunk * shrunk;
  });
  if (kernels.size >= MOST_KERNELS) kernels.clear();
  kernels.set(far, kernel);
  return kernel;
}

let weights = new Float64Array(512); // reused: a fit is made some hundred thousand times

/**
 * The local fit at one step; null where every weight is zero. Operations in the order of their program: robust rounds
 * turn a last digit into a different answer.
 */
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
  const kernel = kernelOf(far);
  let sum = 0;
  if (robustness === null) {
    for (let j = left; j <= right; j++) sum += weights[j] = kernel[Math.abs(j - at)] ?? 0;
  } else {
    const believed = robustness.values;
    let k = robustness.from + (left - 1) * robustness.stride;
    for (let j = left; j <= right; j++, k += robustness.stride)
      sum += weights[j] = (kernel[Math.abs(j - at)] ?? 0) * (believed[k] ?? 0);
  }
  if (!(sum > 0)) return null;
  for (let j = left; j <= right; j++) weights[j] = (weights[j] ?? 0) / sum;
  if (far > 0 && degree > 0) tilt(at, left, right, 0.001 * (count - 1));
  let level = 0;
  let i = from + (left - 1) * stride;
  for (let j = left; j <= right; j++, i += stride) level += (weights[j] ?? 0) * (values[i] ?? 0);
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
