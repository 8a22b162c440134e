import { momentsOf } from '#analysis/shared/city-moments.ts';
import { withNeighbors } from '#analysis/shared/queen.ts';

export type Moran = {
  readonly cell: number;
  readonly i: number; // local Moran's I
  readonly z: number;
  readonly own: 'high' | 'low'; // against the mean of the cells
  readonly around: 'high' | 'low'; // mean of the neighbors against the mean of the cells
};

/**
 * Local Moran's I of every cell with a neighbor, analytic. Cells outside the city (`isCity` 0) are not there: no zero,
 * no neighbor. `alone` counts the cells without a neighbor; they belong to the mean and the variance, but are not judged.
 *
 * Anselin L (1995), Geographical Analysis 27(2), 93-115, conditional moments of Sokal, Oden and Thomson (1998);
 * R `spdep::localmoran` with row-standardized queen weights and its defaults.
 */
export function localMoran(
  counts: ArrayLike<number>,
  isCity: Uint8Array,
  columns: number,
): { cells: Moran[]; alone: number } | 'too-few-cells' | 'no-variance' {
  const moments = momentsOf(counts, isCity, 3);
  if (typeof moments === 'string') return moments;
  const { cells, sum } = moments;
  const n = cells.length;
  const mean = sum / n;
  const m2 = cells.reduce((total, cell) => total + ((counts[cell] ?? 0) - mean) ** 2, 0) / n;

  const judged: Moran[] = [];
  for (const cell of cells) {
    let [around, neighbors] = [0, 0];
    for (const other of withNeighbors(cell, columns, isCity.length)) {
      if (other === cell || isCity[other] !== 1) continue;
      around += (counts[other] ?? 0) - mean;
      neighbors++;
    }
    if (neighbors === 0) continue;
    const own = (counts[cell] ?? 0) - mean;
    const lag = around / neighbors;
    const i = (own / m2) * lag;
    const expected = -(own * own) / ((n - 1) * m2);
    const variance = (own / m2) ** 2 * (n / (n - 2)) * (1 / neighbors - 1 / (n - 1)) * (m2 - (own * own) / (n - 1));
    const z = variance > 0 ? (i - expected) / Math.sqrt(variance) : 0;
    judged.push({ cell, i, z, own: own > 0 ? 'high' : 'low', around: lag > 0 ? 'high' : 'low' });
  }
  return { cells: judged, alone: n - judged.length };
}
