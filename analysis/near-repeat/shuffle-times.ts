import { shuffle } from '#analysis/shared/shuffle.ts';
import type { InSteps } from '#analysis/shared/steps.ts';
import { sfc32 } from '#data/sfc32.ts';
import type { Pairs } from './close-pairs.ts';

/** Pairs by distance band and time band, the time bands of one distance band side by side. */
export function countBands(pairs: readonly Pairs[], ticks: Int32Array, table: Uint8Array, timeBands: number) {
  const counts = new Uint32Array(pairs.length * timeBands);
  pairs.forEach(({ first, second }, band) => {
    countInto(counts.subarray(band * timeBands, (band + 1) * timeBands), first, second, ticks, table);
  });
  return counts;
}

function countInto(
  counts: Uint32Array,
  first: Uint32Array,
  second: Uint32Array,
  ticks: Int32Array,
  table: Uint8Array,
): void {
  for (let k = 0; k < first.length; k++) {
    const apart = Math.abs((ticks[first[k] ?? 0] ?? 0) - (ticks[second[k] ?? 0] ?? 0));
    if (apart >= table.length) continue;
    const band = table[apart] ?? 0;
    counts[band] = (counts[band] ?? 0) + 1;
  }
}

/** In how many of the shuffles of the times over the places each band held at least the observed pairs. */
export function* countShuffles(
  pairs: readonly Pairs[],
  ticks: Int32Array,
  table: Uint8Array,
  observed: Uint32Array,
  { permutations, seed }: { permutations: number; seed: number },
): InSteps<Uint32Array> {
  const reached = new Uint32Array(observed.length);
  const shuffled = ticks.slice();
  const draw = sfc32(seed);
  for (let done = 1; done <= permutations; done++) {
    shuffle(shuffled, draw);
    const counts = countBands(pairs, shuffled, table, observed.length / Math.max(1, pairs.length));
    for (let cell = 0; cell < reached.length; cell++) {
      if ((counts[cell] ?? 0) >= (observed[cell] ?? 0)) reached[cell] = (reached[cell] ?? 0) + 1;
    }
    yield { done, total: permutations };
  }
  return reached;
}
