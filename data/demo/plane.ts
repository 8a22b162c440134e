import type { Position } from '#data/schema/area.ts';

/** A place in the city's own plane: meters east and north of its center. */
export type Point = readonly [x: number, y: number];

/** An invented spot: no city stands there. */
export const CITY_CENTER: Position = [-80.2, 36.4];

// Length of a degree at 36.4 north on the WGS 84 ellipsoid.
const METERS_PER_DEGREE_LON = 89706.2;
const METERS_PER_DEGREE_LAT = 110966.4;

/** Degrees, kept to six decimals (about 0.1 m), so that no machine's last bit can show. */
export function toPosition([x, y]: Point): Position {
  return [round6(CITY_CENTER[0] + x / METERS_PER_DEGREE_LON), round6(CITY_CENTER[1] + y / METERS_PER_DEGREE_LAT)];
}

export const round6 = (n: number): number => Math.round(n * 1e6) / 1e6;

/** Math.hypot may differ between engines in its last bit; a square root may not. */
export const distance = (a: Point, b: Point): number =>
  Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]));

/** Sine by its series, for the same reason. */
export function sine(radians: number): number {
  const turns = radians / (2 * Math.PI);
  let x = (turns - Math.floor(turns + 0.5)) * 2 * Math.PI;
  if (x > Math.PI / 2) x = Math.PI - x;
  if (x < -Math.PI / 2) x = -Math.PI - x;
  const s = x * x;
  return x * (1 - (s / 6) * (1 - (s / 20) * (1 - (s / 42) * (1 - (s / 72) * (1 - (s / 110) * (1 - s / 156))))));
}

export const cosine = (radians: number): number => sine(radians + Math.PI / 2);
