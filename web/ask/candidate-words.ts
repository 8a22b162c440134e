import { shortDate } from '#web/chart/week-axis.ts';
import type { SeriesVerdict, SweepCandidate } from '#web/compute/door.ts';
import { plural } from '#web/ui/words.ts';
import { kindName, placeName } from './kinds.ts';
import type { Candidate } from './use-candidates.ts';
import { answerSentence, seriesKey, weekInWords } from './verdicts.ts';

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
    title: `${kindName(category)}, ${placeOf(found, about)}`,
    sentence: sentenceOf(found, about),
  };
}

function placeOf({ addressBlock, areaIds: [areaId] }: SweepCandidate, { nameOf }: About): string {
  if (addressBlock !== null) return placeName(addressBlock);
  return areaId === undefined ? 'outside all areas' : nameOf(areaId);
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
