import { cTestRange, cTestUpper } from '#analysis/shared/c-test.ts';
import { adjustForLooks } from '#analysis/shared/many-looks.ts';
import { fisher } from './combine.ts';
import type { EvidenceOptions } from './options.ts';
import { countBetween, type SeriesDays } from './series-days.ts';

/** How many of one kind came lately, against the days before. */
export type Signal = {
  now: number;
  before: number;
  expected: number; // now, had it gone on as before
  low: number; // usual range
  high: number;
  p: number; // one-sided mid-p of as many or more; 1 where there is nothing to judge
  q: number; // after Benjamini-Hochberg over all series that have any
  isUp: boolean;
};

/** One type in one area: what people called in beside what they told. */
export type EvidencePair = {
  kind: 'pair';
  areaId: string;
  category: string;
  state: 'both' | 'calls-only' | 'concerns-only' | 'neither';
  calls: Signal;
  concerns: Signal;
  combinedP: number;
  combinedBy: 'fisher' | 'larger' | 'calls-alone' | 'concerns-alone';
  combinedQ: number; // Benjamini-Hochberg over all pairs
  isRisingUnheard: boolean; // calls are up, and nobody told of it in the judged window
};

export type Windows = { firstDay: number; split: number; lastDay: number }; // `split` is the first judged day

/** Judges every series that holds a call or a concern in the windows; in the order given. */
export function judgePairs(series: readonly SeriesDays[], windows: Windows, options: EvidenceOptions): EvidencePair[] {
  const calls = judge(
    series.map(({ callDays }) => callDays),
    windows,
    options,
  );
  const concerns = judge(
    series.map(({ concernDays }) => concernDays),
    windows,
    options,
  );
  const combined = series.map((one, i) => combine(one, calls[i] ?? NOTHING, concerns[i] ?? NOTHING, windows, options));
  const q = adjustForLooks(combined.map(({ combinedP }) => combinedP));
  return series.map(({ areaId, category }, i): EvidencePair => {
    const [called, told] = [calls[i] ?? NOTHING, concerns[i] ?? NOTHING];
    return {
      ...{ kind: 'pair', areaId, category, state: stateOf(called.isUp, told.isUp), calls: called, concerns: told },
      ...(combined[i] ?? { combinedP: 1, combinedBy: 'larger' }),
      combinedQ: q[i] ?? 1,
      isRisingUnheard: called.isUp && told.now === 0,
    };
  });
}

const NOTHING: Signal = { now: 0, before: 0, expected: 0, low: 0, high: 0, p: 1, q: 1, isUp: false };

function judge(days: readonly Int32Array[], windows: Windows, { upQ, level }: EvidenceOptions): Signal[] {
  const { firstDay, split, lastDay } = windows;
  const times = (split - firstDay) / (lastDay - split + 1);
  const counts = days.map((column) => ({
    now: countBetween(column, split, lastDay),
    before: countBetween(column, firstDay, split - 1),
  }));
  const p = counts.map(({ now, before }) => (now + before === 0 ? 1 : cTestUpper(now, before, times)));
  const looks = counts.flatMap(({ now, before }, i) => (now + before === 0 ? [] : [i])); // no look where there is none
  const adjusted = adjustForLooks(looks.map((i) => p[i] ?? 1));
  const q = new Map(looks.map((i, at) => [i, adjusted[at] ?? 1]));
  return counts.map(({ now, before }, i): Signal => {
    if (now + before === 0) return NOTHING;
    const isUp = now * times > before && (q.get(i) ?? 1) < upQ;
    const range = cTestRange(before, times, (1 - level) / 2);
    return { now, before, expected: before / times, ...range, p: p[i] ?? 1, q: q.get(i) ?? 1, isUp };
  });
}

function combine(
  one: SeriesDays,
  calls: Signal,
  concerns: Signal,
  { split, lastDay }: Windows,
  { sameDays }: EvidenceOptions,
): Pick<EvidencePair, 'combinedP' | 'combinedBy'> {
  if (concerns.now + concerns.before === 0) return { combinedP: calls.p, combinedBy: 'calls-alone' };
  if (calls.now + calls.before === 0) return { combinedP: concerns.p, combinedBy: 'concerns-alone' };
  const isLinked = one.concerns.some(({ day, causedCall }) => {
    if (day < split || day > lastDay || causedCall === 'no') return false;
    return causedCall === 'yes' || countBetween(one.callDays, day - sameDays, day + sameDays) > 0;
  });
  if (isLinked) return { combinedP: Math.max(calls.p, concerns.p), combinedBy: 'larger' };
  return { combinedP: fisher(calls.p, concerns.p), combinedBy: 'fisher' };
}

function stateOf(calls: boolean, concerns: boolean): EvidencePair['state'] {
  if (calls && concerns) return 'both';
  if (calls) return 'calls-only';
  return concerns ? 'concerns-only' : 'neither';
}
