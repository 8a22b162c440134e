/**
 * Positions of the values from least to greatest, equal ones in the order given. Sorted as
 * plain numbers, value and position in one: a comparing function takes ten times as long.
 */
export function orderOf(values: Float64Array): Uint32Array {
  const count = values.length;
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const steps = most > least ? (Math.floor(2 ** 52 / count) - 1) / (most - least) : 0;
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) keys[i] = Math.floor(((values[i] ?? 0) - least) * steps) * count + i;
  keys.sort();
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = (keys[i] ?? 0) % count;
  putStragglersRight(order, values);
  return order;
}

/** Values closer than a step, some micrometers in a city, may stand in the wrong order. */
function putStragglersRight(order: Uint32Array, values: Float64Array): void {
  for (let i = 1; i < order.length; i++) {
    const straggler = order[i] ?? 0;
    const value = values[straggler] ?? 0;
    let at = i;
    while (at > 0 && (values[order[at - 1] ?? 0] ?? 0) > value) {
      order[at] = order[at - 1] ?? 0;
      at--;
    }
    order[at] = straggler;
  }
}
