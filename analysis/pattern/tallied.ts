export type Tally = { readonly value: string; readonly count: number };

/** How often each value comes up, most often first, then by name; what has none is not counted. */
export function countBy<Each>(all: readonly Each[], nameOf: (each: Each) => string | null): Tally[] {
  const counts = new Map<string, number>();
  for (const each of all) {
    const value = nameOf(each);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
