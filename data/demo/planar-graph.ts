import { at, type Line, nearestOnSegment, ringArea, simplify } from './curve.ts';
import { distance, type Point } from './plane.ts';

/** A line to be cut wherever it meets another; `tag` says which street or bank it came from. */
export type TaggedLine = { line: Line; tag: number };

/** A piece of a line between two meetings. */
export type Edge = { a: number; b: number; points: Point[]; tag: number };
export type PlanarGraph = { nodes: Point[]; edges: Edge[] };

const CELL = 60;

type Segment = { line: number; index: number; a: Point; b: Point };

/** Segments by place, so that each is compared with its neighbors only. */
class SegmentIndex {
  readonly segments: Segment[] = [];
  readonly #cells = new Map<number, number[]>();

  constructor(lines: readonly TaggedLine[]) {
    lines.forEach(({ line }, l) => {
      for (let i = 0; i + 1 < line.length; i++) {
        const segment = { line: l, index: i, a: at(line, i), b: at(line, i + 1) };
        this.segments.push(segment);
        this.#eachCell(segment.a, segment.b, 0, (key) => {
          const list = this.#cells.get(key);
          if (list) list.push(this.segments.length - 1);
          else this.#cells.set(key, [this.segments.length - 1]);
        });
      }
    });
  }

  near(a: Point, b: Point, margin: number, visit: (segment: Segment, index: number) => void): void {
    const seen = new Set<number>();
    this.#eachCell(a, b, margin, (key) => {
      for (const index of this.#cells.get(key) ?? []) {
        if (seen.has(index)) continue;
        seen.add(index);
        const segment = this.segments[index];
        if (segment) visit(segment, index);
      }
    });
  }

  #eachCell(a: Point, b: Point, margin: number, visit: (key: number) => void): void {
    const west = Math.floor((Math.min(a[0], b[0]) - margin) / CELL);
    const east = Math.floor((Math.max(a[0], b[0]) + margin) / CELL);
    const south = Math.floor((Math.min(a[1], b[1]) - margin) / CELL);
    const north = Math.floor((Math.max(a[1], b[1]) + margin) / CELL);
    for (let row = south; row <= north; row++) {
      for (let column = west; column <= east; column++) visit((row + 2000) * 4000 + column + 2000);
    }
  }
}

/**
 * Lines whose ends reach for the street ahead: an end that would meet another line within
 * `reach(tag)` meters is drawn on to it, and one already within 9 meters is tied to it.
 */
export function tieLooseEnds(
  lines: readonly TaggedLine[],
  reach: (tag: number) => number,
  open: (place: Point, tag: number) => boolean,
): TaggedLine[] {
  const index = new SegmentIndex(lines);
  return lines.map(({ line, tag }, l) => {
    const meters = reach(tag);
    if (meters <= 0 || line.length < 2 || distance(at(line, 0), at(line, -1)) < 1) return { line, tag };
    const free = (place: Point): boolean => open(place, tag);
    const tail = meetingAhead(index, l, at(line, -2), at(line, -1), meters, free);
    const head = meetingAhead(index, l, at(line, 1), at(line, 0), meters, free);
    return { line: [...(head ? [head] : []), ...line, ...(tail ? [tail] : [])], tag };
  });
}

function meetingAhead(
  index: SegmentIndex,
  own: number,
  before: Point,
  end: Point,
  meters: number,
  open: (place: Point) => boolean,
): Point | undefined {
  let tie: Point | undefined;
  let nearest = 9;
  index.near(end, end, nearest, (segment) => {
    if (segment.line === own) return;
    const point = nearestOnSegment(end, segment.a, segment.b);
    if (distance(point, end) >= nearest) return;
    nearest = distance(point, end);
    tie = point;
  });
  if (tie) return tie;
  const length = distance(before, end) || 1;
  const direction: Point = [(end[0] - before[0]) / length, (end[1] - before[1]) / length];
  const far: Point = [end[0] + direction[0] * meters, end[1] + direction[1] * meters];
  let first = 2;
  index.near(end, far, 1, (segment) => {
    if (segment.line === own) return;
    const t = crossing(end, far, segment.a, segment.b)?.t;
    if (t !== undefined && t < first) first = t;
  });
  if (first > 1) return undefined;
  for (let d = 10; d < first * meters; d += 10) {
    if (!open([end[0] + direction[0] * d, end[1] + direction[1] * d])) return undefined;
  }
  return [end[0] + direction[0] * meters * first, end[1] + direction[1] * meters * first];
}

