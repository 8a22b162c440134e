/**
 * Kulldorff's log likelihood ratio of `calls` inside where `expected` were to be seen, of `total`
 * everywhere; 0 unless there are more than expected.
 *
 * Kulldorff M (1997), Communications in Statistics 26(6), 1481-1496; the same form serves the
 * space-time permutation (Kulldorff and others 2005, PLoS Medicine 2(3), e59).
 */
export function logLikelihoodRatio(calls: number, expected: number, total: number): number {
  if (calls <= expected) return 0;
  const outside = total - calls;
  const rest = outside > 0 ? outside * Math.log(outside / (total - expected)) : 0;
  return calls * Math.log(calls / expected) + rest;
}

/**
 * No ratio is above this, and no logarithm is needed to know: (1 + t) ln(1 + t) is at most t + t²/2, and
 * (1 - u) ln(1 - u) at most u² - u, for t from 0 and u from 0 to 1.
 */
export function highestRatio(calls: number, expected: number, total: number): number {
  const excess = calls - expected;
  return excess * excess * (0.5 / expected + 1 / (total - expected));
}

const STEPS_A_ROOT = 64;

/**
 * The fewest calls that can reach a likelihood ratio, by expected calls: look up `slotOf(expected)`.
 * Slots are even steps of the root of the expected calls and hold what their low end needs, so a
 * look-up may let a call too few pass, never one too many.
 */
export function fewestCalls(level: number, total: number, mostExpected: number): Uint32Array {
  const fewest = new Uint32Array(slotOf(mostExpected) + 1);
  let calls = 1;
  for (let slot = 0; slot < fewest.length; slot++) {
    const expected = (slot / STEPS_A_ROOT) ** 2;
    calls = Math.max(calls, Math.floor(expected) + 1);
    while (calls <= total && logLikelihoodRatio(calls, expected, total) < level) calls++;
    fewest[slot] = calls;
  }
  return fewest;
}

export const slotOf = (expected: number): number => slotOfRoot(Math.sqrt(expected));
export const slotOfRoot = (rootOfExpected: number): number => Math.floor(rootOfExpected * STEPS_A_ROOT);
