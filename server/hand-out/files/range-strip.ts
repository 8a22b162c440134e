import type { PrintedLine } from '#server/hand-out/content.ts';

/** A count on its usual range, as shares of a line that begins at zero. */
export type RangeStrip = { readonly low: number; readonly high: number; readonly at: number };

const ROOM = 1.25; // beyond the larger of count and range, so that neither stands at the end
const LEAST_TOP = 6; // calls: a range of 0 to 1 must not look wide

/** Each line has its own scale; null where no range is known. */
export function rangeStrip({ observed, usual }: PrintedLine): RangeStrip | null {
  if (usual === null) return null;
  const top = Math.max(LEAST_TOP, observed, usual.high) * ROOM;
  return { low: usual.low / top, high: usual.high / top, at: observed / top };
}
