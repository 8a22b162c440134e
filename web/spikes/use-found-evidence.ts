import { addDays } from '#analysis/shared/days.ts';
import type { Filter } from '#data/schema/filter.ts';
import { type Answered, ask, useAnswers } from '#web/ask/use-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import { PLAIN_VIEW } from '#web/ask/view.ts';
import type { AnswerTo, CallRow, Explored, Points, SweepCandidate } from '#web/compute/door.ts';

/** What a string, a rising corner or a busy address is judged by, fetched as one. */
export type FoundEvidence = {
  found: SweepCandidate;
  filter: Filter; // its kind around it, in the judged week
  around: AnswerTo<'explore'>;
  year: Explored; // the 52 weeks before its first call
  calls: CallRow[]; // its own
  missing: number; // of them not in the reader's extract
  before: Points; // around it, in the eight weeks before its first call
};

/** How far around a string or a corner its past is looked at. */
export const AROUND_METERS = 500;

export function useFoundEvidence(found: SweepCandidate, week: string): Answered<FoundEvidence> {
  const { filter } = useView();
  const { layer, origin } = filter;
  const { kind, category, center, callIds } = found;
  const since = found.since ?? week;
  return useAnswers(['found-evidence', layer, origin, week, found], async (asking) => {
    const [lon, lat] = center;
    const scope: Filter = {
      ...PLAIN_VIEW.filter,
      ...{ layer, origin, categories: [category], from: week, to: addDays(week, 6) },
      ...(kind === 'hot-address'
        ? { places: [placeKeyOf(found)] }
        : { circle: { lon, lat, radiusMeters: AROUND_METERS } }),
    };
    const before = { ...scope, from: addDays(since, -56), to: addDays(since, -1) };
    const past = { ...scope, from: addDays(since, -364), to: addDays(since, -1) };
    const [around, inYear, calls, points] = await Promise.all([
      ask(asking, 'explore', scope, { expectedBand: true }, 'evidence week'),
      ask(asking, 'explore', past, { expectedBand: false }, 'evidence year'),
      ask(asking, 'calls-by-id', scope, { ids: callIds }, 'evidence calls'),
      ask(asking, 'points', before, { atMost: 2_000 }, 'evidence points'),
    ]);
    const year = inYear.findings[0];
    if (year === undefined) throw new Error('what lies around it could not be counted');
    return {
      ...{ found, filter: scope, around, year },
      calls: calls.findings,
      missing: calls.leftOut.length,
      before: points.findings[0] ?? { lonLat: new Float32Array(), count: 0, stacks: [] },
    };
  });
}

/** The key of a hot address is its category, a tilde and its place. */
const placeKeyOf = ({ candidateKey, category }: SweepCandidate): string => candidateKey.slice(category.length + 1);
