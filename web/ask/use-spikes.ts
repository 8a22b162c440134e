import { useMemo } from 'react';
import type { Filter } from '#data/schema/filter.ts';
import type { AnswerTo, SeriesVerdict } from '#web/compute/door.ts';
import { useDesk } from './desk.tsx';
import { type Answered, useAnswer } from './use-answer.ts';
import { useView } from './use-view.ts';
import { toLookAt } from './verdicts.ts';
import { PLAIN_VIEW } from './view.ts';

/**
 * Every series of the layer, judged for the last full week. The looks are corrected for
 * together, so they do not follow the filter's kinds, areas and hours: narrowing the
 * sentence must not turn a usual week into an unusual one. Only origin, layer and the false-alarm budget count.
 */
export function useSpikes(): Answered<AnswerTo<'spike'>> & { filter: Filter; toLookAt: SeriesVerdict[]; week: string } {
  const { opened } = useDesk();
  const { filter, view } = useView();
  const { layer, origin } = filter;
  const { lastFullWeek } = opened;
  const judged = useMemo<Filter>(
    () => ({ ...PLAIN_VIEW.filter, ...lastFullWeek, layer, origin }),
    [lastFullWeek, layer, origin],
  );
  const options = view.budget === null ? {} : { falseAlarmsAWeek: view.budget };
  const answered = useAnswer('spike', judged, options, 'spike');
  const found = useMemo(() => toLookAt(answered.found?.findings ?? []), [answered.found]);
  return { ...answered, filter: judged, toLookAt: found, week: lastFullWeek.from };
}
