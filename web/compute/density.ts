import { DENSITY_CAVEAT, DENSITY_CONVENTION, findDensity } from '#analysis/density/density.ts';
import { withMissingYears } from './caveat.ts';
import type { Question, Questions } from './door.ts';
import { coordinatesOf, countKept, keptOnMap } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';

/** The calls in the filter as a smooth surface. */
export function density(loaded: Loaded, question: Question<'density'>): Questions['density']['answer'] {
  const { filter, options } = question;
  const found = findDensity(coordinatesOf(loaded, keptOnMap(loaded, filter)), options);
  return {
    ...found,
    window: { from: filter.from, to: filter.to },
    records: countKept(loaded, filter),
    convention: DENSITY_CONVENTION,
    caveat: withMissingYears(loaded, DENSITY_CAVEAT),
    code: toCode(loaded, question),
  };
}
