import { exactSide } from './exact-side.ts';

// Shewchuk 1997, "Adaptive precision floating-point arithmetic": below this share of the terms the sign may be wrong.
const UNSURE = (3 + 16 * 2 ** -53) * 2 ** -53;
const UNDERFLOWN = 2 ** -1000; // and below this the terms themselves may be

export const EVEN = 0;
export const ODD = 1;
export const ON_EDGE = 2;

/**
 * How often the straight path from a reference point r to p crosses a chain of edges: `EVEN`, `ODD`, or
 * `ON_EDGE` when p lies on the chain itself. Exact, given that r does not lie on it. The chain is
 * the coordinates from `xy[first]` to the pair at `xy[last]`.
 *
 * A vertex on the line r-p counts as lying to one side, so a corner is crossed once or not at all.
 */
export function crossingsOf(
  xy: Float64Array,
  first: number,
  last: number,
  rx: number,
  ry: number,
  px: number,
  py: number,
): number {
  const dx = px - rx;
  const dy = py - ry;
  let parity = EVEN;
  let ax = xy[first] ?? 0;
  let ay = xy[first + 1] ?? 0;
  let sideA = sideOfPath(dx, dy, ax, ay, rx, ry, px, py);
  if (first === last && ax === px && ay === py) return ON_EDGE;
  for (let i = first + 2; i <= last; i += 2) {
    const bx = xy[i] ?? 0;
    const by = xy[i + 1] ?? 0;
    const sideB = sideOfPath(dx, dy, bx, by, rx, ry, px, py);
    if (!((sideA > 0 && sideB > 0) || (sideA < 0 && sideB < 0))) {
      const sideP = sideOfEdge(ax, ay, bx, by, px, py);
      if (sideP === 0) {
        if (between(ax, px, bx) && between(ay, py, by)) return ON_EDGE;
      } else if (sideA > 0 !== sideB > 0 && sideP > 0 === sideA > 0) {
        // Seen along the path, p is beyond the line a-b or has not reached it; only the first can be a crossing.
        if (sideOfEdge(ax, ay, bx, by, rx, ry) > 0 !== sideP > 0) parity ^= ODD;
      }
    }
    ax = bx;
    ay = by;
    sideA = sideB;
  }
  return parity;
}

function sideOfPath(dx: number, dy: number, x: number, y: number, rx: number, ry: number, px: number, py: number) {
  const left = dx * (y - ry);
  const right = dy * (x - rx);
  const det = left - right;
  if (Math.abs(det) > UNSURE * (Math.abs(left) + Math.abs(right)) + UNDERFLOWN) return det;
  return exactSide(rx, ry, px, py, x, y);
}

/** Positive where p lies to the left of a-b, negative to the right, 0 exactly on its line. */
export function sideOfEdge(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  const left = (ax - px) * (by - py);
  const right = (ay - py) * (bx - px);
  const det = left - right;
  if (Math.abs(det) > UNSURE * (Math.abs(left) + Math.abs(right)) + UNDERFLOWN) return det;
  return exactSide(ax, ay, bx, by, px, py);
}

function between(a: number, x: number, b: number): boolean {
  return (a <= x && x <= b) || (b <= x && x <= a);
}
