import type { MultiPolygon, Polygon, Position } from 'geojson';

type Shape = Polygon | MultiPolygon;
type Point = [lon: number, lat: number];

/**
 * Where to write an area's name: the place inside it farthest from its edges, counting
 * sideways distance as half because names are wide, and keeping out of `shared` ground,
 * where the name would belong to two areas. Good to a twentieth of the area's size.
 */
export function labelPoint(geometry: Shape, shared: readonly Shape[] = []): Point {
  const outline = largestPolygon(geometry);
  const rings = outline.map(flat);
  const sharedRings = shared.flatMap(polygonsOf).map((polygon) => polygon.map(flat));
  const box = boxOf(outline[0] ?? []);
  const squash = Math.cos(((box.south + box.north) / 2) * (Math.PI / 180)) / 2;
  const score = ([x, y]: Point): number => {
    const own = depth(x, y, rings, squash);
    if (own <= 0) return own;
    const others = sharedRings.map((polygon) => depth(x, y, polygon, squash));
    return others.some((other) => other > 0) ? own * 0.2 : Math.min(own, ...others.map((other) => -other));
  };
  let best: Point = [(box.west + box.east) / 2, (box.south + box.north) / 2];
  let bestScore = score(best);
  let step: Point = [(box.east - box.west) / 18, (box.north - box.south) / 18];
  let center = best;
  for (const reach of [9, 3, 3, 3]) {
    for (let i = -reach; i <= reach; i += 1) {
      for (let j = -reach; j <= reach; j += 1) {
        const point: Point = [center[0] + i * step[0], center[1] + j * step[1]];
        const found = score(point);
        if (found > bestScore) [best, bestScore] = [point, found];
      }
    }
    center = best;
    step = [step[0] / 3, step[1] / 3];
  }
  return best;
}

const polygonsOf = (geometry: Shape): Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

function largestPolygon(geometry: Shape): Position[][] {
  const size = (polygon: Position[][]): number => {
    const { west, south, east, north } = boxOf(polygon[0] ?? []);
    return (east - west) * (north - south);
  };
  return polygonsOf(geometry).reduce((largest, polygon) => (size(polygon) > size(largest) ? polygon : largest), []);
}

/** Rings as flat corner lists, x and y in turn: this is the hot loop of opening a layer. */
type Ring = Float64Array;

/** A name needs no more than this many corners of its boundary. */
const CORNERS = 160;

function flat(ring: readonly Position[]): Ring {
  const every = Math.ceil(ring.length / CORNERS);
  const kept = ring.filter((_, index) => index % every === 0 || index === ring.length - 1);
  return Float64Array.from(kept.flatMap(([x = 0, y = 0]) => [x, y]));
}

function boxOf(ring: readonly Position[]): { west: number; south: number; east: number; north: number } {
  const box = { west: 180, south: 90, east: -180, north: -90 };
  for (const [lon = 0, lat = 0] of ring) {
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box.west > box.east ? { west: 0, south: 0, east: 0, north: 0 } : box;
}

/** Distance to the nearest edge, negative outside. Sideways counts `squash` times. */
function depth(x: number, y: number, rings: readonly Ring[], squash: number): number {
  let inside = false;
  let least = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    for (let i = 2; i < ring.length; i += 2) {
      const x1 = ring[i - 2] ?? 0;
      const y1 = ring[i - 1] ?? 0;
      const x2 = ring[i] ?? 0;
      const y2 = ring[i + 1] ?? 0;
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
      const dx = (x2 - x1) * squash;
      const dy = y2 - y1;
      const px = (x - x1) * squash;
      const py = y - y1;
      const along = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
      const away = (px - along * dx) ** 2 + (py - along * dy) ** 2;
      if (away < least) least = away;
    }
  }
  return inside ? Math.sqrt(least) : -Math.sqrt(least);
}
