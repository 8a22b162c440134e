import { type Plane, planeAround, toX, toY } from './plane.ts';
import { selectAt } from './select-at.ts';

export type FlatPoints = { readonly x: Float64Array; readonly y: Float64Array; readonly plane: Plane };

/** Distances are kept to the millimeter, so that two points 100 m apart are not 100.0000001 m apart. */
export const HALF_A_MILLIMETER = 0.0005;

/**
 * Degrees to meters on one plane around the median point: a single call on another
 * continent, as bad geocoding makes them, must not bend the distances of a city.
 */
export function flatten({ lon, lat }: { readonly lon: Float64Array; readonly lat: Float64Array }): FlatPoints {
  const plane = planeAround([medianOf(lon), medianOf(lat)]);
  return { x: lon.map((degrees) => toX(plane, degrees)), y: lat.map((degrees) => toY(plane, degrees)), plane };
}

const medianOf = (values: Float64Array): number => selectAt(values.slice(), values.length >> 1);
