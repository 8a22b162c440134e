import { at, inRing, type Line, ringArea } from './curve.ts';
import { type Edge, type Faces, pointsOf, twin } from './planar-graph.ts';
import type { Point } from './plane.ts';

/** Rings of one area: each polygon's outer ring turns left, its holes right; rings are open. */
export type Rings = Point[][][];

/**
 * The outline of some faces taken together: the edges with only one side among them.
 * Rings that touch in a corner stay apart, so every ring is simple.
 */
export function outlineOf(edges: readonly Edge[], { faces, faceOf, next }: Faces, chosen: ReadonlySet<number>): Rings {
  const within = (halfEdge: number): boolean => chosen.has(faceOf[halfEdge] ?? -1);
  const done = new Set<number>();
  const rings: Point[][] = [];
  const starts = [...chosen].sort((a, b) => a - b).flatMap((face) => faces[face]?.halfEdges ?? []);
  for (const start of starts) {
    if (done.has(start) || within(twin(start))) continue;
    const ring: Point[] = [];
    for (let h = start; !done.has(h); ) {
      done.add(h);
      ring.push(...pointsOf(edges, h).slice(0, -1));
      h = next[h] ?? start;
      while (within(twin(h))) h = next[twin(h)] ?? start;
    }
    rings.push(...withoutSpikes(ring));
  }
  return nested(rings);
}

// A dead end inside an area is walked there and back; it is no part of the outline.
function withoutSpikes(ring: Point[]): Point[][] {
  const kept: Point[] = [];
  for (const point of ring) {
    const before = kept.at(-2);
    if (before && before[0] === point[0] && before[1] === point[1]) kept.pop();
    else kept.push(point);
  }
  while (kept.length > 2 && same(at(kept, -1), at(kept, 1))) {
    kept.pop();
    kept.shift();
  }
  return kept.length > 2 ? [kept] : [];
}

const same = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];

function nested(rings: readonly Point[][]): Rings {
  const outers = rings.filter((ring) => ringArea(ring) > 0).sort((a, b) => ringArea(b) - ringArea(a));
  const polygons = outers.map((outer) => [outer]);
  for (const hole of rings) {
    if (ringArea(hole) >= 0) continue;
    const inside = pointWithin([...hole].reverse());
    const home = polygons
      .filter((polygon) => inRing(inside, polygon[0] ?? []))
      .sort((a, b) => ringArea(a[0] ?? []) - ringArea(b[0] ?? []))[0];
    home?.push(hole);
  }
  return polygons;
}

/** A point well inside a ring: the middle of its widest stretch half way up, or a little off it. */
export function pointWithin(ring: Line): Point {
  let best: Point = at(ring, 0);
  let widest = -1;
  const ys = ring.map((point) => point[1]);
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  for (const share of [0.5, 0.37, 0.63, 0.22, 0.78]) {
    const y = low + (high - low) * share + 0.0137;
    const crossings: number[] = [];
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const a = at(ring, j);
      const b = at(ring, i);
      if (a[1] > y !== b[1] > y) crossings.push(a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]));
    }
    crossings.sort((a, b) => a - b);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const [west, east] = [crossings[k] ?? 0, crossings[k + 1] ?? 0];
      if (east - west <= widest) continue;
      widest = east - west;
      best = [(west + east) / 2, y];
    }
  }
  return best;
}

export const areaOf = (rings: Rings): number =>
  rings.reduce((sum, polygon) => sum + polygon.reduce((part, ring) => part + ringArea(ring), 0), 0);
