import type { Bbox } from '#analysis/shared/bbox.ts';
import type { AreaGeometry, Position } from '#data/schema/area.ts';

/** Polygons as closed rings, the outer one first. */
export type Pieces = readonly Position[][][];

export const piecesOf = (area: AreaGeometry): Pieces =>
  area.type === 'Polygon' ? [area.coordinates] : area.coordinates;

const NO_AREA = 1e-13; // square degrees, about a square millimeter

/**
 * The part of each polygon inside a box. Each ring is cut by itself (Sutherland and Hodgman 1974), which leaves the
 * winding of every point inside the box as it was, so holes stay holes; along the box's edge a ring may run back on itself.
 */
export function clip(pieces: Pieces, [west, south, east, north]: Bbox): Pieces {
  const toBox = (ring: Position[]): Position[] => {
    const between = cut(cut(ring, 0, west, 1), 0, east, -1);
    return cut(cut(between, 1, south, 1), 1, north, -1);
  };
  return pieces
    .map(([outer = [], ...holes]) => {
      const inside = toBox(outer);
      if (areaOf(inside) <= NO_AREA) return [];
      return [inside, ...holes.map(toBox).filter((hole) => areaOf(hole) > NO_AREA)];
    })
    .filter((piece) => areaOfPiece(piece) > NO_AREA);
}

/** The part of a ring on one side of a line: where its lon (axis 0) or lat (axis 1) is beyond `at`, in the direction of `sign`. */
function cut(ring: readonly Position[], axis: 0 | 1, at: number, sign: 1 | -1): Position[] {
  const depth = (point: Position) => sign * (point[axis] - at);
  const kept: Position[] = [];
  for (const [i, b] of ring.entries()) {
    const a = ring[i - 1];
    if (a !== undefined && depth(a) * depth(b) < 0) kept.push(onLine(a, b, axis, at));
    if (depth(b) >= 0) kept.push(b);
  }
  const [first] = kept;
  return first === undefined ? [] : [...kept, first];
}

function onLine(a: Position, b: Position, axis: 0 | 1, at: number): Position {
  const share = (at - a[axis]) / (b[axis] - a[axis]);
  return axis === 0 ? [at, a[1] + share * (b[1] - a[1])] : [a[0] + share * (b[0] - a[0]), at];
}

/** Square degrees. */
export const areaOfPiece = ([outer = [], ...holes]: readonly (readonly Position[])[]): number =>
  areaOf(outer) - holes.reduce((sum, hole) => sum + areaOf(hole), 0);

export const areaOf = (ring: readonly Position[]): number => Math.abs(momentsOf(ring).area);

/** The middle of some polygons, by their area; it may lie beside them. Null where they have none. */
export function middleOf(pieces: Pieces): Position | null {
  let [area, lon, lat] = [0, 0, 0];
  for (const piece of pieces) {
    for (const [i, ring] of piece.entries()) {
      const of = momentsOf(ring);
      const sign = (i === 0 ? 1 : -1) * Math.sign(of.area); // a hole takes away, however it is wound
      [area, lon, lat] = [area + sign * of.area, lon + sign * of.lon, lat + sign * of.lat];
    }
  }
  return area > NO_AREA ? [lon / area, lat / area] : null;
}

/** Area of a ring, and its area times its middle; counted from its first point, so that small rings keep their digits. */
function momentsOf(ring: readonly Position[]): { area: number; lon: number; lat: number } {
  const [west, south] = ring[0] ?? [0, 0];
  let [area, x, y] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = from(ring[i - 1], west, south);
    const [bx, by] = from(ring[i], west, south);
    const cross = ax * by - bx * ay;
    [area, x, y] = [area + cross / 2, x + ((ax + bx) * cross) / 6, y + ((ay + by) * cross) / 6];
  }
  return { area, lon: x + area * west, lat: y + area * south };
}

const from = ([lon, lat]: Position = [0, 0], west: number, south: number): Position => [lon - west, lat - south];
