import { selectAt } from '#analysis/shared/select-at.ts';

/** Twice the median. Leaves the values in another order: a whole sort would take most of a robust round. */
export function medianTwice(values: Float64Array): number {
  const middle = values.length >> 1;
  const upper = selectAt(values, middle);
  if (values.length % 2 === 1) return 2 * upper;
  let lower = values[0] ?? upper;
  for (let i = 1; i < middle; i++) lower = Math.max(lower, values[i] ?? lower);
  return lower + upper;
}