function crossing(a: Point, b: Point, c: Point, d: Point): { t: number; u: number } | undefined {
  const rx = b[0] - a[0];
  const ry = b[1] - a[1];
  const sx = d[0] - c[0];
  const sy = d[1] - c[1];
  const cross = rx * sy - ry * sx;
  if (cross === 0) return undefined;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross;
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross;
  const slack = 1e-9;
  return t >= -slack && t <= 1 + slack && u >= -slack && u <= 1 + slack ? { t, u } : undefined;
}

// Meetings are kept to a tenth of a meter: near enough to be one corner, far enough to be two.
const snapped = ([x, y]: Point): Point => [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
const keyOf = ([x, y]: Point): number => Math.round(x * 10 + 100_000) * 300_000 + Math.round(y * 10 + 100_000);

/** Cuts the lines at every meeting. Ends that only touch another line (within 0.3 m) count as meeting it. */
export function cutIntoGraph(lines: readonly TaggedLine[], tolerance = 0.8): PlanarGraph {
  const plain = lines.map(({ line, tag }) => ({ line: simplify(line, tolerance).map(snapped), tag }));
  const index = new SegmentIndex(plain);
  const cuts = index.segments.map((): { t: number; point: Point }[] => []);
  index.segments.forEach((one, i) => {
    index.near(one.a, one.b, 0.5, (other, j) => {
      if (j <= i || (one.line === other.line && Math.abs(one.index - other.index) <= 1)) return;
      meet(one, other, (t, u, point) => {
        cuts[i]?.push({ t, point });
        cuts[j]?.push({ t: u, point });
      });
    });
  });
  return assemble(plain, index.segments, cuts);
}

function meet(one: Segment, other: Segment, report: (t: number, u: number, point: Point) => void): void {
  for (const [end, t] of [
    [one.a, 0],
    [one.b, 1],
  ] as const) {
    const point = nearestOnSegment(end, other.a, other.b);
    if (distance(point, end) > 0.3) continue;
    report(t, distance(other.a, point) / (distance(other.a, other.b) || 1), end);
    return;
  }
  for (const [end, u] of [
    [other.a, 0],
    [other.b, 1],
  ] as const) {
    const point = nearestOnSegment(end, one.a, one.b);
    if (distance(point, end) > 0.3) continue;
    report(distance(one.a, point) / (distance(one.a, one.b) || 1), u, end);
    return;
  }
  const found = crossing(one.a, one.b, other.a, other.b);
  if (!found) return;
  const { t, u } = found;
  report(t, u, snapped([one.a[0] + (one.b[0] - one.a[0]) * t, one.a[1] + (one.b[1] - one.a[1]) * t]));
}

function assemble(
  lines: readonly TaggedLine[],
  segments: readonly Segment[],
  cuts: readonly { t: number; point: Point }[][],
): PlanarGraph {
  const nodes: Point[] = [];
  const nodeOf = new Map<number, number>();
  const node = (point: Point): number => {
    const key = keyOf(point);
    const known = nodeOf.get(key);
    if (known !== undefined) return known;
    nodeOf.set(key, nodes.length);
    nodes.push(point);
    return nodes.length - 1;
  };
  const edges: Edge[] = [];
  const known = new Set<string>();
  const close = (points: Point[], tag: number): void => {
    const cleaned = points.filter((p, i) => i === 0 || keyOf(p) !== keyOf(at(points, i - 1)));
    if (cleaned.length < 2) return;
    const a = node(at(cleaned, 0));
    const b = node(at(cleaned, -1));
    const middle = at(cleaned, Math.floor(cleaned.length / 2));
    const name = `${Math.min(a, b)}-${Math.max(a, b)}-${cleaned.length === 2 ? '' : keyOf(middle)}`;
    if (known.has(name) || (a === b && cleaned.length < 4)) return;
    known.add(name);
    edges.push({ a, b, points: cleaned, tag });
  };
  let s = 0;
  for (const { line, tag } of lines) {
    let points: Point[] = [at(line, 0)];
    for (let i = 0; i + 1 < line.length; i++, s++) {
      const here = [...(cuts[s] ?? [])].sort((p, q) => p.t - q.t);
      for (const { point } of here) {
        points.push(point);
        close(points, tag);
        points = [point];
      }
      const end = segments[s]?.b;
      if (end) points.push(end);
    }
    close(points, tag);
  }
  return { nodes, edges };
}

/** A face of the graph, as half-edges turning left; `2 * edge` runs forward, `2 * edge + 1` back. */
export type Face = { halfEdges: number[]; ring: Point[]; area: number };

export const twin = (halfEdge: number): number => halfEdge ^ 1;

export type Faces = {
  faces: Face[]; // bounded ones only
  faceOf: Int32Array; // by half-edge; -1: the outside
  next: Int32Array; // the half-edge that follows on the same face
};

export function facesOf({ nodes, edges }: PlanarGraph): Faces {
  const leaving = nodes.map((): number[] => []);
  edges.forEach((edge, e) => {
    leaving[edge.a]?.push(2 * e);
    leaving[edge.b]?.push(2 * e + 1);
  });
  const angle = Float64Array.from({ length: edges.length * 2 }, (_, h) => turn(directionOf(edges, h)));
  for (const list of leaving) list.sort((p, q) => (angle[p] ?? 0) - (angle[q] ?? 0) || p - q);

  const next = new Int32Array(edges.length * 2);
  for (const list of leaving) {
    list.forEach((halfEdge, i) => {
      // Arriving by the twin, the sharpest left turn is the neighbor clockwise.
      next[twin(halfEdge)] = list[(i + list.length - 1) % list.length] ?? halfEdge;
    });
  }
  const faceOf = new Int32Array(edges.length * 2).fill(-2);
  const faces: Face[] = [];
  for (let start = 0; start < next.length; start++) {
    if (faceOf[start] !== -2) continue;
    const halfEdges: number[] = [];
    for (let h = start; faceOf[h] === -2; h = next[h] ?? start) {
      faceOf[h] = -3;
      halfEdges.push(h);
    }
    const ring = halfEdges.flatMap((h) => pointsOf(edges, h).slice(0, -1));
    const area = ringArea(ring);
    const id = area > 0 ? faces.length : -1;
    for (const h of halfEdges) faceOf[h] = id;
    if (id >= 0) faces.push({ halfEdges, ring, area });
  }
  return { faces, faceOf, next };
}

/** The points of a half-edge in its own direction. */
export function pointsOf(edges: readonly Edge[], halfEdge: number): Point[] {
  const points = edges[halfEdge >> 1]?.points ?? [];
  return halfEdge % 2 === 0 ? points : [...points].reverse();
}

function directionOf(edges: readonly Edge[], halfEdge: number): Point {
  const points = edges[halfEdge >> 1]?.points ?? [];
  const [a, b] = halfEdge % 2 === 0 ? [at(points, 0), at(points, 1)] : [at(points, -1), at(points, -2)];
  return [b[0] - a[0], b[1] - a[1]];
}

/** Grows with the angle, 0 to 4, without trigonometry. */
function turn([dx, dy]: Point): number {
  const share = dx / (Math.abs(dx) + Math.abs(dy) || 1);
  return dy >= 0 ? 1 - share : 3 + share;
}
