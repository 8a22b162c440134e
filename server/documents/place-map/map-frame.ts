import type { Position } from '#data/schema/area.ts';

export type Point = readonly [x: number, y: number];

/** A window of Web Mercator, north up: at the size of a city its distances are true to a few in a thousand. */
export type MapFrame = {
  readonly width: number; // pixels, 96 an inch
  readonly height: number;
  readonly metersPerPixel: number;
  readonly box: readonly [west: number, south: number, east: number, north: number];
  readonly fromWorld: (world: Point) => Point;
  readonly toPixel: (position: Position) => Point;
};

export type FrameSize = {
  readonly width: number;
  readonly height: number;
  readonly padding: number; // pixels kept free around the places
  readonly leastMeters: number; // a single corner needs streets around it to be found
};

const EARTH = 40_075_016.7; // meters around the equator
const RADIANS = Math.PI / 180;

/** Web Mercator with the whole world from 0 to 1, y downward. */
export const toWorld = ([lon, lat]: Position): Point => [
  (lon + 180) / 360,
  (1 - Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2)) / Math.PI) / 2,
];

const toPosition = ([x, y]: Point): Position => [
  x * 360 - 180,
  (Math.atan(Math.exp(Math.PI * (1 - 2 * y))) * 2) / RADIANS - 90,
];

/** The window that shows all `positions`, in its middle; there must be at least one. */
export function fitFrame(positions: readonly Position[], size: FrameSize): MapFrame {
  if (positions.length === 0) throw new RangeError('fitFrame requires at least one position');
  const { width, height, padding, leastMeters } = size;
  const all = positions.map(toWorld);
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const [left, right] = ends(xs);
  const [top, bottom] = ends(ys);
  const middle: Point = [(left + right) / 2, (top + bottom) / 2];
  const metersPerWorld = EARTH * Math.cos(toPosition(middle)[1] * RADIANS);
  const worldPerPixel = Math.max(
    (right - left) / (width - 2 * padding),
    (bottom - top) / (height - 2 * padding),
    leastMeters / metersPerWorld / Math.min(width, height),
  );
  const corner: Point = [middle[0] - (width / 2) * worldPerPixel, middle[1] - (height / 2) * worldPerPixel];
  const fromWorld = ([x, y]: Point): Point => [(x - corner[0]) / worldPerPixel, (y - corner[1]) / worldPerPixel];
  const [west, north] = toPosition(corner);
  const [east, south] = toPosition([corner[0] + width * worldPerPixel, corner[1] + height * worldPerPixel]);
  return {
    ...{ width, height, fromWorld, box: [west, south, east, north] },
    metersPerPixel: worldPerPixel * metersPerWorld,
    toPixel: (position) => fromWorld(toWorld(position)),
  };
}

function ends(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}
