import { blockName } from '#data/codes/block-name.ts';
import type { CandidateKind, SweepVerdict } from '#data/schema/records/sweep.ts';
import { shortDate } from '#web/chart/week-axis.ts';
import type { SeriesVerdict, SweepCandidate } from '#web/compute/door.ts';
import { plural } from '#web/ui/words.ts';
import { kindName } from './kinds.ts';
import type { Candidate } from './use-candidates.ts';
import { answerSentence, seriesKey, usualInWords, weekInWords } from './verdicts.ts';

/** How a candidate was found, in a word or two; a spike needs none. */
export const KIND_TAGS: Record<CandidateKind, string | null> = {
  spike: null,
  string: 'Close together',
  emerging: 'Rising corner',
  'hot-address': 'Busy address',
};

/** The kinds as those of many. */
export const KINDS: readonly { kind: CandidateKind; label: string }[] = [
  { kind: 'spike', label: 'Spikes' },
  { kind: 'string', label: 'Close together' },
  { kind: 'emerging', label: 'Rising corners' },
  { kind: 'hot-address', label: 'Busy addresses' },
];

/** "Watched since Nov 9", and whether it has come to as many calls as it was to be marked from. */
export function watchedInWords({ week, watchFrom }: SweepVerdict, { series, found }: Candidate): string {
  const since = `Watched since ${shortDate(week)}`;
  const observed = series?.observed ?? found?.observed ?? 0;
  return watchFrom !== null && observed >= watchFrom ? `${since}, has reached ${watchFrom}` : since;
}

/** What a candidate's words are made with. */
type About = { nameOf: (areaId: string) => string; nowLocal: string; week: string };

export function ofSeries(series: SeriesVerdict, { nameOf, nowLocal, week }: About): Candidate {
  const { areaId, category, verdict, p, q } = series;
  return {
    kind: 'spike',
    candidateKey: seriesKey(series),
    category,
    areaIds: [areaId],
    title: `${kindName(category)}, ${nameOf(areaId)}`,
    sentence: answerSentence(series, weekInWords(week, nowLocal)),
    ...{ verdict, p, q, series, found: null },
  };
}

export function ofSweep(found: SweepCandidate, about: About): Candidate {
  const { kind, candidateKey, category, areaIds, verdict, p, q } = found;
  return {
    ...{ kind, candidateKey, category, areaIds, verdict, p, q, series: null, found },
    title: `${kindName(category)}, ${placeOf({ found, areaIds }, about.nameOf)}`,
    sentence: sentenceOf(found, about),
  };
}

/** What stands behind a candidate's count in a list: "last week, usual 3 to 9". */
export function countInWords({ series, found }: Candidate, { week, nowLocal }: Omit<About, 'nameOf'>): string {
  const said = weekInWords(week, nowLocal);
  if (series !== null) return usualInWords(series, said);
  if (found === null) return said;
  if (found.kind === 'string') return found.since === null ? 'calls' : `calls since ${shortDate(found.since)}`;
  const usual = `usual ${found.low} to ${found.high}`;
  return found.kind === 'emerging' ? `in four weeks, ${usual}` : `${when(week, nowLocal)}, ${usual}`;
}

/** Where a candidate is: its address, or the area that holds most of its calls. */
export function placeOf(
  { found, areaIds: [areaId] }: Pick<Candidate, 'found' | 'areaIds'>,
  nameOf: About['nameOf'],
): string {
  if (found?.addressBlock) return blockName(found.addressBlock);
  return areaId === undefined ? 'Outside all areas' : nameOf(areaId);
}

function sentenceOf(found: SweepCandidate, { week, nowLocal }: About): string {
  const { kind, observed, low, high, verdict, since } = found;
  const calls = plural(observed, 'call', 'calls');
  const usual = low === null || high === null ? '' : `Usual range ${low} to ${high}; `;
  if (kind === 'string') {
    const from = since === null ? '' : ` since ${shortDate(since)}`;
    return `${calls} close to each other in place and time${from}, the latest ${when(week, nowLocal)}: ${verdict}.`;
  }
  if (kind === 'emerging') return capital(`${usual}${observed} in four weeks around here: ${verdict}.`);
  return capital(`${usual}${weekInWords(week, nowLocal)} ${observed} at this address: ${verdict}.`);
}

const when = (week: string, nowLocal: string): string => {
  const said = weekInWords(week, nowLocal);
  return said.startsWith('week of') ? `in the ${said}` : said;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
