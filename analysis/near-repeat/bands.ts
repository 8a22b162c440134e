import { HALF_A_MILLIMETER } from '#analysis/shared/flat-points.ts';

/** Whose a distance of exactly an edge is: `nearer` makes 0-7 days hold the seventh day, `farther` begins the next band with it. */
export type EdgeRule = 'nearer' | 'farther';

export type Band = { readonly from: number; readonly to: number };

/** Edges 0, 100, 200 are the bands 0 (the same place or day), 0-100 and 100-200. */
export const bandsOf = (edges: readonly number[]): Band[] => edges.map((to, i) => ({ from: edges[i - 1] ?? 0, to }));

/** What a distance may be at most to lie in a band or a nearer one. An edge of 0 always holds 0. */
export const limitsInMeters = (edges: readonly number[], rule: EdgeRule): number[] =>
  edges.map((edge) => (rule === 'nearer' || edge === 0 ? edge + HALF_A_MILLIMETER : edge - HALF_A_MILLIMETER));

/** The same for whole ticks of time. */
export const limitsInTicks = (edges: readonly number[], rule: EdgeRule, ticksADay: number): number[] =>
  edges.map((edge) =>
    rule === 'nearer' || edge === 0 ? Math.floor(edge * ticksADay) : Math.ceil(edge * ticksADay) - 1,
  );

/** Band by ticks apart, as a table: counting a shuffle looks up nothing else. */
export function tableOf(limits: readonly number[]): Uint8Array {
  const table = new Uint8Array(Math.max(0, (limits.at(-1) ?? -1) + 1));
  let band = 0;
  for (let apart = 0; apart < table.length; apart++) {
    while (apart > (limits[band] ?? Infinity)) band++;
    table[apart] = band;
  }
  return table;
}

/** Of all pairs of moments, how many lie in each band. */
export function countTimePairs(ticks: Int32Array, limits: readonly number[]): number[] {
  const sorted = ticks.toSorted();
  const within = limits.map((limit) => {
    let [pairs, first] = [0, 0];
    for (let last = 0; last < sorted.length; last++) {
      while ((sorted[last] ?? 0) - (sorted[first] ?? 0) > limit) first++;
      pairs += last - first;
    }
    return pairs;
  });
  return within.map((pairs, band) => pairs - (within[band - 1] ?? 0));
}
