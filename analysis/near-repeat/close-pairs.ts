import { cutIntoStrips, type Metric, visitNearPairs } from '#analysis/shared/near-pairs.ts';

/** Pairs of one distance band: `first[k]` and `second[k]` are a pair. */
export type Pairs = { readonly first: Uint32Array; readonly second: Uint32Array };

const MOST_PAIRS = 20_000_000; // 160 MB

/** All pairs of points up to the last limit, by band; null where they are more than can be held. */
export function findClosePairs(
  x: Float64Array,
  y: Float64Array,
  limits: readonly number[],
  metric: Metric,
): Pairs[] | null {
  const bands = limits.map(() => new GrowingPairs());
  let total = 0;
  visitNearPairs(cutIntoStrips(x, y, limits.at(-1) ?? 0), metric, (i, j, meters) => {
    const band = limits.findIndex((limit) => meters <= limit);
    if (band >= 0) bands[band]?.add(i, j);
    return ++total <= MOST_PAIRS;
  });
  return total > MOST_PAIRS ? null : bands.map((band) => band.finish());
}

class GrowingPairs {
  #pairs = new Uint32Array(1024);
  #length = 0;

  add(i: number, j: number): void {
    if (this.#length === this.#pairs.length) {
      const grown = new Uint32Array(2 * this.#length);
      grown.set(this.#pairs);
      this.#pairs = grown;
    }
    this.#pairs[this.#length++] = i;
    this.#pairs[this.#length++] = j;
  }

  finish(): Pairs {
    const length = this.#length / 2;
    const [first, second] = [new Uint32Array(length), new Uint32Array(length)];
    for (let k = 0; k < length; k++) {
      first[k] = this.#pairs[2 * k] ?? 0;
      second[k] = this.#pairs[2 * k + 1] ?? 0;
    }
    return { first, second };
  }
}
