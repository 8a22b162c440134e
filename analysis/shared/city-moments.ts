/** The cells of a city and what their counts add up to. */
export type CityMoments = { readonly cells: readonly number[]; readonly sum: number; readonly squares: number };

/**
 * Cells of the city (`isCity` 1) in order, the sum of their counts and that of the squares. Too few of them, or all
 * alike, and no cell can stand out.
 */
export function momentsOf(
  counts: ArrayLike<number>,
  isCity: Uint8Array,
  fewest: number,
): CityMoments | 'too-few-cells' | 'no-variance' {
  const cells: number[] = [];
  let [sum, squares] = [0, 0];
  for (let cell = 0; cell < isCity.length; cell++) {
    if (isCity[cell] !== 1) continue;
    const count = counts[cell] ?? 0;
    cells.push(cell);
    sum += count;
    squares += count * count;
  }
  if (cells.length < fewest) return 'too-few-cells';
  if (cells.length * squares === sum * sum) return 'no-variance'; // whole numbers: exact
  return { cells, sum, squares };
}
