import {
  CONCENTRATION_CAVEAT,
  CONCENTRATION_CONVENTION,
  findConcentration,
} from '#analysis/concentration/concentration.ts';
import { toDayNumber } from '#analysis/shared/days.ts';
import { withMissingYears } from './caveat.ts';
import type { Question, Questions } from './door.ts';
import { countKept, keptOnMap } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';

/**
 * Places are all that ever had a call. All calls of the filter make the curve; for the top places those of the first half of
 * the dates choose, and the others try the choice.
 */
export function concentration(
  loaded: Loaded,
  question: Question<'concentration'>,
): Questions['concentration']['answer'] {
  const { filter, options } = question;
  const { place, day, placeCount } = loaded.calls.columns;
  const middle = (toDayNumber(filter.from) + toDayNumber(filter.to) + 1) / 2;
  const [earlier, later] = [new Uint32Array(placeCount), new Uint32Array(placeCount)];
  let withoutPlace = 0;
  for (const row of keptOnMap(loaded, filter)) {
    const at = place[row] ?? placeCount;
    const counts = (day[row] ?? 0) < middle ? earlier : later;
    if (at < placeCount) counts[at] = (counts[at] ?? 0) + 1;
    else withoutPlace++;
  }
  const whole = findConcentration({ calls: earlier.map((count, at) => count + (later[at] ?? 0)) }, options);
  const tried = findConcentration({ calls: later, earlier }, options);
  const top = tried.findings[0]?.top ?? 'no-earlier-calls';
  return {
    ...whole,
    findings: whole.findings.map((finding) => ({ ...finding, top })),
    leftOut: [
      ...(withoutPlace > 0 ? [{ what: `${withoutPlace} calls`, reason: 'no-place' }] : []),
      ...(whole.leftOut.length > 0 ? whole.leftOut : tried.leftOut),
    ],
    window: { from: filter.from, to: filter.to },
    records: countKept(loaded, filter),
    convention: CONCENTRATION_CONVENTION,
    caveat: withMissingYears(loaded, CONCENTRATION_CAVEAT),
    code: toCode(loaded, question),
  };
}
