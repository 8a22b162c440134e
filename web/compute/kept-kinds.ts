import { toDayNumber, weekOf } from '#analysis/shared/days.ts';
import { wholeWeeks } from '#analysis/shared/whole-weeks.ts';
import type { CallColumns } from '#analysis/tally/columns.ts';
import { FAILED } from '#analysis/tally/sieve.ts';
import type { Filter } from '#data/schema/filter.ts';
import type { Loaded } from './loaded.ts';
import { withoutRenames } from './renamed-types.ts';

/** The parts of the filter each call fails, and the columns it was judged by. */
type SievedByNewKinds = { failed: Uint8Array; columns: CallColumns };

/**
 * As `sieve`, types of call renamed by the week of `until` counted under their new kind all along: a new word is no
 * change of crime.
 */
export function sieveByNewKinds(loaded: Loaded, filter: Filter, until: string): SievedByNewKinds {
  const { first, last } = wholeWeeks(loaded);
  const lastWeek = Math.min(last, weekOf(toDayNumber(until) + 1) - 7);
  const columns = withoutRenames(loaded, first, Math.max(0, (lastWeek - first) / 7 + 1));
  if (filter.categories.length === 0 || columns === loaded.calls.columns)
    return { failed: loaded.sieve(filter), columns };
  const wanted = loaded.calls.categories.map((category) => filter.categories.includes(category));
  const failed = loaded
    .sieve({ ...filter, categories: [] })
    .map((parts, row) => (wanted[columns.category[row] ?? 0] ? parts : parts | FAILED.kind));
  return { failed, columns };
}
