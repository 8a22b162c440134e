/**
 * Several small counts side by side in one whole number of 32 bits, added and compared at once: twice to
 * four times as fast. The top bit of a lane is kept free; it tells that a count reached what was needed.
 */
export type Lanes = {
  readonly count: number;
  readonly bits: number; // of each
  readonly ones: number; // 1 in every lane: times a number, that number in every lane
  readonly guards: number; // the top bit of every lane
  readonly limit: number; // counts stay below
  readonly mask: number; // all bits of the first lane
};

/** As many lanes as counts below `bound` leave room for; one where they are large. */
export function lanesFor(bound: number): Lanes {
  for (const count of [4, 3, 2]) {
    const lanes = makeLanes(count, Math.floor(32 / count));
    if (bound < lanes.limit) return lanes;
  }
  return makeLanes(1, 31);
}

function makeLanes(count: number, bits: number): Lanes {
  let ones = 0;
  for (let lane = 0; lane < count; lane++) ones |= 1 << (lane * bits);
  return { count, bits, ones, guards: Math.imul(ones, 1 << (bits - 1)), limit: 2 ** (bits - 1), mask: 2 ** bits - 1 };
}

export const inLane = (packed: number, lane: number, { bits, mask }: Lanes): number =>
  (packed >>> (lane * bits)) & mask;

/** Puts counts into a lane of each number, over what the lanes before hold. */
export function fillLane(packed: Int32Array, counts: Int32Array, lane: number, { bits }: Lanes): void {
  for (let i = 0; i < packed.length; i++) {
    const own = (counts[i] ?? 0) << (lane * bits);
    packed[i] = lane === 0 ? own : (packed[i] ?? 0) | own;
  }
}
