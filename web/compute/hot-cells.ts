import { findHotCells, HOT_CELLS_CAVEAT, HOT_CELLS_CONVENTION } from '#analysis/hot-cells/hot-cells.ts';
import { withMissingYears } from './caveat.ts';
import { cityOf } from './city-of.ts';
import type { Question, Questions } from './door.ts';
import { coordinatesOf, countKept, keptOnMap } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';

/** Cells where the calls in the filter gather. */
export function hotCells(loaded: Loaded, question: Question<'hot-cells'>): Questions['hot-cells']['answer'] {
  const { filter, options } = question;
  const points = coordinatesOf(loaded, keptOnMap(loaded, filter));
  const found = findHotCells(points, cityOf(loaded, filter.layer), options);
  return {
    ...found,
    window: { from: filter.from, to: filter.to },
    records: countKept(loaded, filter),
    convention: HOT_CELLS_CONVENTION,
    caveat: withMissingYears(loaded, HOT_CELLS_CAVEAT),
    code: toCode(loaded, question),
  };
}
