import { toLocalDate } from '#analysis/shared/days.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import { type AroundConcern, lookAround } from './around.ts';
import { type EvidenceOptions, fillOptions } from './options.ts';
import { type EvidencePair, judgePairs, type Windows } from './pairs.ts';
import { countBetween, type EvidenceConcern, type EvidenceSeries, gatherSeries, order } from './series-days.ts';

export type EvidenceFinding = EvidencePair | AroundConcern;

export type EvidenceReason =
  | 'reversed-span' // the first day lies after the last
  | 'too-little-history' // fewer days before the judged window than in it
  | 'no-date' // a concern without a day
  | 'nothing-here' // neither a call nor a concern in the windows
  | 'too-little-before'; // the calls begin too late before a concern

export const EVIDENCE_CONVENTION =
  'Calls and concerns of one type in one area, each the last 28 days against up to 182 before by the exact C-test, one-sided mid-p, up where q is below 0.05 after Benjamini-Hochberg over all series that have any; Fisher’s combined p only where no concern can have made a call, else the larger p; 28 days before and after each concern, the day itself in neither.';
export const EVIDENCE_CAVEAT =
  'A concern is heard when calls are many, so fewer after it is to be expected without any act. Knows no season, and takes calls to come singly. No concern is not no trouble: people who fear or gave up do not tell.';

type Found = { findings: EvidenceFinding[]; leftOut: LeftOut<EvidenceReason>[]; options: EvidenceOptions };

/**
 * What people call in beside what they tell, for each type in each area: both up, calls only, concerns only, neither.
 * Pairs first, least combined p first; then each concern with the calls before and after it, newest first.
 *
 * `span` are the first and the last whole day of the calls, as local day numbers; concerns are taken to have been kept
 * as long. Do not trust it where a concern's type and a call's are not told by the same words.
 */
export function findEvidence(
  given: readonly EvidenceSeries[],
  span: { readonly firstDay: number; readonly lastDay: number },
  chosen: Partial<EvidenceOptions> = {},
): Found {
  const options = fillOptions(chosen);
  const dated = given.map((one) => ({ ...one, concerns: one.concerns.filter(hasDay) }));
  const series = gatherSeries(dated);
  if (span.firstDay > span.lastDay)
    return { findings: [], leftOut: [{ what: 'all series', reason: 'reversed-span' }], options };
  const { around, tooLittleBefore } = lookAround(series, span, options);
  const undated = new Set(given.flatMap(({ concerns }) => concerns.filter((one) => !hasDay(one)).map(idOf)));
  const leftOut: LeftOut<EvidenceReason>[] = [
    ...[...undated].map((what) => ({ what, reason: 'no-date' as const })),
    ...tooLittleBefore.map((what) => ({ what, reason: 'too-little-before' as const })),
  ];
  const windows = windowsOf(span, options);
  if (windows.split - windows.firstDay < options.recentDays) {
    const what = `all series: calls from ${toLocalDate(span.firstDay)} to ${toLocalDate(span.lastDay)}`;
    return { findings: around, leftOut: [{ what, reason: 'too-little-history' }, ...leftOut], options };
  }
  const isSilent = ({ callDays, concernDays }: (typeof series)[number]) =>
    countBetween(callDays, windows.firstDay, windows.lastDay) === 0 &&
    countBetween(concernDays, windows.firstDay, windows.lastDay) === 0;
  for (const one of series.filter(isSilent))
    leftOut.push({ what: `${one.areaId} ${one.category}`, reason: 'nothing-here' });
  const pairs = judgePairs(
    series.filter((one) => !isSilent(one)),
    windows,
    options,
  ).sort((a, b) => a.combinedP - b.combinedP || order(a.areaId, b.areaId) || order(a.category, b.category));
  return { findings: [...pairs, ...around], leftOut, options };
}

const hasDay = ({ day }: EvidenceConcern): boolean => Number.isInteger(day);
const idOf = ({ concernId }: EvidenceConcern): string => concernId;

function windowsOf({ firstDay, lastDay }: { firstDay: number; lastDay: number }, options: EvidenceOptions): Windows {
  const split = lastDay - options.recentDays + 1;
  return { firstDay: Math.max(firstDay, split - options.baselineDays), split, lastDay };
}
