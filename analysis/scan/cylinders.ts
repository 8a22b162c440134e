import type { Circles } from './circles.ts';
import { inLane, type Lanes } from './lanes.ts';
import { fewestCalls, highestRatio, logLikelihoodRatio, slotOf } from './likelihood.ts';
import { expectedIn, type Study } from './study.ts';

const GIVE_UP = 0.05; // below this every rise is looked at

/**
 * The highest log likelihood ratio over all cylinders, for one batch of replicas after another.
 *
 * What a cylinder expects is the same in every replica, so the fewest calls that could reach a
 * level are worked out once; after that a cylinder costs an addition and a comparison,
 * and hardly any a logarithm. The level is taken from the first batch; a batch in which one
 * of them never reaches it is looked at again with a lower one, so the maximum is exact.
 */
export class CylinderScan {
  readonly #study: Study;
  readonly #circles: Circles;
  readonly #lanes: Lanes;
  readonly #minCalls: number;
  readonly #short: Int32Array; // by circle and weeks, in every lane: the guard less the fewest calls that reach the level
  #level = 2;
  #isSettled = false;

  constructor(study: Study, circles: Circles, lanes: Lanes, minCalls: number) {
    this.#study = study;
    this.#circles = circles;
    this.#lanes = lanes;
    this.#minCalls = minCalls;
    this.#short = new Int32Array(circles.count * study.recent.length);
    this.#setLevel(this.#level);
  }

  /** One maximum a lane of the packed recent calls; 0 where nothing rises. */
  maxima(packed: Int32Array): Float64Array {
    for (;;) {
      const maxima = this.#scan(packed);
      const least = maxima.reduce((a, b) => Math.min(a, b));
      if (least > 0 || this.#level === 0) {
        if (!this.#isSettled) this.#setLevel(0.7 * least);
        this.#isSettled = true;
        return maxima;
      }
      this.#setLevel(this.#level > GIVE_UP ? 0.7 * this.#level : 0);
    }
  }

  #setLevel(level: number): void {
    this.#level = level;
    const { recent, total } = this.#study;
    const { sizes, isCircle } = this.#circles;
    const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
    const fewest = fewestCalls(level, total, expectedIn(this.#study, largest, recent.length - 1));
    const { limit, ones, guards } = this.#lanes;
    let at = 0;
    for (let member = 0; member < sizes.length; member++) {
      if (isCircle[member] !== 1) continue;
      for (let last = 0; last < recent.length; last++) {
        const needed = fewest[slotOf(expectedIn(this.#study, sizes[member] ?? 0, last))] ?? limit;
        this.#short[at++] = guards - Math.imul(Math.min(limit, Math.max(needed, this.#minCalls)), ones);
      }
    }
  }

  #scan(packed: Int32Array): Float64Array {
    const longest = this.#study.recent.length;
    const { starts, members, isCircle } = this.#circles;
    const { guards } = this.#lanes;
    const short = this.#short;
    const maxima = new Float64Array(this.#lanes.count);
    const sums = new Int32Array(longest);
    let at = 0; // in `short`
    for (let center = 0; center + 1 < starts.length; center++) {
      sums.fill(0);
      const end = starts[center + 1] ?? 0;
      for (let member = starts[center] ?? 0; member < end; member++) {
        const own = (members[member] ?? 0) * longest;
        if (isCircle[member] !== 1) {
          for (let last = 0; last < longest; last++) sums[last] = (sums[last] ?? 0) + (packed[own + last] ?? 0);
          continue;
        }
        let reached = 0; // asked once a circle: hardly one in a hundred holds anything
        for (let last = 0; last < longest; last++) {
          const sum = ((sums[last] ?? 0) + (packed[own + last] ?? 0)) | 0;
          sums[last] = sum;
          reached |= sum + (short[at + last] ?? 0);
        }
        if ((reached & guards) !== 0) this.#raise(maxima, sums, member);
        at += longest;
      }
    }
    return maxima;
  }

  #raise(maxima: Float64Array, sums: Int32Array, member: number): void {
    const { total } = this.#study;
    for (let last = 0; last < sums.length; last++) {
      const expected = expectedIn(this.#study, this.#circles.sizes[member] ?? 0, last);
      for (let lane = 0; lane < maxima.length; lane++) {
        const calls = inLane(sums[last] ?? 0, lane, this.#lanes);
        if (calls < this.#minCalls || calls <= expected) continue;
        if (highestRatio(calls, expected, total) <= (maxima[lane] ?? 0)) continue;
        maxima[lane] = Math.max(maxima[lane] ?? 0, logLikelihoodRatio(calls, expected, total));
      }
    }
  }
}
