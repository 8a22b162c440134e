/**
 * How unequally calls are spread over places, 0 to 1. `counts` rise.
 *
 * `adjusted` measures from the least concentration that so many calls allow: with fewer calls than places some
 * places must stay empty, which is no concentration. Bernasco W, Steenbeek W (2017), J Quantitative Criminology 33,
 * 451-467: max(1/c, 1/n) (2 Σ i y - n - 1) - max(n/c, 1) + 1.
 */
export function giniOf(counts: Float64Array): { plain: number; adjusted: number } {
  const places = counts.length;
  let [calls, ranked] = [0, 0];
  counts.forEach((count, i) => {
    calls += count;
    ranked += (i + 1) * count;
  });
  const unequal = (2 * ranked) / calls - places - 1;
  const plain = unequal / places;
  const adjusted = calls < places ? unequal / calls - places / calls + 1 : plain;
  return { plain: within(plain), adjusted: within(adjusted) };
}

/** Rounding must not leave the range. */
const within = (share: number): number => Math.min(1, Math.max(0, share));
