import {
  findNearRepeatsInSteps,
  NEAR_REPEAT_CAVEAT,
  NEAR_REPEAT_CONVENTION,
} from '#analysis/near-repeat/near-repeat.ts';
import type { NearRepeatString } from '#analysis/near-repeat/strings.ts';
import type { InSteps } from '#analysis/shared/steps.ts';
import { callAt } from '#web/tables/call-at.ts';
import { withMissingYears } from './caveat.ts';
import { datedPointsOf } from './dated-points.ts';
import type { LinkedCalls, Question, Questions } from './door.ts';
import { countKept, keptOnMap } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';

const MOST_NAMED = 500; // calls of one string that are named
const STRINGS_NAMED = 20; // the largest: naming each call of a city's strings would take longer than finding them

/** Pairs of the calls in the filter by distance and time. The rows of a string are those of the tables. */
export function* nearRepeat(
  loaded: Loaded,
  question: Question<'near-repeat'>,
): InSteps<Questions['near-repeat']['answer']> {
  const { filter, options } = question;
  const kept = keptOnMap(loaded, filter);
  const found = yield* findNearRepeatsInSteps(datedPointsOf(loaded, kept), options);
  const bands = found.findings.filter((finding) => finding.kind === 'band');
  const strings = found.findings.filter((finding) => finding.kind === 'string'); // largest first
  return {
    ...found,
    findings: [...bands, ...strings.map((string, place) => inTables(loaded, string, kept, place < STRINGS_NAMED))],
    window: { from: filter.from, to: filter.to },
    records: countKept(loaded, filter),
    convention: NEAR_REPEAT_CONVENTION,
    caveat: withMissingYears(loaded, NEAR_REPEAT_CAVEAT),
    code: toCode(loaded, question),
  };
}

/** A string with its rows in the tables, and where `isNamed` its calls by name. */
function inTables({ calls }: Loaded, string: NearRepeatString, kept: Uint32Array, isNamed: boolean): LinkedCalls {
  const rows = string.rows.map((row) => kept[row] ?? 0);
  const named = isNamed ? rows.slice(0, MOST_NAMED) : [];
  return { ...string, rows, callIds: named.map((row) => callAt(calls, row).id) };
}
