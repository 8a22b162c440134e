import { HALF_A_MILLIMETER } from './flat-points.ts';
import { orderOf } from './order.ts';
import { pick } from './pick.ts';

export type Metric = 'euclidean' | 'manhattan';

/**
 * Points cut into strips as high as a radius, each strip sorted from west to east. No table of
 * cells, so points on two continents cost no memory.
 */
export type Strips = {
  readonly radius: number; // meters
  readonly order: Uint32Array; // points, strip by strip from the south
  readonly xs: Float64Array; // in that order
  readonly ys: Float64Array;
  readonly rows: Float64Array; // of each strip that has points: its number from the south
  readonly starts: Uint32Array; // of each strip in `order`, and the end of the last
};

export function cutIntoStrips(x: Float64Array, y: Float64Array, radius: number): Strips {
  const height = radius + HALF_A_MILLIMETER;
  const south = y.reduce((least, value) => Math.min(least, value), Infinity);
  const { rows, stripOf } = numberRows(y.map((value) => Math.floor((value - south) / height)));

  const starts = new Uint32Array(rows.length + 1);
  for (const strip of stripOf) starts[strip + 1] = (starts[strip + 1] ?? 0) + 1;
  for (let strip = 0; strip < rows.length; strip++) starts[strip + 1] = (starts[strip + 1] ?? 0) + (starts[strip] ?? 0);
  const next = starts.slice();
  const order = new Uint32Array(x.length);
  for (let point = 0; point < x.length; point++) {
    const strip = stripOf[point] ?? 0;
    const at = next[strip] ?? 0;
    order[at] = point;
    next[strip] = at + 1;
  }
  for (let strip = 0; strip < rows.length; strip++) {
    const own = order.subarray(starts[strip], starts[strip + 1]);
    const fromTheWest = orderOf(pick(x, own));
    own.set(fromTheWest.map((place) => own[place] ?? 0));
  }
  return { radius, order, xs: pick(x, order), ys: pick(y, order), rows, starts };
}

const ROWS_A_POINT = 8;

/** The rows that have points, from the south, and of each point which of them is its own. */
function numberRows(rowOf: Float64Array): { rows: Float64Array; stripOf: Uint32Array } {
  const highest = rowOf.reduce((most, row) => Math.max(most, row), 0);
  if (highest > ROWS_A_POINT * rowOf.length) {
    const rows = Float64Array.from(new Set(rowOf)).sort(); // far apart: no table of them all
    const numbers = new Map(Array.from(rows, (row, strip) => [row, strip]));
    return { rows, stripOf: Uint32Array.from(rowOf, (row) => numbers.get(row) ?? 0) };
  }
  const numbers = new Uint32Array(highest + 1);
  for (const row of rowOf) numbers[row] = 1;
  const rows = Float64Array.from(numbers.keys()).filter((row) => numbers[row] === 1);
  rows.forEach((row, strip) => {
    numbers[row] = strip;
  });
  const stripOf = new Uint32Array(rowOf.length);
  for (let point = 0; point < rowOf.length; point++) stripOf[point] = numbers[rowOf[point] ?? 0] ?? 0;
  return { rows, stripOf };
}

/**
 * Calls `visit` once for every pair of points at most the strips' radius apart (to the millimeter),
 * until it answers false. A point meets those east of it in its strip and those beside it in the one above.
 */
export function visitNearPairs(
  { radius, order, xs, ys, rows, starts }: Strips,
  metric: Metric,
  visit: (i: number, j: number, meters: number) => boolean,
): void {
  const reach = radius + HALF_A_MILLIMETER;
  const isManhattan = metric === 'manhattan';
  const most = isManhattan ? reach : reach * reach;

  const meet = (at: number, from: number, to: number): boolean => {
    const [x0, y0, i] = [xs[at] ?? 0, ys[at] ?? 0, order[at] ?? 0];
    for (let other = from; other < to; other++) {
      const dx = Math.abs((xs[other] ?? 0) - x0);
      if (dx > reach) break;
      const dy = Math.abs((ys[other] ?? 0) - y0);
      const far = isManhattan ? dx + dy : dx * dx + dy * dy;
      if (far <= most && !visit(i, order[other] ?? 0, isManhattan ? far : Math.sqrt(far))) return false;
    }
    return true;
  };
  for (let strip = 0; strip < rows.length; strip++) {
    const end = starts[strip + 1] ?? 0;
    const isNextAbove = rows[strip + 1] === (rows[strip] ?? 0) + 1;
    const endAbove = isNextAbove ? (starts[strip + 2] ?? 0) : end;
    let west = end;
    for (let at = starts[strip] ?? 0; at < end; at++) {
      while (west < endAbove && (xs[west] ?? 0) < (xs[at] ?? 0) - reach) west++;
      if (!meet(at, at + 1, end) || !meet(at, west, endAbove)) return;
    }
  }
}
