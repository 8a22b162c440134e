import { CENTER_CAVEAT, CENTER_CONVENTION, findCenter } from '#analysis/center/center.ts';
import { withMissingYears } from './caveat.ts';
import type { Question, Questions } from './door.ts';
import { coordinatesOf, countKept, keptOnMap } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';

/** The middle of the calls in the filter, and how far they spread. */
export function center(loaded: Loaded, question: Question<'center'>): Questions['center']['answer'] {
  const { filter, options } = question;
  const found = findCenter(coordinatesOf(loaded, keptOnMap(loaded, filter)), options);
  return {
    ...found,
    window: { from: filter.from, to: filter.to },
    records: countKept(loaded, filter),
    convention: CENTER_CONVENTION,
    caveat: withMissingYears(loaded, CENTER_CAVEAT),
    code: toCode(loaded, question),
  };
}
