/** A cell of a grid and its up to eight neighbors (a queen's move), row by row. */
export function* withNeighbors(cell: number, columns: number, cells: number): Generator<number> {
  const column = cell % columns;
  for (let row = cell - columns; row <= cell + columns; row += columns) {
    if (row < 0 || row >= cells) continue;
    if (column > 0) yield row - 1;
    yield row;
    if (column < columns - 1) yield row + 1;
  }
}
