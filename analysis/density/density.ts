import { contours } from 'd3-contour';
import { type Bbox, bboxOfPoints } from '#analysis/shared/bbox.ts';
import { bboxOfGrid, type Grid, gridOver, toDegrees } from '#analysis/shared/grid.ts';
import { toX, toY } from '#analysis/shared/plane.ts';
import { type CallPoints, placedPoints } from '#analysis/shared/points.ts';
import type { LeftOut } from '#data/schema/answer.ts';

/** Calls per square kilometer, smoothed, sampled at the middle of each cell. */
export type DensitySurface = {
  columns: number;
  rows: number;
  bbox: [west: number, south: number, east: number, north: number]; // outer edges of the cells, degrees
  perKm2: Float32Array; // row 0 is the north edge
  max: number;
  bandwidthMeters: number;
  contours: { level: number; rings: [number, number][][][] }[]; // polygons of closed rings, degrees
};

export type DensityOptions = {
  readonly bandwidthMeters: number; // the radius at which a call's share ends, not a standard deviation
  readonly cellMeters: number; // at most a quarter of the bandwidth
  readonly contourShares: readonly number[]; // of the maximum
  readonly frame: Bbox | null; // calls beyond it are left out; null: all of them are framed
};

export type DensityReason =
  | 'no-points'
  | 'too-wide' // more cells than the method takes: a call lies on another continent
  | 'beyond-frame';

export const DENSITY_CONVENTION =
  'Quartic kernel, direct sum at cell centers on a local plane in meters, bandwidth is the support radius, no edge correction, calls per square kilometer.';
export const DENSITY_CAVEAT =
  'Shows where calls were placed, smoothed over the bandwidth. Places that many calls are pinned to, such as a hospital or a station, make peaks of their own.';

const MOST_CELLS = 4_000_000;

/**
 * Where calls concentrate: the quartic kernel (1 - d²/h²)² x 3 / (π h²) of every call,
 * summed at every cell center, nothing binned or approximated. The whole surface adds up
 * to the number of calls, but for sampling.
 */
export function findDensity(
  points: CallPoints,
  chosen: Partial<DensityOptions> = {},
): { findings: DensitySurface[]; leftOut: LeftOut<DensityReason>[]; options: DensityOptions } {
  const options = fillOptions(chosen);
  const leftOut: LeftOut<DensityReason>[] = [];
  const { placed, beyond } = framed(placedPoints(points), options.frame);
  if (beyond > 0) leftOut.push({ what: `${beyond} calls`, reason: 'beyond-frame' });
  const bbox = placed.lon.length === 0 ? null : (options.frame ?? bboxOfPoints(placed));
  const nothing = (reason: DensityReason) => ({
    findings: [],
    leftOut: [...leftOut, { what: 'density', reason }],
    options,
  });
  if (bbox === null) return nothing('no-points');
  const grid = gridOver(bbox, options.cellMeters, options.bandwidthMeters + options.cellMeters);
  if (grid.columns * grid.rows > MOST_CELLS) return nothing('too-wide');
  return { findings: [toSurface(grid, sumKernels(grid, placed, options.bandwidthMeters), options)], leftOut, options };
}

function framed(placed: { lon: Float64Array; lat: Float64Array }, frame: Bbox | null) {
  if (frame === null) return { placed, beyond: 0 };
  const [west, south, east, north] = frame;
  const isInside = (i: number) => {
    const [lon, lat] = [placed.lon[i] ?? 0, placed.lat[i] ?? 0];
    return lon >= west && lon <= east && lat >= south && lat <= north;
  };
  const kept = { lon: placed.lon.filter((_, i) => isInside(i)), lat: placed.lat.filter((_, i) => isInside(i)) };
  return { placed: kept, beyond: placed.lon.length - kept.lon.length };
}

function fillOptions(chosen: Partial<DensityOptions>): DensityOptions {
  const bandwidthMeters = chosen.bandwidthMeters ?? 400;
  const cellMeters = chosen.cellMeters ?? bandwidthMeters / 4;
  if (!(bandwidthMeters > 0 && cellMeters > 0 && cellMeters <= bandwidthMeters / 4)) {
    throw new RangeError(
      `density needs a bandwidth above 0 and cells of at most a quarter of it, not ${bandwidthMeters} and ${cellMeters}`,
    );
  }
  const { contourShares = [0.25, 0.5, 0.75], frame = null } = chosen;
  return { bandwidthMeters, cellMeters, contourShares, frame };
}

/** Sum of (1 - d²/h²)² over the calls within h, at each cell center. */
function sumKernels(grid: Grid, { lon, lat }: { lon: Float64Array; lat: Float64Array }, bandwidth: number) {
  const { plane, west, north, cellMeters, columns, rows } = grid;
  const sums = new Float64Array(columns * rows);
  const radius = bandwidth / cellMeters; // in cells, as everything below
  const perRadius = 1 / (radius * radius);
  for (let i = 0; i < lon.length; i++) {
    const x = (toX(plane, lon[i] ?? 0) - west) / cellMeters - 0.5;
    const y = (north - toY(plane, lat[i] ?? 0)) / cellMeters - 0.5;
    const lastRow = Math.min(rows - 1, Math.floor(y + radius));
    for (let row = Math.max(0, Math.ceil(y - radius)); row <= lastRow; row++) {
      const rest = 1 - (row - y) * (row - y) * perRadius;
      const reach = radius * Math.sqrt(Math.max(0, rest));
      const lastColumn = Math.min(columns - 1, Math.floor(x + reach));
      for (let column = Math.max(0, Math.ceil(x - reach)); column <= lastColumn; column++) {
        const share = rest - (column - x) * (column - x) * perRadius;
        const cell = row * columns + column;
        sums[cell] = (sums[cell] ?? 0) + share * share;
      }
    }
  }
  return sums;
}

function toSurface(grid: Grid, sums: Float64Array, options: DensityOptions): DensitySurface {
  const { columns, rows } = grid;
  const { bandwidthMeters, contourShares } = options;
  const scale = 3e6 / (Math.PI * bandwidthMeters ** 2);
  const perKm2 = Float32Array.from(sums, (sum) => sum * scale);
  const max = perKm2.reduce((a, b) => Math.max(a, b), 0);
  const lines = contours()
    .size([columns, rows])
    .thresholds(contourShares.map((share) => share * max))(Array.from(perKm2));
  return {
    columns,
    rows,
    bbox: bboxOfGrid(grid),
    perKm2,
    max,
    bandwidthMeters,
    contours: lines.map(({ value, coordinates }) => ({
      level: value,
      rings: coordinates.map((polygon) =>
        polygon.map((ring) => ring.map(([column = 0, row = 0]) => toDegrees(grid, column, row))),
      ),
    })),
  };
}
