import { type CallColumns, NO_WEEKDAY } from './columns.ts';

/** The words behind the codes of types and categories. */
export type KindWords = {
  readonly types: readonly string[];
  readonly categories: readonly string[];
  readonly categoryOfType: ArrayLike<number>;
};

/** Calls a week of every type of call in the whole city, whoever called. A call known by its month is in no week. */
export function weeklyByType(
  columns: CallColumns,
  { types, categories, categoryOfType }: KindWords,
  { firstWeek, weekCount }: { firstWeek: number; weekCount: number },
): { type: string; category: string; counts: Uint32Array }[] {
  const counts = types.map(() => new Uint32Array(weekCount));
  for (let row = 0; row < columns.rows; row++) {
    if (columns.hour[row] === NO_WEEKDAY) continue;
    const week = Math.floor(((columns.day[row] ?? 0) - firstWeek) / 7);
    const ofType = counts[columns.type[row] ?? 0];
    if (ofType && week >= 0 && week < weekCount) ofType[week] = (ofType[week] ?? 0) + 1;
  }
  return types.map((type, at) => ({
    type,
    category: categories[categoryOfType[at] ?? 0] ?? '',
    counts: counts[at] ?? new Uint32Array(0),
  }));
}

/** The columns with renamed types under their new category all along; the same columns where nothing was renamed. */
export function underNewKinds(
  columns: CallColumns,
  { types, categories }: KindWords,
  renames: readonly { readonly from: { readonly type: string }; readonly to: { readonly category: string } }[],
): CallColumns {
  if (renames.length === 0) return columns;
  const newCategory = new Map(
    renames.map(({ from, to }) => [types.indexOf(from.type), categories.indexOf(to.category)]),
  );
  const category = columns.category.map((own, row) => newCategory.get(columns.type[row] ?? 0) ?? own);
  return { ...columns, category };
}
