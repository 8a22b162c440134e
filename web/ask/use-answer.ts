import { keepPreviousData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Filter } from '#data/schema/filter.ts';
import type { AnswerTo, Door, Method, Questions, Trouble } from '#web/compute/door.ts';
import { useDesk } from './desk.tsx';
import { toTrouble } from './trouble.ts';

/** The state a view is in: nothing yet, an answer (perhaps the one before, while the next is made), or trouble. */
export type Answered<Found> = { found: Found | null; trouble: Trouble | null; isSlow: boolean; retry: () => void };

export type Asking = { door: Door; queries: QueryClient; manifest: string };

/** Asks once; the same question again is answered from memory. */
export function ask<M extends Method>(
  { door, queries, manifest }: Asking,
  method: M,
  filter: Filter,
  options: Questions[M]['options'],
  slot: string,
): Promise<AnswerTo<M>> {
  return queries.ensureQueryData({
    queryKey: ['ask', manifest, method, filter, options],
    queryFn: () => door.ask<M>({ method, filter, options }, slot),
    retry: retryCanceled,
    retryDelay: 0,
  });
}

/** Asks several questions as one, so that what is drawn from them changes together. */
export function useAnswers<Found>(
  key: readonly unknown[] | null,
  find: (asking: Asking) => Promise<Found>,
): Answered<Found> {
  const { door, opened } = useDesk();
  const queries = useQueryClient();
  const { manifest } = opened.manifest;
  const query = useQuery({
    queryKey: ['answers', manifest, key],
    queryFn: () => find({ door, queries, manifest }),
    placeholderData: keepPreviousData,
    enabled: key !== null,
    retry: retryCanceled,
    retryDelay: 0,
  });
  const isSlow = useSlow(query.isPlaceholderData);
  return {
    found: query.data ?? null,
    trouble: query.isError ? toTrouble(query.error) : null,
    isSlow,
    retry: () => void query.refetch(),
  };
}

/** One question. */
export function useAnswer<M extends Method>(
  method: M,
  filter: Filter | null,
  options: Questions[M]['options'],
  slot: string,
): Answered<AnswerTo<M>> {
  return useAnswers(filter === null ? null : [method, filter, options], (asking) => {
    if (filter === null) throw new Error('a question without a filter is not asked');
    return ask(asking, method, filter, options, slot);
  });
}

// Two pieces of one picture may share a question; when one is canceled for a later picture, the other asks again.
const retryCanceled = (failures: number, error: unknown): boolean =>
  toTrouble(error).code === 'canceled' && failures < 3;

/** True once something has been so for 300 ms: a quick answer must not flicker. */
function useSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!waiting) {
      setSlow(false);
      return;
    }
    const pause = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(pause);
  }, [waiting]);
  return slow && waiting;
}
