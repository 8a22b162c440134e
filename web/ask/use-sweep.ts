import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import {
  type CandidateName,
  type ChangedSweepVerdict,
  type NewSweepVerdict,
  Sweep,
  SweepVerdict,
} from '#data/schema/records/sweep.ts';
import { getJson, NotTaken, send } from '#web/records/shared/send.ts';
import { useMay } from './session.tsx';

const VERDICTS = '/api/records/sweep/verdicts';

/** A candidate within its week. */
export type CandidateRef = Pick<CandidateName, 'kind' | 'candidateKey'>;

export type SweepDesk = {
  isRead: boolean; // what others decided is known; never where the role may not read it
  trouble: Error | null; // it could not be read
  retry: () => void;
  mayRead: boolean;
  mayJudge: boolean;
  verdictOf: (candidate: CandidateRef) => SweepVerdict | null; // of this week
  verdicts: readonly SweepVerdict[]; // of this week
  watched: readonly SweepVerdict[]; // still, from earlier weeks
  watchedSince: (candidate: CandidateRef) => SweepVerdict | null; // the last verdict of an earlier week, where that was to watch
  isSeen: (candidate: CandidateRef) => boolean;
  see: (candidate: CandidateRef) => void;
  give: (verdict: NewSweepVerdict) => Promise<SweepVerdict>; // 409 where somebody else was first: `NotTaken` has theirs
  rethink: (verdictId: string, changed: ChangedSweepVerdict) => Promise<SweepVerdict>;
  takeBack: (verdict: SweepVerdict) => Promise<unknown>;
};

/**
 * The department's Monday sweep of one week: what everybody decided, and what the reader has opened. Who may not
 * read it (the city's partner) still sees here what is new to them, as long as the page is open.
 */
export function useSweep(week: string): SweepDesk {
  const queries = useQueryClient();
  const mayRead = useMay('sweep.read');
  const mayJudge = useMay('sweep.judge');
  const queryKey = ['sweep', week];
  const query = useQuery({
    queryKey,
    queryFn: () => getJson(Sweep, `/api/records/sweep?week=${week}`),
    enabled: mayRead,
    staleTime: 30_000, // colleagues decide meanwhile: it is read again when one comes back to the page
    networkMode: 'always', // without a network it fails, and says so, instead of waiting
  });
  const sweep = query.data;
  const onSettled = () => queries.invalidateQueries({ queryKey });
  const giving = useMutation({
    mutationFn: (verdict: NewSweepVerdict) => send(SweepVerdict, 'POST', VERDICTS, verdict),
    networkMode: 'always',
    onError: (failure) => {
      const theirs = failure instanceof NotTaken ? SweepVerdict.safeParse(failure.current).data : undefined;
      if (theirs === undefined || sweep === undefined) return;
      const verdicts = [...sweep.verdicts.filter((each) => !isSame(each, theirs)), theirs];
      queries.setQueryData<Sweep>(queryKey, { ...sweep, verdicts });
    },
    onSettled,
  });
  const rethinking = useMutation({
    mutationFn: ({ verdictId, changed }: { verdictId: string; changed: ChangedSweepVerdict }) =>
      send(SweepVerdict, 'PUT', `${VERDICTS}/${verdictId}`, changed),
    networkMode: 'always',
    onSettled,
  });
  const takingBack = useMutation({
    mutationFn: ({ verdictId, revision }: SweepVerdict) =>
      send(z.null(), 'DELETE', `${VERDICTS}/${verdictId}?revision=${revision}`),
    networkMode: 'always',
    onSettled,
  });
  const telling = useMutation({
    mutationFn: (candidate: CandidateRef) =>
      send(z.null(), 'PUT', '/api/records/sweep/seen', { week, seen: [candidate] }),
    networkMode: 'always',
  });
  const isSeen = (candidate: CandidateRef) => sweep?.seen.some((each) => isSame(each, candidate)) ?? false;
  return {
    isRead: sweep !== undefined && mayRead,
    trouble: query.error,
    retry: () => void query.refetch(),
    mayRead,
    mayJudge,
    verdicts: sweep?.verdicts ?? [],
    watched: sweep?.watched ?? [],
    verdictOf: (candidate) => sweep?.verdicts.find((each) => isSame(each, candidate)) ?? null,
    watchedSince: (candidate) => sweep?.watched.find((each) => isSame(each, candidate)) ?? null,
    isSeen,
    see: ({ kind, candidateKey }) => {
      const candidate = { kind, candidateKey };
      if ((mayRead && sweep === undefined) || isSeen(candidate)) return;
      const known = queries.getQueryData<Sweep>(queryKey) ?? { week, verdicts: [], watched: [], seen: [] };
      if (known.seen.some((each) => isSame(each, candidate))) return;
      queries.setQueryData<Sweep>(queryKey, { ...known, seen: [...known.seen, candidate] });
      if (mayRead) telling.mutate(candidate);
    },
    give: giving.mutateAsync,
    rethink: (verdictId, changed) => rethinking.mutateAsync({ verdictId, changed }),
    takeBack: takingBack.mutateAsync,
  };
}

const isSame = (one: CandidateRef, other: CandidateRef): boolean =>
  one.kind === other.kind && one.candidateKey === other.candidateKey;
