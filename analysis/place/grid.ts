/**
 * A raster of cells over a box. Each cell has a reference point somewhere near its middle, at the
 * same share of the width and of the height in all of them.
 */
export type Grid = {
  west: number;
  south: number;
  columns: number;
  rows: number;
  perColumn: number; // columns per degree
  perRow: number;
  shareX: number; // where in a cell its reference point stands
  shareY: number;
  firstCell: number;
};

/*
 * What a cell holds, in one number: the set of areas that cover all of it, or `EDGES` plus the place of its record, or
 * `GRID` plus the number of a finer grid. The highest bit is set where the number alone is no answer.
 */
export const EDGES = 0x8000_0000;
export const GRID = 0xc000_0000;
export const CONTENT = 0x3fff_ffff; // what is left without these

/** Numbers a grid takes in a table of grids. */
export const GRID_SIZE = 9;

export function gridNumbers(grid: Grid): number[] {
  const { west, south, columns, rows, perColumn, perRow, shareX, shareY, firstCell } = grid;
  return [west, south, columns, rows, perColumn, perRow, shareX, shareY, firstCell];
}

// Cells much finer than the spacing of numbers at this distance from zero would not be told apart.
const FINEST = 2 ** -36;

/** Lays about `cells` cells over a box; fewer where it is too thin for them. */
export function layGrid(box: Box, cells: number, attempt: number, firstCell: number): Grid {
  const width = box.east - box.west;
  const height = box.north - box.south;
  const finest = reachOf(box) * FINEST;
  const along = (span: number, other: number) =>
    Math.max(1, Math.floor(Math.min(cells, Math.sqrt((cells * span) / other), span / finest)));
  const columns = along(width, height);
  const rows = along(height, width);
  return {
    west: box.west,
    south: box.south,
    columns,
    rows,
    perColumn: columns / width,
    perRow: rows / height,
    shareX: 0.35 + 0.3 * ((0.618033988749895 * (attempt + 1)) % 1),
    shareY: 0.35 + 0.3 * ((0.754877666246693 * (attempt + 1)) % 1),
    firstCell,
  };
}

/** A box wide and high enough that a reference point fits beside what stands in it, and nothing stands on its east and north. */
export function roomy(box: Box): Box {
  const least = Math.max(reachOf(box) * 2 ** -30, 1e-280);
  return {
    ...box,
    east: box.east + Math.max(least, (box.east - box.west) * 2 ** -20),
    north: box.north + Math.max(least, (box.north - box.south) * 2 ** -20),
  };
}

const reachOf = ({ west, south, east, north }: Box) =>
  Math.max(Math.abs(west), Math.abs(east), Math.abs(south), Math.abs(north));

export type Box = { west: number; south: number; east: number; north: number };

/** The cell, among those of all grids, of grid number `grid` at a point. */
export function cellAt(grids: Float64Array, grid: number, x: number, y: number): number {
  const g = grid * GRID_SIZE;
  const columns = grids[g + 2] ?? 1;
  const column = clamped((x - (grids[g] ?? 0)) * (grids[g + 4] ?? 0), columns);
  const row = clamped((y - (grids[g + 1] ?? 0)) * (grids[g + 5] ?? 0), grids[g + 3] ?? 1);
  return (grids[g + 8] ?? 0) + row * columns + column;
}

/** Column of a longitude; the outermost columns take what lies beyond them. Never falls as x grows. */
export function columnOf({ west, perColumn, columns }: Grid, x: number): number {
  return clamped((x - west) * perColumn, columns);
}

export function rowOf({ south, perRow, rows }: Grid, y: number): number {
  return clamped((y - south) * perRow, rows);
}

const clamped = (place: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(place)));

export function referenceX({ west, perColumn, shareX }: Grid, column: number): number {
  return west + (column + shareX) / perColumn;
}

export function referenceY({ south, perRow, shareY }: Grid, row: number): number {
  return south + (row + shareY) / perRow;
}
