import type { ScanOptions } from './options.ts';
import type { Study } from './study.ts';

/**
 * Circles around every place, growing by one place at a time; places equally far from the center
 * enter together, and only then is there a circle. Circles of one center stand side by side.
 */
export type Circles = {
  readonly starts: Uint32Array; // of each center in the columns below, and the end of the last
  readonly members: Uint32Array; // the place that enters
  readonly meters: Float64Array; // its distance from the center
  readonly sizes: Float64Array; // of the circle once it has entered
  readonly isCircle: Uint8Array; // 0 while another at the same distance has still to enter
  readonly count: number; // of circles
};

export function drawCircles({ x, y, sizes, size: all }: Study, { maxShare, maxRadiusKm }: ScanOptions): Circles {
  const most = maxShare * all * (1 + 1e-12); // exactly a tenth is not above a tenth
  const reach = maxRadiusKm === null ? Infinity : maxRadiusKm * 1000;
  const starts = new Uint32Array(x.length + 1);
  const [members, meters, inside, isCircle]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let center = 0; center < x.length; center++) {
    const far = x.map((east, i) =>
      Math.round(Math.hypot(east - (x[center] ?? 0), (y[i] ?? 0) - (y[center] ?? 0)) * 1000),
    );
    const order = [...far.keys()].sort((a, b) => (far[a] ?? 0) - (far[b] ?? 0) || a - b);
    let [size, kept] = [0, members.length];
    for (const [rank, place] of order.entries()) {
      size += sizes[place] ?? 0; // whole numbers, so that equal circles are equal to the bit
      const distance = far[place] ?? 0;
      if (size > most || distance > reach * 1000) break;
      const isWhole = far[order[rank + 1] ?? -1] !== distance;
      members.push(place);
      meters.push(distance / 1000);
      inside.push(size);
      isCircle.push(isWhole ? 1 : 0);
      if (isWhole) kept = members.length;
    }
    for (const column of [members, meters, inside, isCircle]) column.length = kept; // those that could not enter together
    starts[center + 1] = kept;
  }
  return {
    starts,
    members: Uint32Array.from(members),
    meters: Float64Array.from(meters),
    sizes: Float64Array.from(inside),
    isCircle: Uint8Array.from(isCircle),
    count: isCircle.reduce((sum, is) => sum + is, 0),
  };
}
