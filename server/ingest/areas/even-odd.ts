import Flatbush from 'flatbush';
import jsts from 'jsts';
import { union } from 'polyclip-ts';
import { buildPlaceIndex, placePoints } from '#analysis/place/place.ts';
import type { AreaGeometry, Position } from '#data/schema/area.ts';

const { GeoJSONReader, GeoJSONWriter } = jsts.io;
const { IsValidOp } = jsts.operation.valid;
const { Polygonizer } = jsts.operation.polygonize;

/** What is wrong with a geometry by the rules of OGC Simple Features, with the place; null: nothing. */
export function faultOf(geometry: AreaGeometry): string | null {
  const check = new IsValidOp(new GeoJSONReader().read(geometry));
  if (check.isValid()) return null;
  const fault = check.getValidationError();
  if (fault === null) return 'invalid';
  const { x, y } = fault.getCoordinate();
  return `${fault.getMessage().toLowerCase()} at ${x}, ${y}`;
}

/** Taking rings apart costs a millisecond and memory for each crossing; a drawn boundary has a handful. */
export const MAX_CROSSINGS = 5_000;

/** Whether the lines of the rings cross each other more often than they can be taken apart. */
export function crossesTooOften({ type, coordinates }: AreaGeometry, limit = MAX_CROSSINGS): boolean {
  const rings = type === 'Polygon' ? coordinates : coordinates.flat();
  const lines = rings.flatMap((ring) => ring.slice(1).map((to, i): [Position, Position] => [ring[i] ?? to, to]));
  const index = new Flatbush(lines.length);
  const boxes = lines.map(
    ([[ax, ay], [bx, by]]) => [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)] as const,
  );
  for (const box of boxes) index.add(...box);
  index.finish();
  let crossings = 0;
  for (const [i, line] of lines.entries()) {
    const box = boxes[i];
    if (box === undefined) break;
    for (const k of index.search(...box)) {
      const other = lines[k];
      if (k > i && other !== undefined && cross(line, other)) crossings++;
    }
    if (crossings > limit) return true;
  }
  return false;
}

function cross([a, b]: [Position, Position], [c, d]: [Position, Position]): boolean {
  const side = (p: Position, q: Position, r: Position) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/**
 * The same area with valid rings: what lies within an odd number of the rings of a part, all parts together.
 * Lines that enclose nothing (spikes) vanish. Null where that leaves no area, or cannot be worked out.
 */
export function repairedByEvenOdd(geometry: AreaGeometry): AreaGeometry | null {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  // Where lines cross at a point that numbers cannot hold, the work can fail; it then succeeds on rounder numbers.
  for (const decimals of [15, 9, 8, 7]) {
    try {
      const [first, ...rest] = parts.flatMap((rings) => facesOf(rings.map((ring) => rounded(ring, decimals))));
      if (first === undefined) continue;
      const coordinates = union([first], ...rest.map((face) => [face]));
      const [only, ...others] = coordinates;
      if (only === undefined) continue;
      const whole: AreaGeometry =
        others.length === 0 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates };
      if (faultOf(whole) === null) return whole;
    } catch {
      // the next, rounder attempt
    }
  }
  return null;
}

/** The pieces into which the rings cut the plane, those that lie within an odd number of them. */
function facesOf(rings: Position[][]): Position[][][] {
  const lines = rings.filter((ring) => ring.length > 1);
  const noded = new GeoJSONReader().read({ type: 'MultiLineString', coordinates: lines }).union();
  const polygonizer = new Polygonizer();
  polygonizer.add(noded);
  const writer = new GeoJSONWriter();
  const faces: Position[][][] = [];
  const lon: number[] = [];
  const lat: number[] = [];
  for (const found = polygonizer.getPolygons().iterator(); found.hasNext(); ) {
    const face = found.next();
    const inside = face.getInteriorPoint();
    lon.push(inside.getX());
    lat.push(inside.getY());
    faces.push(writer.write(face).coordinates);
  }
  const index = buildPlaceIndex([{ type: 'Polygon', coordinates: rings }]);
  const { setOf } = placePoints(index, Float64Array.from(lon), Float64Array.from(lat));
  return faces.filter((_, i) => setOf[i] !== 0);
}

function rounded(ring: Position[], decimals: number): Position[] {
  if (decimals >= 15) return ring;
  return ring.map(([x, y]): Position => [Number(x.toFixed(decimals)), Number(y.toFixed(decimals))]);
}
