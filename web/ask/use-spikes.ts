import { useMemo } from 'react';
import { SPIKE_DEFAULTS } from '#analysis/spike/options.ts';
import type { Filter } from '#data/schema/filter.ts';
import type { AnswerTo, Questions, SeriesVerdict } from '#web/compute/door.ts';
import { useDesk } from './desk.tsx';
import type { Threshold } from './kept-threshold.ts';
import { type Answered, useAnswer } from './use-answer.ts';
import type { LongAnswered } from './use-long-answer.ts';
import { useThreshold } from './use-threshold.ts';
import { useView } from './use-view.ts';
import { toLookAt } from './verdicts.ts';
import { PLAIN_VIEW } from './view.ts';

export type Spikes = Answered<AnswerTo<'spike'>> & {
  filter: Filter;
  toLookAt: SeriesVerdict[];
  week: string;
  budget: number; // false alarms a week that the list may bring
  threshold: LongAnswered<Threshold>;
  isBeingSet: boolean; // the threshold is not known yet: more may join the list, nothing leaves it
};

/**
 * Every series of the layer, judged for the last full week. The looks are corrected for
 * together, so they do not follow the filter's kinds, areas and hours: narrowing the
 * sentence must not turn a usual week into an unusual one. Only origin, layer and the false-alarm budget count.
 */
export function useSpikes(): Spikes {
  const { opened } = useDesk();
  const { filter, view } = useView();
  const { layer, origin } = filter;
  const { lastFullWeek } = opened;
  const judged = useMemo<Filter>(
    () => ({ ...PLAIN_VIEW.filter, ...lastFullWeek, layer, origin }),
    [lastFullWeek, layer, origin],
  );
  const budget = view.budget ?? SPIKE_DEFAULTS.falseAlarmsAWeek;
  const threshold = useThreshold(judged, budget);
  const isAwaited = threshold.found === null && threshold.trouble === null && !threshold.isStopped;
  const answered = useAnswer('spike', judged, isAwaited ? UNTIL_SET : optionsOf(threshold, budget), 'spike');
  const isBeingSet = isAwaited || answered.found?.options.watchP === UNTIL_SET.watchP;
  const found = useMemo(() => toLookAt(answered.found?.findings ?? []), [answered.found]);
  return { ...answered, filter: judged, toLookAt: found, week: lastFullWeek.from, budget, threshold, isBeingSet };
}

// Only what stands out whatever the threshold will be: "unusual" does not depend on it. Nobody shall judge what then vanishes.
const UNTIL_SET = { watchP: 0 };

/** With the threshold of the own past. Where that is too short, or was not asked to the end, p is taken at its word. */
const optionsOf = ({ found }: LongAnswered<Threshold>, falseAlarmsAWeek: number): Questions['spike']['options'] =>
  found?.budget
    ? { falseAlarmsAWeek: found.budget.falseAlarmsAWeek, watchP: found.budget.watchP }
    : { falseAlarmsAWeek };
