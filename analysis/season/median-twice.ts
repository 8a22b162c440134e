/** Twice the median. Leaves the values in another order: a whole sort would take most of a robust round. */
export function medianTwice(values: Float64Array): number {
  const middle = values.length >> 1;
  const upper = selectAt(values, middle);
  if (values.length % 2 === 1) return 2 * upper;
  let lower = values[0] ?? upper;
  for (let i = 1; i < middle; i++) lower = Math.max(lower, values[i] ?? lower);
  return lower + upper;
}

/** The value that would stand at a place if they were sorted; none before it is higher. Hoare (1961), CACM 4(7), 321. */
function selectAt(values: Float64Array, place: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const pivot = values[(low + high) >> 1] ?? 0;
    let [up, down] = [low, high];
    while (up <= down) {
      while ((values[up] ?? pivot) < pivot) up++;
      while ((values[down] ?? pivot) > pivot) down--;
      if (up > down) break;
      const swapped = values[up] ?? 0;
      values[up++] = values[down] ?? 0;
      values[down--] = swapped;
    }
    if (place <= down) high = down;
    else if (place >= up) low = up;
    else break;
  }
  return values[place] ?? 0;
}
