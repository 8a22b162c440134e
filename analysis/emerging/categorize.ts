/** How a cell was hot or cold over the steps, after Esri's Emerging Hot Spot Analysis. */
export type EmergingCategory =
  | 'new'
  | 'consecutive'
  | 'intensifying'
  | 'persistent'
  | 'diminishing'
  | 'sporadic'
  | 'oscillating'
  | 'historical'
  | 'no-pattern';

export type Side = 'hot' | 'cold' | 'none';

/** A cell's steps, oldest first: 1 hot, -1 cold, 0 neither; and where its z was heading. */
export type History = { readonly marks: ArrayLike<number>; readonly trend: 'up' | 'down' | 'none' };

const MOST_STEPS = 0.9; // Esri: "90 percent of the time-step intervals"

/** The first category that fits, hot before cold. */
export function categorize({ marks, trend }: History): { category: EmergingCategory; side: Side } {
  const hot = categorizeSide(Array.from(marks), trend);
  if (hot !== 'no-pattern') return { category: hot, side: 'hot' };
  const turned = trend === 'up' ? 'down' : trend === 'down' ? 'up' : 'none';
  const cold = categorizeSide(
    Array.from(marks, (mark) => -mark),
    turned,
  );
  return { category: cold, side: cold === 'no-pattern' ? 'none' : 'cold' };
}

function categorizeSide(marks: readonly number[], trend: History['trend']): EmergingCategory {
  const count = marks.filter((mark) => mark > 0).length;
  const isNow = (marks.at(-1) ?? 0) > 0;
  if (count > 0 && count >= MOST_STEPS * marks.length) {
    if (!isNow) return 'historical';
    return trend === 'up' ? 'intensifying' : trend === 'down' ? 'diminishing' : 'persistent';
  }
  if (!isNow) return 'no-pattern';
  if (count === lastRun(marks)) return count === 1 ? 'new' : 'consecutive';
  return marks.some((mark) => mark < 0) ? 'oscillating' : 'sporadic';
}

/** How many steps at the end are marked without a break. */
export function lastRun(marks: readonly number[]): number {
  const before = marks.findLastIndex((mark) => mark <= 0);
  return marks.length - 1 - before;
}
