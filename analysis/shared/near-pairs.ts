import { HALF_A_MILLIMETER } from './flat-points.ts';

export type Metric = 'euclidean' | 'manhattan';

/**
 * Calls `visit` once for every pair of points at most `radius` meters apart (to the millimeter),
 * until it answers false.
 *
 * The plane is cut into strips as high as the radius and each strip is sorted from west
 * to east; a point meets those beside it in its own strip and in the one above. No table of
 * cells, so points on two continents cost no memory.
 */
export function visitNearPairs(
  x: Float64Array,
  y: Float64Array,
  radius: number,
  metric: Metric,
  visit: (i: number, j: number, meters: number) => boolean,
): void {
  const reach = radius + HALF_A_MILLIMETER;
  const { order, xs, ys, strips } = sortIntoStrips(x, y, reach);
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
  for (const [number, { row, start, end }] of strips.entries()) {
    const next = strips[number + 1];
    const above = next?.row === row + 1 ? next : { start: 0, end: 0 };
    let west = above.start;
    for (let at = start; at < end; at++) {
      while (west < above.end && (xs[west] ?? 0) < (xs[at] ?? 0) - reach) west++;
      if (!meet(at, at + 1, end) || !meet(at, west, above.end)) return;
    }
  }
}

function sortIntoStrips(x: Float64Array, y: Float64Array, height: number) {
  const order = orderBy(x);
  const south = y.reduce((least, value) => Math.min(least, value), Infinity);
  const rowOf = (i: number) => Math.floor(((y[i] ?? 0) - south) / height);
  const members = new Map<number, number[]>(); // from west to east
  for (const i of order) {
    const row = rowOf(i);
    const strip = members.get(row);
    if (strip) strip.push(i);
    else members.set(row, [i]);
  }
  let start = 0;
  const strips = [...members.keys()]
    .sort((a, b) => a - b)
    .map((row) => {
      const strip = members.get(row) ?? [];
      order.set(strip, start);
      start += strip.length;
      return { row, start: start - strip.length, end: start };
    });
  const xs = Float64Array.from(order, (i) => x[i] ?? 0);
  const ys = Float64Array.from(order, (i) => y[i] ?? 0);
  return { order, xs, ys, strips };
}

const orderBy = (values: Float64Array): Uint32Array =>
  Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
