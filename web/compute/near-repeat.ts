import {
  findNearRepeatsInSteps,
  NEAR_REPEAT_CAVEAT,
  NEAR_REPEAT_CONVENTION,
} from '#analysis/near-repeat/near-repeat.ts';
import type { InSteps } from '#analysis/shared/steps.ts';
import { withMissingYears } from './caveat.ts';
import { datedPointsOf } from './dated-points.ts';
import type { Question, Questions } from './door.ts';
import { countKept, keptOnMap } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';

/** Pairs of the calls in the filter by distance and time. The rows of a string are those of the tables. */
export function* nearRepeat(
  loaded: Loaded,
  question: Question<'near-repeat'>,
): InSteps<Questions['near-repeat']['answer']> {
  const { filter, options } = question;
  const kept = keptOnMap(loaded, filter);
  const found = yield* findNearRepeatsInSteps(datedPointsOf(loaded, kept), options);
  return {
    ...found,
    findings: found.findings.map((finding) =>
      finding.kind === 'band' ? finding : { ...finding, rows: finding.rows.map((row) => kept[row] ?? 0) },
    ),
    window: { from: filter.from, to: filter.to },
    records: countKept(loaded, filter),
    convention: NEAR_REPEAT_CONVENTION,
    caveat: withMissingYears(loaded, NEAR_REPEAT_CAVEAT),
    code: toCode(loaded, question),
  };
}
