import { EMERGING_CAVEAT, EMERGING_CONVENTION, findEmergingInSteps } from '#analysis/emerging/emerging.ts';
import { toLocalDate } from '#analysis/shared/days.ts';
import type { InSteps } from '#analysis/shared/steps.ts';
import { weeksWithin } from '#analysis/shared/whole-weeks.ts';
import { withMissingYears } from './caveat.ts';
import { cityOf } from './city-of.ts';
import { datedPointsOf } from './dated-points.ts';
import type { Question, Questions } from './door.ts';
import { countKept, keptOnMap } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';

/** How the cells of the city became hot or cold over the whole weeks of the filter. */
export function* emerging(loaded: Loaded, question: Question<'emerging'>): InSteps<Questions['emerging']['answer']> {
  const { filter, options } = question;
  const isMonths = loaded.months.length > 0;
  const weeks = isMonths ? null : weeksWithin(loaded, filter);
  const span =
    weeks === null ? { firstDay: 0, lastDay: -1 } : { firstDay: weeks.firstWeek, lastDay: weeks.lastWeek + 6 };
  const calls = datedPointsOf(loaded, keptOnMap(loaded, filter));
  const found = yield* findEmergingInSteps(calls, cityOf(loaded, filter.layer), span, options);
  const reason = isMonths ? 'months-only' : 'no-full-week';
  return {
    ...found,
    leftOut: weeks === null ? [{ what: 'cells', reason }] : found.leftOut,
    window: weeks && { from: toLocalDate(span.firstDay), to: toLocalDate(span.lastDay) },
    records: countKept(loaded, filter),
    convention: EMERGING_CONVENTION,
    caveat: withMissingYears(loaded, EMERGING_CAVEAT),
    code: toCode(loaded, question),
  };
}
