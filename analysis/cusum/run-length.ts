import poisson from '@stdlib/stats-base-dists-poisson';

/** A chart in whole steps: `unit` is the size of one, reference and limit are counted in them. */
export type Chart = { readonly unit: number; readonly reference: number; readonly limit: number };

/**
 * Weeks until the sum first reaches the limit, on average, from a sum of 0 and with Poisson counts of a known mean:
 * the chain of Brook and Evans, exact because the sum moves in whole steps. Counts are not winsorized.
 *
 * Brook D, Evans DA (1972), Biometrika 59(3), 539-549; Lucas JM (1985), Technometrics 27(2), 129-144.
 */
export function averageRunLength({ unit, reference, limit }: Chart, mean: number): number {
  const perCall = Math.round(1 / unit);
  const chance = chances(mean, Math.ceil((limit + reference) / perCall) + 1);
  const upTo = cumulate(chance);
  const rows: Float64Array[] = []; // of I - R, the right side last
  for (let from = 0; from < limit; from++) {
    const row = new Float64Array(limit + 1);
    const most = Math.floor((reference - from) / perCall); // calls that leave the sum at 0
    row[0] = most >= 0 ? -(upTo[most] ?? 0) : 0;
    for (let calls = Math.max(0, most + 1); ; calls++) {
      const to = from + calls * perCall - reference;
      if (to >= limit) break;
      row[to] = (row[to] ?? 0) - (chance[calls] ?? 0);
    }
    row[from] = (row[from] ?? 0) + 1;
    row[limit] = 1;
    rows.push(row);
  }
  return solveFirst(rows);
}

function chances(mean: number, most: number): Float64Array {
  return Float64Array.from({ length: most + 1 }, (_, calls) => poisson.pmf(calls, mean));
}

function cumulate(values: Float64Array): Float64Array {
  let sum = 0;
  return values.map((value) => (sum += value));
}

/** The first unknown, eliminated from the last row up: a diagonally dominant matrix needs no pivots. */
function solveFirst(rows: Float64Array[]): number {
  const last = rows.length;
  for (let at = last - 1; at > 0; at--) {
    const row = rows[at] ?? new Float64Array(0);
    const pivot = row[at] ?? 1;
    for (let above = 0; above < at; above++) {
      const other = rows[above] ?? new Float64Array(0);
      const share = (other[at] ?? 0) / pivot;
      if (share === 0) continue;
      for (let column = 0; column < at; column++) other[column] = (other[column] ?? 0) - share * (row[column] ?? 0);
      other[last] = (other[last] ?? 0) - share * (row[last] ?? 0);
    }
  }
  return (rows[0]?.[last] ?? 0) / (rows[0]?.[0] ?? 1);
}

/** The lowest limit whose run length in control is the wanted one or longer. */
export function limitFor(wanted: number, unit: number, reference: number, mean: number): number {
  const reaches = (limit: number) => averageRunLength({ unit, reference, limit }, mean) >= wanted;
  let [low, high] = [0, 1];
  while (!reaches(high)) [low, high] = [high, 2 * high];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high;
}
