import type { Bbox } from './bbox.ts';
import { type Plane, planeAround, toLat, toLon, toX, toY } from './plane.ts';

/** Square cells in meters over a piece of the earth; row 0 is the north edge, column 0 the west. */
export type Grid = {
  readonly plane: Plane;
  readonly west: number; // meters
  readonly north: number;
  readonly cellMeters: number;
  readonly columns: number;
  readonly rows: number;
};

/** Cells over the whole box and a margin around it. The plane lies around the middle of the box. */
export function gridOver(bbox: Bbox, cellMeters: number, marginMeters = 0): Grid {
  const [west, south, east, north] = bbox;
  const plane = planeAround([(west + east) / 2, (south + north) / 2]);
  const width = toX(plane, east) - toX(plane, west) + 2 * marginMeters;
  const height = toY(plane, north) - toY(plane, south) + 2 * marginMeters;
  const columns = Math.max(1, Math.ceil(width / cellMeters));
  const rows = Math.max(1, Math.ceil(height / cellMeters));
  // Centered, so that what the rounding up adds lies on both sides.
  return { plane, west: (-columns * cellMeters) / 2, north: (rows * cellMeters) / 2, cellMeters, columns, rows };
}

export function bboxOfGrid({ plane, west, north, cellMeters, columns, rows }: Grid): [number, number, number, number] {
  const [east, south] = [west + columns * cellMeters, north - rows * cellMeters];
  return [toLon(plane, west), toLat(plane, south), toLon(plane, east), toLat(plane, north)];
}

/** The cell that holds a point, or -1 outside of the grid. Its west and north edges belong to a cell. */
export function cellAt(grid: Grid, lon: number, lat: number): number {
  const column = Math.floor((toX(grid.plane, lon) - grid.west) / grid.cellMeters);
  const row = Math.floor((grid.north - toY(grid.plane, lat)) / grid.cellMeters);
  const inside = column >= 0 && row >= 0 && column < grid.columns && row < grid.rows;
  return inside ? row * grid.columns + column : -1;
}

/** From cells counted from the north-west corner to degrees. */
export const toDegrees = (grid: Grid, column: number, row: number): [lon: number, lat: number] => [
  toLon(grid.plane, grid.west + column * grid.cellMeters),
  toLat(grid.plane, grid.north - row * grid.cellMeters),
];

/** Corners of a cell in degrees, closed. */
export function ringOfCell(grid: Grid, cell: number): [number, number][] {
  const [column, row] = [cell % grid.columns, Math.floor(cell / grid.columns)];
  const corners = [
    [0, 1],
    [1, 1],
    [1, 0],
    [0, 0],
    [0, 1],
  ] as const;
  return corners.map(([right, down]) => toDegrees(grid, column + right, row + down));
}
