import { addDays } from '#analysis/shared/days.ts';
import type { Filter } from '#data/schema/filter.ts';
import { useDesk } from '#web/ask/desk.tsx';
import { type Answered, ask, useAnswers } from '#web/ask/use-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import { PLAIN_VIEW } from '#web/ask/view.ts';
import type { AnswerTo, CallRow, Explored, Points, SeriesVerdict } from '#web/compute/door.ts';

/** All that one spike is judged by, fetched as one. */
export type Evidence = {
  series: SeriesVerdict;
  filter: Filter; // of the series in the judged week
  week: AnswerTo<'explore'>; // the series in the judged week
  year: Explored; // the series in the 52 weeks before it
  calls: CallRow[]; // the judged week's calls, newest first
  callsBefore: Points; // of the eight weeks before
  beforePlaces: Explored['places'];
  elsewhere: Explored['weeks'][number] | null; // the same kind in all other areas, that week
};

const MOST_CALLS = 1_000;

export function useEvidence(series: SeriesVerdict): Answered<Evidence> {
  const { opened } = useDesk();
  const { filter } = useView();
  const { layer, origin } = filter;
  const { areaId, category, week } = series;
  const others = (opened.layers[layer]?.features ?? [])
    .map(({ properties }) => properties.areaId)
    .filter((each) => each !== areaId);
  return useAnswers(['evidence', layer, origin, series], async (asking) => {
    const own: Filter = {
      ...PLAIN_VIEW.filter,
      layer,
      origin,
      categories: [category],
      areas: [areaId],
      from: week,
      to: addDays(week, 6),
    };
    const before = { ...own, from: addDays(week, -56), to: addDays(week, -1) };
    const past = { ...own, from: addDays(week, -364), to: addDays(week, -1) };
    const rest = { ...own, areas: others };
    const [inWeek, inYear, inEight, calls, pointsBefore, elsewhere] = await Promise.all([
      ask(asking, 'explore', own, { expectedBand: true }, 'evidence week'),
      ask(asking, 'explore', past, { expectedBand: false }, 'evidence year'),
      ask(asking, 'explore', before, { expectedBand: false }, 'evidence before'),
      ask(asking, 'calls', own, { offset: 0, limit: MOST_CALLS }, 'evidence calls'),
      ask(asking, 'points', before, { atMost: 2_000 }, 'evidence points'),
      others.length === 0 ? null : ask(asking, 'explore', rest, { expectedBand: true }, 'evidence elsewhere'),
    ]);
    const year = inYear.findings[0];
    const callsBefore = pointsBefore.findings[0];
    if (year === undefined || inWeek.findings[0] === undefined) throw new Error('the week could not be counted');
    return {
      series,
      filter: own,
      week: inWeek,
      year,
      calls: calls.findings,
      callsBefore: callsBefore ?? { lonLat: new Float32Array(), count: 0, stacks: [] },
      beforePlaces: inEight.findings[0]?.places ?? [],
      elsewhere: elsewhere?.findings[0]?.weeks.find((point) => point.week === week) ?? null,
    };
  });
}
