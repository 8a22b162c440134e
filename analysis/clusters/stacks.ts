import type { FlatPoints } from '#analysis/shared/flat-points.ts';
import { pick } from '#analysis/shared/pick.ts';

/** Calls at the same millimeter taken together: a place counts with all its calls, however many were pinned to it. */
export type Stacks = {
  readonly x: Float64Array; // meters, one entry a place
  readonly y: Float64Array;
  readonly calls: Uint32Array;
  readonly firstCall: Uint32Array; // lowest number of a call there
  readonly stackOf: Uint32Array; // of each call
};

export function stackUp({ x, y }: Pick<FlatPoints, 'x' | 'y'>): Stacks {
  const [east, north] = [x.map((meters) => Math.round(meters * 1000)), y.map((meters) => Math.round(meters * 1000))];
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * x.length + 2))).fill(-1); // of the table: a stack, or none
  const [stackOf, firstCall] = [new Uint32Array(x.length), new Uint32Array(x.length)];
  let count = 0;
  for (let i = 0; i < x.length; i++) {
    const [a, b] = [east[i] ?? 0, north[i] ?? 0];
    let slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) & (slots.length - 1);
    slot ^= (slot >>> 7) & (slots.length - 1);
    let stack = slots[slot] ?? -1;
    while (stack >= 0 && !(east[firstCall[stack] ?? 0] === a && north[firstCall[stack] ?? 0] === b)) {
      slot = (slot + 1) & (slots.length - 1);
      stack = slots[slot] ?? -1;
    }
    if (stack < 0) {
      stack = count++;
      slots[slot] = stack;
      firstCall[stack] = i;
    }
    stackOf[i] = stack;
  }
  const calls = new Uint32Array(count);
  for (const stack of stackOf) calls[stack] = (calls[stack] ?? 0) + 1;
  const first = firstCall.subarray(0, count);
  return { x: pick(x, first), y: pick(y, first), calls, firstCall: first, stackOf };
}
