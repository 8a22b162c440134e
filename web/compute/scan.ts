import { placesOfCells } from '#analysis/scan/gather-places.ts';
import { findScanClustersInSteps, SCAN_CAVEAT, SCAN_CONVENTION } from '#analysis/scan/scan.ts';
import { toLocalDate } from '#analysis/shared/days.ts';
import type { InSteps } from '#analysis/shared/steps.ts';
import { withMissingYears } from './caveat.ts';
import { datedPointsOf } from './dated-points.ts';
import type { Question, Questions } from './door.ts';
import { countKept, keptOnMap } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';
import { weeksWithin } from './whole-weeks.ts';

const CELL_METERS = 500;

/** Clusters of the calls in the filter over its last whole weeks, by cell. */
export function* scan(loaded: Loaded, question: Question<'scan'>): InSteps<Questions['scan']['answer']> {
  const { filter, options } = question;
  const { cellMeters = CELL_METERS, ...chosen } = options;
  const weeks = weeksWithin(loaded, filter);
  const isMonths = loaded.months.length > 0;
  const calls = datedPointsOf(loaded, keptOnMap(loaded, filter));
  const places = isMonths || weeks === null ? [] : placesOfCells(calls, weeks, cellMeters);
  const found = yield* findScanClustersInSteps(places, chosen);
  const reason = isMonths ? 'months-only' : weeks === null ? 'no-full-week' : null;
  return {
    findings: found.findings.map((cluster) => ({
      ...cluster,
      since: toLocalDate((weeks?.firstWeek ?? 0) + 7 * cluster.fromWeek),
    })),
    leftOut: reason === null ? found.leftOut : [{ what: 'scan', reason }],
    options: { ...found.options, cellMeters },
    window: weeks && { from: toLocalDate(weeks.firstWeek), to: toLocalDate(weeks.lastWeek + 6) },
    records: countKept(loaded, filter),
    convention: SCAN_CONVENTION,
    caveat: withMissingYears(loaded, SCAN_CAVEAT),
    code: toCode(loaded, question),
  };
}
