import { momentsOf } from './city-moments.ts';
import { withNeighbors } from './queen.ts';

/**
 * Getis-Ord Gi*: z of the sum over each cell and its queen neighbors against all cells.
 * Cells outside the city (`isCity` 0) are not there: no zero, no neighbor.
 *
 * Ord JK, Getis A (1995), Geographical Analysis 27(4), 286-306, formula 5, binary weights,
 * the cell itself included; R `spdep::localG` with `include.self`.
 */
export function giStar(
  counts: ArrayLike<number>,
  isCity: Uint8Array,
  columns: number,
): { cell: number; z: number }[] | 'too-few-cells' | 'no-variance' {
  const moments = momentsOf(counts, isCity, 2);
  if (typeof moments === 'string') return moments;
  const { cells, sum, squares } = moments;
  const n = cells.length;
  const mean = sum / n;
  const sd = Math.sqrt(squares / n - mean * mean);

  const scores = cells.map((cell) => {
    let [around, neighbors] = [0, 0];
    for (const other of withNeighbors(cell, columns, isCity.length)) {
      if (isCity[other] !== 1) continue;
      around += counts[other] ?? 0;
      neighbors++;
    }
    const chance = sd * Math.sqrt((n * neighbors - neighbors * neighbors) / (n - 1));
    return { cell, z: (around - mean * neighbors) / chance };
  });
  return scores.every(({ z }) => Number.isFinite(z)) ? scores : 'too-few-cells';
}
