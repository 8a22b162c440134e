import normal from '@stdlib/stats-base-dists-normal';
import { cityGrid, countInCells } from '#analysis/place/city-cells.ts';
import { giStar } from '#analysis/shared/gi-star.ts';
import { type Grid, ringOfCell } from '#analysis/shared/grid.ts';
import { adjustForLooks } from '#analysis/shared/many-looks.ts';
import type { CallPoints } from '#analysis/shared/points.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import type { AreaGeometry } from '#data/schema/area.ts';

/** A cell and its neighbors together, against the whole city. */
export type HotCell = {
  ring: [number, number][]; // closed, degrees
  count: number; // calls in the cell itself
  z: number;
  q: number; // two-sided, after Benjamini-Hochberg over all cells
  verdict: 'hot' | 'cold' | 'not-significant';
};

export type HotCellsOptions = { readonly cellMeters: number; readonly significantQ: number };

export type HotCellsReason =
  | 'no-areas'
  | 'too-wide' // more cells than the method takes
  | 'too-few-cells' // a cell's neighbors are the whole city
  | 'no-variance' // every cell holds the same count
  | 'beyond-cells'; // calls in a cell whose middle lies in no area

export const HOT_CELLS_CONVENTION =
  'Getis-Ord Gi* on counts in square cells whose middle lies in an area, queen neighbors and the cell itself, analytic z, two-sided p, Benjamini-Hochberg over all cells.';
export const HOT_CELLS_CAVEAT =
  'A hot cell holds more calls, with its neighbors, than the city at large; where more people are, more calls come. The normal p is rough where most cells are empty.';

/** Cells of the city where calls gather more, or fewer, than chance would have it; strongest first. */
export function findHotCells(points: CallPoints, city: readonly AreaGeometry[], chosen: Partial<HotCellsOptions> = {}) {
  const options: HotCellsOptions = { cellMeters: 300, significantQ: 0.05, ...chosen };
  if (!(options.cellMeters > 0)) throw new RangeError(`cells need a size above 0, not ${options.cellMeters}`);
  const leftOut: LeftOut<HotCellsReason>[] = [];
  const nothing = (reason: HotCellsReason) => ({ findings: [], leftOut: [{ what: 'cells', reason }], options });

  const placed = cityGrid(city, options.cellMeters);
  if (typeof placed === 'string') return nothing(placed);
  const { grid, isCity } = placed;
  const { counts, beyond } = countInCells(grid, isCity, points);
  if (beyond > 0) leftOut.push({ what: `${beyond} calls`, reason: 'beyond-cells' });
  const scores = giStar(counts, isCity, grid.columns);
  if (typeof scores === 'string')
    return { findings: [], leftOut: [...leftOut, { what: 'cells', reason: scores }], options };
  return { findings: toHotCells(grid, scores, counts, options), leftOut, options };
}

function toHotCells(grid: Grid, scores: { cell: number; z: number }[], counts: Uint32Array, options: HotCellsOptions) {
  const q = adjustForLooks(scores.map(({ z }) => 2 * normal.cdf(-Math.abs(z), 0, 1)));
  const cells = scores.map(({ cell, z }, i): HotCell => {
    const isFound = (q[i] ?? 1) < options.significantQ;
    const verdict = !isFound ? 'not-significant' : z > 0 ? 'hot' : 'cold';
    return { ring: ringOfCell(grid, cell), count: counts[cell] ?? 0, z, q: q[i] ?? 1, verdict };
  });
  return cells.sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
}
