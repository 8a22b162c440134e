import { type Circle, type FreeRoom, widthOf } from './free-room.ts';
import type { Point } from './map-frame.ts';

export type NamedLine = { readonly name: string; readonly paths: readonly (readonly Point[])[] }; // pixels
export type LineName = { readonly name: string; readonly path: readonly Point[]; readonly circles: readonly Circle[] };

const STEP = 4; // pixels between the points that a place for a name is tried from
const MOST_BEND = 0.8; // radians in all
const MOST_KINK = 0.3; // radians from one step to the next
const ENDS = 8; // pixels that a name needs beyond its letters

/**
 * The best stretch of a line to write its name along: free, straight, and near the middle of the drawing. Null
 * where there is none: a name is left out rather than squeezed.
 */
export function placeAlong({ name, paths }: NamedLine, size: number, room: FreeRoom, middle: Point): LineName | null {
  const steps = Math.ceil((widthOf(name, size) + ENDS) / STEP);
  let best: (LineName & { cost: number }) | null = null;
  for (const path of paths) {
    const points = resample(path);
    for (let from = 0; from + steps < points.length; from += 2) {
      const stretch = points.slice(from, from + steps + 1);
      const center = stretch[Math.floor(steps / 2)] ?? middle;
      const bend = bendOf(stretch);
      const cost = bend * 90 + Math.hypot(center[0] - middle[0], center[1] - middle[1]);
      if (bend > MOST_BEND || (best !== null && cost >= best.cost)) continue;
      const circles = stretch.flatMap(([x, y], i) => (i % 2 === 0 ? [{ x, y, r: size * 0.62 }] : []));
      if (room.isFree(circles)) best = { name, path: readable(stretch), circles, cost };
    }
  }
  return best;
}

/** From left to right, so that no name stands on its head. */
function readable(stretch: readonly Point[]): readonly Point[] {
  const [first, last] = [stretch[0], stretch.at(-1)];
  return first && last && last[0] < first[0] ? [...stretch].reverse() : stretch;
}

function bendOf(stretch: readonly Point[]): number {
  let bend = 0;
  for (let i = 1; i + 1 < stretch.length; i++) {
    const [a, b, c] = [stretch[i - 1], stretch[i], stretch[i + 1]];
    if (!a || !b || !c) continue;
    const turn = Math.abs(turnOf(Math.atan2(b[1] - a[1], b[0] - a[0]), Math.atan2(c[1] - b[1], c[0] - b[0])));
    if (turn > MOST_KINK) return Number.POSITIVE_INFINITY;
    bend += turn;
  }
  return bend;
}

const turnOf = (from: number, to: number): number => Math.atan2(Math.sin(to - from), Math.cos(to - from));

/** A line as points a few pixels apart. */
export function resample(path: readonly Point[]): Point[] {
  const points: Point[] = [];
  let left = 0; // pixels to go to the next point
  for (const [i, end] of path.entries()) {
    const start = path[i - 1];
    if (start === undefined) continue;
    const length = Math.hypot(end[0] - start[0], end[1] - start[1]);
    for (; left <= length; left += STEP) {
      const share = length === 0 ? 0 : left / length;
      points.push([start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])]);
    }
    left -= length;
  }
  return points;
}
