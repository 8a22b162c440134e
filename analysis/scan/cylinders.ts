import type { Circles } from './circles.ts';
import { inLane, type Lanes } from './lanes.ts';
import { fewestCalls, highestRatio, logLikelihoodRatio, slotOfRoot } from './likelihood.ts';
import { expectedIn, type Study } from './study.ts';

const GIVE_UP = 0.05; // below this every rise is looked at
const A_LITTLE_LOW = 1 - 1e-12; // roots are multiplied: rounding may not ask for a call too many

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
  readonly #rows: Uint32Array; // of each member, where its calls begin
  #level = 2;
  #isSettled = false;

  constructor(study: Study, circles: Circles, lanes: Lanes, minCalls: number) {
    this.#study = study;
    this.#circles = circles;
    this.#lanes = lanes;
    this.#minCalls = minCalls;
    this.#short = new Int32Array(circles.members.length * study.recent.length);
    this.#rows = circles.members.map((place) => place * study.recent.length);
    this.#setLevel(this.#level);
  }

  /** One maximum a lane of the packed recent calls; 0 where nothing rises. */
  maxima(packed: Int32Array): Float64Array {
    for (;;) {
      const maxima = this.#scan(packed);
      const least = maxima.reduce((a, b) => Math.min(a, b));
      if (least >= this.#level) {
        if (!this.#isSettled) this.#setLevel(0.7 * least);
        this.#isSettled = true;
        return maxima;
      }
      this.#setLevel(this.#level > GIVE_UP ? 0.7 * this.#level : 0);
    }
  }

  #setLevel(level: number): void {
    this.#level = level;
    const { recent, total, divisor } = this.#study;
    const { sizes, isCircle } = this.#circles;
    const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
    const fewest = fewestCalls(level, total, expectedIn(this.#study, largest, recent.length - 1));
    const { limit, ones, guards } = this.#lanes;
    const roots = recent.map((week) => Math.sqrt(week / divisor) * A_LITTLE_LOW);
    for (let member = 0, at = 0; member < sizes.length; member++) {
      const root = Math.sqrt(sizes[member] ?? 0);
      for (let last = 0; last < recent.length; last++, at++) {
        const needed = fewest[slotOfRoot(root * (roots[last] ?? 0))] ?? limit;
        const most = isCircle[member] === 1 ? Math.min(limit, Math.max(needed, this.#minCalls)) : limit; // never reached
        this.#short[at] = guards - Math.imul(most, ones);
      }
    }
  }

  /** Four weeks at once from the center outward, so that their sums stay at hand; past the longest, that one again. */
  #scan(packed: Int32Array): Float64Array {
    const longest = this.#study.recent.length;
    const { starts } = this.#circles;
    const { guards } = this.#lanes;
    const [short, rows] = [this.#short, this.#rows];
    const maxima = new Float64Array(this.#lanes.count);
    for (let center = 0; center + 1 < starts.length; center++) {
      const [start, end] = [starts[center] ?? 0, starts[center + 1] ?? 0];
      for (let a = 0; a < longest; a += 4) {
        const [b, c, d] = [Math.min(a + 1, longest - 1), Math.min(a + 2, longest - 1), Math.min(a + 3, longest - 1)];
        let [inA, inB, inC, inD] = [0, 0, 0, 0];
        for (let member = start, at = start * longest; member < end; member++, at += longest) {
          const row = rows[member] ?? 0;
          inA = (inA + (packed[row + a] ?? 0)) | 0;
          inB = (inB + (packed[row + b] ?? 0)) | 0;
          inC = (inC + (packed[row + c] ?? 0)) | 0;
          inD = (inD + (packed[row + d] ?? 0)) | 0;
          const reached =
            (inA + (short[at + a] ?? 0)) |
            (inB + (short[at + b] ?? 0)) |
            (inC + (short[at + c] ?? 0)) |
            (inD + (short[at + d] ?? 0));
          if ((reached & guards) === 0) continue; // hardly one in a hundred holds anything
          this.#raise(maxima, inA, member, a);
          this.#raise(maxima, inB, member, b);
          this.#raise(maxima, inC, member, c);
          this.#raise(maxima, inD, member, d);
        }
      }
    }
    return maxima;
  }

  /** Looks closer at those lanes of a cylinder that hold what the level needs. */
  #raise(maxima: Float64Array, sum: number, member: number, last: number): void {
    const { recent, total } = this.#study;
    const lanes = this.#lanes;
    const reached = (sum + (this.#short[member * recent.length + last] ?? 0)) & lanes.guards;
    if (reached === 0) return;
    const expected = expectedIn(this.#study, this.#circles.sizes[member] ?? 0, last);
    for (let lane = 0; lane < maxima.length; lane++) {
      if (inLane(reached, lane, lanes) === 0) continue;
      const calls = inLane(sum, lane, lanes);
      const highest = maxima[lane] ?? 0;
      if (calls <= expected || highestRatio(calls, expected, total) <= highest) continue;
      maxima[lane] = Math.max(highest, logLikelihoodRatio(calls, expected, total));
    }
  }
}
