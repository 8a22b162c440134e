import { toDayNumber, weekOf } from '#analysis/shared/days.ts';
import { FAILED } from '#analysis/tally/sieve.ts';
import type { Filter } from '#data/schema/filter.ts';
import type { Loaded } from './loaded.ts';
import { withoutRenames } from './renamed-types.ts';
import { wholeWeeks } from './whole-weeks.ts';

/**
 * As `sieve`, types of call renamed by the week of `until` counted under their new kind all along: a new word is no
 * change of crime.
 */
export function sieveByNewKinds(loaded: Loaded, filter: Filter, until: string): Uint8Array {
  if (filter.categories.length === 0) return loaded.sieve(filter);
  const { first, last } = wholeWeeks(loaded);
  const lastWeek = Math.min(last, weekOf(toDayNumber(until) + 1) - 7);
  const columns = withoutRenames(loaded, first, Math.max(0, (lastWeek - first) / 7 + 1));
  if (columns === loaded.calls.columns) return loaded.sieve(filter);
  const wanted = loaded.calls.categories.map((category) => filter.categories.includes(category));
  return loaded
    .sieve({ ...filter, categories: [] })
    .map((failed, row) => (wanted[columns.category[row] ?? 0] ? failed : failed | FAILED.kind));
}
