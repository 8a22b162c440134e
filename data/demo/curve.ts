import { distance, type Point } from './plane.ts';

export type Line = readonly Point[];

/** The nth point of a list that is known to have it. */
export function at(line: Line, index: number): Point {
  const point = line.at(index);
  if (!point) throw new RangeError(`a line of ${line.length} points has no point ${index}`);
  return point;
}

/** A smooth curve through the given points (centripetal enough at this spacing), one point each `step` meters. */
export function smooth(through: Line, step = 15): Point[] {
  const points: Point[] = [];
  for (let i = 0; i + 1 < through.length; i++) {
    const a = at(through, i === 0 ? 0 : i - 1);
    const b = at(through, i);
    const c = at(through, i + 1);
    const d = at(through, Math.min(i + 2, through.length - 1));
    const pieces = Math.max(1, Math.round(distance(b, c) / step));
    for (let k = 0; k < pieces; k++) points.push(bend(a, b, c, d, k / pieces));
  }
  points.push(at(through, -1));
  return points;
}

// Catmull-Rom with tangents no longer than the piece itself, so that uneven control points make no loops.
function bend(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const length = distance(b, c);
  const m1 = tangent(a, c, length);
  const m2 = tangent(b, d, length);
  const t2 = t * t;
  const t3 = t2 * t;
  const h1 = 2 * t3 - 3 * t2 + 1;
  const h2 = t3 - 2 * t2 + t;
  const h3 = 3 * t2 - 2 * t3;
  const h4 = t3 - t2;
  return [h1 * b[0] + h2 * m1[0] + h3 * c[0] + h4 * m2[0], h1 * b[1] + h2 * m1[1] + h3 * c[1] + h4 * m2[1]];
}

function tangent(from: Point, to: Point, length: number): Point {
  const span = distance(from, to) || 1;
  return [((to[0] - from[0]) / span) * length, ((to[1] - from[1]) / span) * length];
}

export function lengthOf(line: Line): number {
  let length = 0;
  for (let i = 1; i < line.length; i++) length += distance(at(line, i - 1), at(line, i));
  return length;
}

/** The point so many meters along, and the direction there. */
export function along(line: Line, meters: number): { point: Point; direction: Point } {
  let left = meters;
  for (let i = 1; i < line.length; i++) {
    const a = at(line, i - 1);
    const b = at(line, i);
    const length = distance(a, b);
    if (left <= length || i === line.length - 1) {
      const direction: Point = length ? [(b[0] - a[0]) / length, (b[1] - a[1]) / length] : [1, 0];
      const reach = Math.min(left, length);
      return { point: [a[0] + direction[0] * reach, a[1] + direction[1] * reach], direction };
    }
    left -= length;
  }
  return { point: at(line, 0), direction: [1, 0] };
}

/** The line moved to its left by a distance that may change along it (share of the way, 0 to 1). */
export function offset(line: Line, by: (share: number) => number): Point[] {
  return line.map((point, i) => {
    const a = at(line, Math.max(0, i - 1));
    const b = at(line, Math.min(line.length - 1, i + 1));
    const length = distance(a, b) || 1;
    const meters = by(i / (line.length - 1));
    return [point[0] - ((b[1] - a[1]) / length) * meters, point[1] + ((b[0] - a[0]) / length) * meters];
  });
}

/** Douglas-Peucker: leaves out points that lie within `tolerance` meters of the line without them. */
export function simplify(line: Line, tolerance: number): Point[] {
  const keep = new Uint8Array(line.length);
  keep[0] = 1;
  keep[line.length - 1] = 1;
  const stack: [number, number][] = [[0, line.length - 1]];
  for (let range = stack.pop(); range; range = stack.pop()) {
    const [first, last] = range;
    let worst = tolerance;
    let split = -1;
    for (let i = first + 1; i < last; i++) {
      const away = distanceToSegment(at(line, i), at(line, first), at(line, last));
      if (away > worst) {
        worst = away;
        split = i;
      }
    }
    if (split < 0) continue;
    keep[split] = 1;
    stack.push([first, split], [split, last]);
  }
  return line.filter((_, i) => keep[i] === 1);
}

export function distanceToSegment(p: Point, a: Point, b: Point): number {
  return distance(p, nearestOnSegment(p, a, b));
}

export function nearestOnSegment(p: Point, a: Point, b: Point): Point {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const squared = dx * dx + dy * dy;
  const t = squared ? Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / squared)) : 0;
  return [a[0] + dx * t, a[1] + dy * t];
}

export function distanceToLine(p: Point, line: Line): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < line.length; i++) nearest = Math.min(nearest, distanceToSegment(p, at(line, i - 1), at(line, i)));
  return nearest;
}

/** Signed area of a ring, positive when it turns left. */
export function ringArea(ring: Line): number {
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = at(ring, j);
    const b = at(ring, i);
    twice += a[0] * b[1] - b[0] * a[1];
  }
  return twice / 2;
}

/** Even-odd test; good enough to choose blocks by a point well inside them. */
export function inRing([x, y]: Point, ring: Line): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = at(ring, i);
    const b = at(ring, j);
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}
