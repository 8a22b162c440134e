import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Step } from '#analysis/shared/steps.ts';
import type { Filter } from '#data/schema/filter.ts';
import type { AnswerTo, Method, Questions } from '#web/compute/door.ts';
import { useDesk } from './desk.tsx';
import { toTrouble } from './trouble.ts';
import type { Answered } from './use-answer.ts';

/** A question that takes seconds: how far it is, and a way to stop it. */
export type LongAnswered<Found> = Answered<Found> & {
  step: Step | null; // while it is worked out
  isStopped: boolean;
  stop: () => void;
};

/** Asks a question whose work tells its steps. Leaving the screen stops it; a stopped one is not asked again by itself. */
export function useLongAnswer<M extends Method>(
  method: M,
  filter: Filter,
  options: Questions[M]['options'],
  slot: string,
): LongAnswered<AnswerTo<M>> {
  const { door, opened } = useDesk();
  const [step, setStep] = useState<Step | null>(null);
  const query = useQuery({
    queryKey: ['ask', opened.manifest.manifest, method, filter, options],
    queryFn: () => door.ask<M>({ method, filter, options }, slot, setStep).finally(() => setStep(null)),
    retry: false,
  });
  useEffect(() => () => void door.cancel(slot), [door, slot]);
  return longAnswered(query, step, () => void door.cancel(slot));
}

/** A query as a question that takes seconds. One that was stopped is no trouble. */
export function longAnswered<Found>(
  query: UseQueryResult<Found>,
  step: Step | null,
  stop: () => void,
): LongAnswered<Found> {
  const trouble = query.isError && !query.isFetching ? toTrouble(query.error) : null;
  const isStopped = trouble?.code === 'canceled';
  return {
    found: query.data ?? null,
    trouble: isStopped ? null : trouble,
    isSlow: false,
    retry: () => void query.refetch(),
    step: query.isFetching ? step : null,
    isStopped,
    stop,
  };
}
