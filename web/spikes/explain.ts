import { blockName } from '#data/codes/block-name.ts';
import type { Verdict } from '#data/schema/answer.ts';
import { typeName } from '#web/ask/kinds.ts';
import type { CallRow, Explored, PlaceCount, SeriesVerdict, WeekPoint } from '#web/compute/door.ts';
import { listed } from '#web/ui/words.ts';
import { words } from './words.ts';

/** One other explanation: `usual` where the data speak against it, `watch` where they speak for it. */
export type Explanation = { question: string; verdict: Verdict; answer: string };

export type Facts = {
  series: SeriesVerdict;
  places: readonly PlaceCount[]; // of the judged week, most calls first
  types: Explored['types']; // of the judged week
  typesBefore: Explored['types']; // of the year before
  calls: readonly CallRow[];
  elsewhere: WeekPoint | null;
  others: string; // "23 groups"
  reportingLagDays: number;
};

/** What else could make such a week, each answered from the calls themselves, in the order an analyst rules them out. */
export const explain = (facts: Facts): Explanation[] => [
  onlyHere(facts),
  onePlace(facts),
  recordingChange(facts),
  filedTwice(facts),
  { question: words.late, verdict: 'usual', answer: words.lateNone(facts.reportingLagDays) },
  morePatrol(facts),
];

/** The same for calls that were found by where they lie; of one address nobody asks whether it is one place. */
export const explainCalls = ({
  calls,
  places,
  reportingLagDays,
}: Pick<Facts, 'calls' | 'reportingLagDays'> & { places: Facts['places'] | null }): Explanation[] => [
  ...(places === null ? [] : [onePlace({ places, series: { observed: calls.length } })]),
  filedTwice({ calls }),
  { question: words.late, verdict: 'usual', answer: words.lateNone(reportingLagDays) },
  morePatrol({ calls }),
];

function onlyHere({ elsewhere, others }: Facts): Explanation {
  const question = words.onlyHere;
  if (elsewhere === null || elsewhere.low === null || elsewhere.high === null)
    return { question, verdict: 'not-judged', answer: words.onlyHereUnknown(others, elsewhere?.count ?? 0) };
  const { count, low, high } = elsewhere;
  return count > high
    ? { question, verdict: 'watch', answer: words.onlyHereNo(others, count, low, high) }
    : { question, verdict: 'usual', answer: words.onlyHereYes(others, count, low, high) };
}

function onePlace({
  places,
  series,
}: {
  places: Facts['places'];
  series: Pick<SeriesVerdict, 'observed'>;
}): Explanation {
  const question = words.onePlace;
  const [first, ...next] = places;
  if (first === undefined) return { question, verdict: 'not-judged', answer: words.onePlaceUnknown };
  const repeated = next.filter(({ count }) => count >= 2).slice(0, 2);
  if (2 * first.count > series.observed)
    return {
      question,
      verdict: 'watch',
      answer: words.onePlaceYes(first.count, series.observed, blockName(first.label)),
    };
  if (first.count >= 3 && 4 * first.count >= series.observed) {
    const rest =
      repeated.length > 0 ? `, ${listed(repeated.map(({ count, label }) => `${count} from ${blockName(label)}`))}` : '';
    return {
      question,
      verdict: 'watch',
      answer: words.onePlacePartly(first.count, series.observed, blockName(first.label), rest),
    };
  }
  return { question, verdict: 'usual', answer: words.onePlaceNo(first.count, series.observed) };
}

/** A renamed call type looks like a rise: a source word with calls now and none in the year before. */
function recordingChange({ types, typesBefore, series }: Facts): Explanation {
  const question = words.recording;
  const known = new Set(typesBefore.filter(({ count }) => count > 0).map(({ code }) => code));
  const fresh = types.find(
    ({ code, category, count }) => category === series.category && count >= 2 && !known.has(code),
  );
  return fresh
    ? { question, verdict: 'watch', answer: words.recordingYes(typeName(fresh.code), fresh.count) }
    : { question, verdict: 'usual', answer: words.recordingNo };
}

const TWICE_MINUTES = 30;

/** Two calls about one thing: the same place within half an hour. Repeats of one id are gone before this. */
function filedTwice({ calls }: Pick<Facts, 'calls'>): Explanation {
  const question = words.twice;
  const byPlace = new Map<string, number[]>();
  for (const { placeKey, receivedLocal } of calls) {
    if (placeKey === null) continue;
    const times = byPlace.get(placeKey) ?? [];
    byPlace.set(placeKey, [...times, Date.parse(`${receivedLocal}Z`)]);
  }
  const pairs = [...byPlace.values()].reduce((sum, times) => sum + closePairs(times), 0);
  return pairs > 0
    ? { question, verdict: 'watch', answer: words.twiceYes(pairs) }
    : { question, verdict: 'usual', answer: words.twiceNo };
}

function closePairs(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted.filter((time, at) => at > 0 && time - (sorted[at - 1] ?? 0) <= TWICE_MINUTES * 60_000).length;
}

function morePatrol({ calls }: Pick<Facts, 'calls'>): Explanation {
  const question = words.patrol;
  const byOfficers = calls.filter(({ origin }) => origin === 'officer').length;
  return byOfficers === 0
    ? { question, verdict: 'usual', answer: words.patrolNo }
    : { question, verdict: 'watch', answer: words.patrolYes(byOfficers, calls.length) };
}
