import { findLocalMoran, LOCAL_MORAN_CAVEAT, LOCAL_MORAN_CONVENTION } from '#analysis/local-moran/local-moran.ts';
import { withMissingYears } from './caveat.ts';
import { cityOf } from './city-of.ts';
import type { Question, Questions } from './door.ts';
import { coordinatesOf, countKept, keptOnMap } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';

/** Cells that are like their neighbors, or unlike them. */
export function localMoran(loaded: Loaded, question: Question<'local-moran'>): Questions['local-moran']['answer'] {
  const { filter, options } = question;
  const points = coordinatesOf(loaded, keptOnMap(loaded, filter));
  const found = findLocalMoran(points, cityOf(loaded, filter.layer), options);
  return {
    ...found,
    window: { from: filter.from, to: filter.to },
    records: countKept(loaded, filter),
    convention: LOCAL_MORAN_CONVENTION,
    caveat: withMissingYears(loaded, LOCAL_MORAN_CAVEAT),
    code: toCode(loaded, question),
  };
}
