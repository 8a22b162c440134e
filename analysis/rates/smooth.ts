/** Calls, and how many residents (or addresses) stand behind them. */
export type Counted = { readonly calls: number; readonly denominator: number };

/**
 * Empirical Bayes rates: each area is drawn toward the rate of all, the more so the fewer stand behind it. Global, by
 * moments, not below zero variance: as R `spdep::EBest`, family Poisson.
 *
 * Marshall RJ (1991), Applied Statistics 40(2), 283-294.
 */
export function smoothRates(areas: readonly Counted[]): number[] {
  const all = areas.reduce((sum, { denominator }) => sum + denominator, 0);
  const mean = areas.reduce((sum, { calls }) => sum + calls, 0) / all;
  const spread = areas.reduce((sum, { calls, denominator }) => {
    return sum + denominator * (calls / denominator - mean) ** 2;
  }, 0);
  const between = Math.max(0, spread / all - mean / (all / areas.length));
  if (between === 0) return areas.map(() => mean);
  return areas.map(({ calls, denominator }) => {
    const trust = between / (between + mean / denominator);
    return mean + trust * (calls / denominator - mean);
  });
}
