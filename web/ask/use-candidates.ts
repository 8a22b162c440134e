import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Step } from '#analysis/shared/steps.ts';
import type { LeftOut, Verdict } from '#data/schema/answer.ts';
import type { Filter } from '#data/schema/filter.ts';
import type { CandidateKind } from '#data/schema/records/sweep.ts';
import type { AnswerTo, SeriesVerdict, SweepCandidate } from '#web/compute/door.ts';
import { ofSeries, ofSweep } from './candidate-words.ts';
import { areasOf, useDesk } from './desk.tsx';
import { toTrouble } from './trouble.ts';
import type { Answered } from './use-answer.ts';
import { useSpikes } from './use-spikes.ts';

/** Something of the judged week that a person should look at and decide about. */
export type Candidate = {
  kind: CandidateKind;
  candidateKey: string; // with its kind, the same when the same thing shows the week after
  category: string;
  areaIds: string[]; // of the filter's layer, most calls first
  title: string; // Theft from vehicle, Eastbank
  sentence: string; // Usual range 3 to 9; last week 14: unusual.
  verdict: Verdict;
  p: number; // how often chance alone brings one as strong
  q: number; // the same after Benjamini-Hochberg over all looks of its kind; what the list is ordered by
  series: SeriesVerdict | null; // of a spike
  found: SweepCandidate | null; // of the other kinds
};

/** The kinds beside the spikes, which take seconds and join the list when they are ready. */
export type Others = {
  isDone: boolean; // they were looked for, whether any was found or not
  isLooking: boolean;
  isStopped: boolean; // by the reader; `lookAgain` begins anew
  failed: string | null; // why, in plain words
  step: Step | null;
  leftOut: readonly LeftOut[];
  stop: () => void;
  lookAgain: () => void;
};

export type Candidates = Answered<AnswerTo<'spike'>> & {
  filter: Filter;
  week: string; // its Monday
  isBeingSet: boolean; // the threshold of the spikes is not known yet: more may join the list, nothing leaves it
  candidates: readonly Candidate[];
  others: Others;
};

const SLOT = 'sweep';

/** All candidates of the judged week in one list, strongest evidence first. `found` are the spikes, which are there at once. */
export function useCandidates(): Candidates {
  const spikes = useSpikes();
  const { opened, session } = useDesk();
  const { filter, week, toLookAt, found, trouble, isSlow, retry, isBeingSet } = spikes;
  const { answer, others } = useOthers(filter, found !== null && !isBeingSet);
  const candidates = useMemo(() => {
    const { nameOf } = areasOf(opened, filter.layer);
    const about = { nameOf, nowLocal: session.nowLocal, week };
    const all = [
      ...toLookAt.map((series) => ofSeries(series, about)),
      ...(answer?.findings ?? []).map((one) => ofSweep(one, about)),
    ];
    return all.sort((a, b) => a.q - b.q || a.p - b.p);
  }, [opened, session.nowLocal, filter.layer, week, toLookAt, answer]);
  return { found, trouble, isSlow, retry, filter, week, candidates, isBeingSet, others };
}

/** Asked once for all screens; the spikes and their threshold come first, so that the first screen does not wait. */
function useOthers(filter: Filter, areSpikesSet: boolean): { answer: AnswerTo<'sweep'> | null; others: Others } {
  const { door, opened } = useDesk();
  const queries = useQueryClient();
  const { manifest } = opened.manifest;
  const stepKey = useMemo(() => ['sweep-step', manifest, filter], [manifest, filter]);
  const query = useQuery({
    queryKey: ['ask', manifest, 'sweep', filter, {}],
    queryFn: () =>
      door.ask<'sweep'>({ method: 'sweep', filter, options: {} }, SLOT, (step) => queries.setQueryData(stepKey, step)),
    enabled: areSpikesSet,
    retry: false,
    refetchOnMount: false,
    retryOnMount: false, // what was stopped stays stopped until it is asked for
  });
  const { data: step } = useQuery<Step | null>({ queryKey: stepKey, queryFn: () => null, enabled: false });
  const trouble = query.isError && !query.isFetching ? toTrouble(query.error) : null;
  const stop = useCallback(() => void door.cancel(SLOT), [door]);
  const isStopped = trouble?.code === 'canceled';
  return {
    answer: query.data ?? null,
    others: {
      isDone: query.data !== undefined,
      isLooking: query.data === undefined && trouble === null,
      isStopped,
      failed: trouble === null || isStopped ? null : trouble.message,
      step: query.isFetching ? (step ?? null) : null,
      leftOut: query.data?.leftOut ?? [],
      stop,
      lookAgain: () => void query.refetch(),
    },
  };
}
