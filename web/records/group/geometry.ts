import type { Geometry } from './use-groups.ts';
import type { Box, Point } from './use-street-map.ts';

/** The parts of a ground, each its outline followed by its holes. */
export const partsOf = (geometry: Geometry): Point[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

/** One part is a polygon, several are one ground all the same. */
export function geometryOf(parts: readonly (readonly (readonly Point[])[])[]): Geometry | null {
  const whole = parts.map((part) => part.map((ring) => [...ring]));
  const [first] = whole;
  if (first === undefined) return null;
  return whole.length === 1 ? { type: 'Polygon', coordinates: first } : { type: 'MultiPolygon', coordinates: whole };
}

/** The box around grounds; null around none. */
export function boxOf(geometries: readonly Geometry[]): Box | null {
  const points = geometries.flatMap((geometry) => partsOf(geometry).flat(2));
  if (points.length === 0) return null;
  return points.reduce<Box>(
    ([west, south, east, north], [lon, lat]) => [
      Math.min(west, lon),
      Math.min(south, lat),
      Math.max(east, lon),
      Math.max(north, lat),
    ],
    [180, 90, -180, -90],
  );
}

/** A ground as the path of an SVG. */
export const pathOf = (geometry: Geometry, place: (at: Point) => Point): string =>
  partsOf(geometry)
    .flat()
    .map((ring) => `M${ring.map((at) => place(at).map(rounded).join(' ')).join('L')}Z`)
    .join('');

const rounded = (pixels: number): number => Math.round(pixels * 10) / 10;

/** A tenth of a meter: no hand is finer. */
export const tidy = ([lon, lat]: Point): Point => [Math.round(lon * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
