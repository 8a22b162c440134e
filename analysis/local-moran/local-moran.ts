import normal from '@stdlib/stats-base-dists-normal';
import { cityGrid, countInCells } from '#analysis/place/city-cells.ts';
import { type Grid, ringOfCell } from '#analysis/shared/grid.ts';
import { adjustForLooks } from '#analysis/shared/many-looks.ts';
import type { CallPoints } from '#analysis/shared/points.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import type { AreaGeometry } from '#data/schema/area.ts';
import { localMoran, type Moran } from './moran.ts';

/** A cell beside its neighbors. */
export type MoranCell = {
  ring: [number, number][]; // closed, degrees
  count: number; // calls in the cell
  i: number; // local Moran's I
  z: number;
  q: number; // two-sided, after Benjamini-Hochberg over all judged cells
  verdict: 'high-high' | 'low-low' | 'high-low' | 'low-high' | 'not-significant'; // the cell, then its neighbors
};

export type LocalMoranOptions = { readonly cellMeters: number; readonly significantQ: number };

export type LocalMoranReason =
  | 'no-areas'
  | 'too-wide' // more cells than the method takes
  | 'too-few-cells'
  | 'no-variance' // every cell holds the same count
  | 'no-neighbors' // cells that touch no other of the city
  | 'beyond-cells'; // calls in a cell whose middle lies in no area

export const LOCAL_MORAN_CONVENTION =
  'Local Moran’s I (Anselin 1995) on counts in square cells whose middle lies in an area, row-standardized queen neighbors without the cell itself, analytic conditional moments (R spdep), two-sided p, Benjamini-Hochberg over all cells.';
export const LOCAL_MORAN_CAVEAT =
  'A high cell among high ones is a cluster, a high one among low ones an outlier; neither says why. The normal p is rough where most cells are empty.';

/** Cells that are like their neighbors, or unlike them, more than chance would have it; strongest first. */
export function findLocalMoran(
  points: CallPoints,
  city: readonly AreaGeometry[],
  chosen: Partial<LocalMoranOptions> = {},
) {
  const options: LocalMoranOptions = { cellMeters: 300, significantQ: 0.05, ...chosen };
  if (!(options.cellMeters > 0)) throw new RangeError(`cellMeters lies above 0, not ${options.cellMeters}`);
  if (!(options.significantQ > 0 && options.significantQ < 1))
    throw new RangeError(`significantQ lies between 0 and 1, not ${options.significantQ}`);
  const leftOut: LeftOut<LocalMoranReason>[] = [];
  const nothing = (reason: LocalMoranReason) => ({
    findings: [],
    leftOut: [...leftOut, { what: 'cells', reason }],
    options,
  });
  const placed = cityGrid(city, options.cellMeters);
  if (typeof placed === 'string') return nothing(placed);
  const { counts, beyond } = countInCells(placed.grid, placed.isCity, points);
  if (beyond > 0) leftOut.push({ what: `${beyond} calls`, reason: 'beyond-cells' });
  const found = localMoran(counts, placed.isCity, placed.grid.columns);
  if (typeof found === 'string') return nothing(found);
  if (found.alone > 0) leftOut.push({ what: `${found.alone} cells`, reason: 'no-neighbors' });
  return { findings: toCells(placed.grid, found.cells, counts, options.significantQ), leftOut, options };
}

function toCells(grid: Grid, cells: readonly Moran[], counts: Uint32Array, significantQ: number): MoranCell[] {
  const q = adjustForLooks(cells.map(({ z }) => 2 * normal.cdf(-Math.abs(z), 0, 1)));
  const found = cells.map(({ cell, i, z, own, around }, at): MoranCell => {
    const isClear = (q[at] ?? 1) < significantQ;
    const verdict = isClear ? (`${own}-${around}` as const) : 'not-significant';
    return { ring: ringOfCell(grid, cell), count: counts[cell] ?? 0, i, z, q: q[at] ?? 1, verdict };
  });
  return found.sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
}
