import normal from '@stdlib/stats-base-dists-normal';

export type MannKendall = {
  readonly s: number; // pairs that rise less pairs that fall
  readonly tau: number; // Kendall's tau-b, -1 to 1
  readonly variance: number; // of s, ties counted
  readonly z: number; // with the correction for continuity
  readonly p: number; // two-sided
};

/**
 * Mann-Kendall: does a series rise or fall, step by step, more than chance would have it?
 * Equal values are ties and lower the variance. Null where all values are equal. The normal
 * p is good from ten steps; steps that hang together (season, slow waves) make it too small.
 *
 * Kendall MG (1975), Rank Correlation Methods; R `cor.test(time, y, method = 'kendall', exact = FALSE, continuity = TRUE)`.
 */
export function mannKendall(values: ArrayLike<number>): MannKendall | null {
  const n = values.length;
  const s = countRises(values);
  const pairs = (n * (n - 1)) / 2;
  let [tied, shrunk] = [0, 0];
  for (const size of tieSizes(values)) {
    tied += (size * (size - 1)) / 2;
    shrunk += size * (size - 1) * (2 * size + 5);
  }
  const variance = (n * (n - 1) * (2 * n + 5) - shrunk) / 18;
  if (!(variance > 0) || tied === pairs) return null;
  const z = (s - Math.sign(s)) / Math.sqrt(variance);
  const p = Math.min(1, 2 * normal.cdf(-Math.abs(z), 0, 1));
  return { s, tau: s / Math.sqrt((pairs - tied) * pairs), variance, z, p };
}

function countRises(values: ArrayLike<number>): number {
  let s = 0;
  for (let later = 1; later < values.length; later++) {
    const value = values[later] ?? 0;
    for (let earlier = 0; earlier < later; earlier++) s += Math.sign(value - (values[earlier] ?? 0));
  }
  return s;
}

function tieSizes(values: ArrayLike<number>): Iterable<number> {
  const sizes = new Map<number, number>();
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    sizes.set(value, (sizes.get(value) ?? 0) + 1);
  }
  return sizes.values();
}
