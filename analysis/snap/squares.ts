import type { Bbox } from '#analysis/shared/bbox.ts';

/** A square of the Web Mercator quadtree: the same ones for every city, boundary and year. */
export type Square = { readonly zoom: number; readonly x: number; readonly y: number };

export function squareAt(lon: number, lat: number, zoom: number): Square {
  const side = 2 ** zoom;
  const phi = (lat * Math.PI) / 180;
  const down = (1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2;
  return { zoom, x: Math.floor(((lon + 180) / 360) * side), y: Math.floor(down * side) };
}

export function boxOf({ zoom, x, y }: Square): Bbox {
  const side = 2 ** zoom;
  const lon = (column: number) => (column / side) * 360 - 180;
  const lat = (row: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / side))) * 180) / Math.PI;
  return [lon(x), lat(y + 1), lon(x + 1), lat(y)];
}

/** The four of the next finer zoom. */
export const quartersOf = ({ zoom, x, y }: Square): Square[] =>
  [0, 1].flatMap((down) => [0, 1].map((right) => ({ zoom: zoom + 1, x: 2 * x + right, y: 2 * y + down })));

export const nameOf = ({ zoom, x, y }: Square): string => `${zoom}/${x}/${y}`;
