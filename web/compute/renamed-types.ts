import { findRenames } from '#analysis/spike/renames.ts';
import type { CallColumns } from '#analysis/tally/columns.ts';
import { underNewKinds, weeklyByType } from '#analysis/tally/new-kinds.ts';
import type { Loaded } from './loaded.ts';

/**
 * The columns with renamed types of call under their new category all along, so that a new word is not read as a rise.
 * Looks at the whole city up to the last week only; the same columns where nothing was renamed.
 */
export function withoutRenames({ calls }: Loaded, firstWeek: number, weekCount: number): CallColumns {
  const renames = findRenames(weeklyByType(calls.columns, calls, { firstWeek, weekCount }));
  return underNewKinds(calls.columns, calls, renames);
}
