import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Step } from '#analysis/shared/steps.ts';
import type { Filter } from '#data/schema/filter.ts';
import { useDesk } from './desk.tsx';
import { keepThreshold, keptThreshold, type Threshold } from './kept-threshold.ts';
import { type LongAnswered, longAnswered } from './use-long-answer.ts';

const SLOT = 'budget';

/**
 * The threshold that keeps a budget of false alarms over all series of the layer, from the city's own past. Worked out
 * once for every screen that asks, also when the first of them is left; kept in the browser until the calls change.
 */
export function useThreshold(filter: Filter, falseAlarmsAWeek: number): LongAnswered<Threshold> {
  const { door, opened } = useDesk();
  const queries = useQueryClient();
  const { manifest } = opened.manifest;
  const { layer, origin } = filter;
  const series = [manifest, layer, origin];
  const stepKey = ['threshold-step', ...series, falseAlarmsAWeek];
  const setStep = (step: Step | null) => queries.setQueryData<Step | null>(stepKey, step);
  const step = useQuery<Step | null>({ queryKey: stepKey, queryFn: skipToken });
  const query = useQuery({
    queryKey: ['threshold', ...series, falseAlarmsAWeek],
    queryFn: async (): Promise<Threshold> => {
      const of = { layer, origin, falseAlarmsAWeek };
      const kept = keptThreshold(manifest, of);
      if (kept) return kept;
      const question = { method: 'budget' as const, filter, options: { falseAlarmsAWeek } };
      const { findings } = await door.ask<'budget'>(question, SLOT, setStep).finally(() => setStep(null));
      const threshold = { budget: findings[0] ?? null };
      keepThreshold(manifest, of, threshold);
      return threshold;
    },
    // Another budget over the same series takes the place of this one once it is known; the past is judged again only once.
    placeholderData: (before, of) => (String(of?.queryKey.slice(1, 4)) === String(series) ? before : undefined),
  });
  return longAnswered(query, step.data ?? null, () => void door.cancel(SLOT));
}
