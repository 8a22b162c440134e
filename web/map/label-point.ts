import type { MultiPolygon, Polygon, Position } from 'geojson';

type Shape = Polygon | MultiPolygon;
type Point = [lon: number, lat: number];

/**
 * Where to write an area's name: the place inside it farthest from its edges, counting
 * sideways distance as half because names are wide, and keeping out of `shared` ground,
 * where the name would belong to two areas. Good to a twentieth of the area's size.
 */
export function labelPoint(geometry: Shape, shared: readonly Shape[] = []): Point {
  const rings = largestPolygon(geometry).map(thin);
  const sharedRings = shared.flatMap(polygonsOf).map((polygon) => polygon.map(thin));
  const box = boxOf(rings[0] ?? []);
  const squash = Math.cos(((box.south + box.north) / 2) * (Math.PI / 180)) / 2;
  const score = (point: Point): number => {
    const inside = isInside(point, rings);
    const edge = distanceTo(point, rings, squash);
    if (!inside) return -edge;
    if (sharedRings.some((polygon) => isInside(point, polygon))) return edge * 0.2;
    return Math.min(edge, ...sharedRings.map((polygon) => distanceTo(point, polygon, squash)));
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

/** A name needs no more than two hundred corners of its boundary. */
function thin(ring: Position[]): Position[] {
  const every = Math.ceil(ring.length / 200);
  return every === 1 ? ring : ring.filter((_, index) => index % every === 0 || index === ring.length - 1);
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

function isInside([x, y]: Point, rings: readonly Position[][]): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 1) {
      const [x1 = 0, y1 = 0] = ring[i - 1] ?? [];
      const [x2 = 0, y2 = 0] = ring[i] ?? [];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

function distanceTo([x, y]: Point, rings: readonly Position[][], squash: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 1) {
      const [x1 = 0, y1 = 0] = ring[i - 1] ?? [];
      const [x2 = 0, y2 = 0] = ring[i] ?? [];
      const [dx, dy, px, py] = [(x2 - x1) * squash, y2 - y1, (x - x1) * squash, y - y1];
      const along = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
      least = Math.min(least, Math.hypot(px - along * dx, py - along * dy));
    }
  }
  return least;
}
