import { findRenames } from '#analysis/spike/renames.ts';
import { type CallColumns, NO_WEEKDAY } from '#analysis/tally/columns.ts';
import type { Loaded } from './loaded.ts';

/**
 * The columns with renamed types of call under their new category all along, so that a new word is not read as a rise.
 * Looks at the whole city up to the last week only; the same columns where nothing was renamed.
 */
export function withoutRenames({ calls }: Loaded, firstWeek: number, weekCount: number): CallColumns {
  const { columns, types, categories, categoryOfType } = calls;
  const counts = types.map(() => new Uint32Array(weekCount));
  for (let row = 0; row < columns.rows; row++) {
    if (columns.hour[row] === NO_WEEKDAY) continue;
    const week = Math.floor(((columns.day[row] ?? 0) - firstWeek) / 7);
    const ofType = counts[columns.type[row] ?? 0];
    if (ofType && week >= 0 && week < weekCount) ofType[week] = (ofType[week] ?? 0) + 1;
  }
  const series = types.map((type, at) => ({
    type,
    category: categories[categoryOfType[at] ?? 0] ?? '',
    counts: counts[at] ?? new Uint32Array(0),
  }));
  const newCategory = new Map(
    findRenames(series).map(({ from, to }) => [types.indexOf(from.type), categories.indexOf(to.category)]),
  );
  if (newCategory.size === 0) return columns;
  const category = columns.category.map((own, row) => newCategory.get(columns.type[row] ?? 0) ?? own);
  return { ...columns, category };
}
