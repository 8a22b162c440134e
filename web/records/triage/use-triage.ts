import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { Concern } from '#data/schema/records/concern.ts';
import { AlikeConcern, ConcernList } from '#data/schema/records/concern-filing.ts';
import { MailIn } from '#data/schema/records/mail.ts';
import { useMay } from '#web/ask/session.tsx';
import { getJson, send } from '#web/records/shared/send.ts';

const PATH = '/api/records/concerns';
export const WAITING = ['concerns', 'status=new'] as const;

export const useWaiting = () =>
  useQuery({
    queryKey: WAITING,
    queryFn: () => getJson(ConcernList, `${PATH}?status=new`),
    staleTime: 0,
    refetchInterval: 60_000,
  });

/** Letters that want a person; none where the role reads none. */
export function useLetters(): number {
  const mayRead = useMay('mail.review');
  const { data } = useQuery({
    queryKey: ['mail'],
    queryFn: () => getJson(z.object({ letters: z.array(MailIn) }), '/api/records/mail'),
    enabled: mayRead,
    staleTime: 0,
  });
  return data?.letters.filter(({ status }) => status === 'waiting' || status === 'review').length ?? 0;
}

export const useConcern = (concernId: string | null) =>
  useQuery({
    queryKey: ['concern-sheet', concernId],
    queryFn: () => getJson(Concern, `${PATH}/${concernId}`),
    enabled: concernId !== null,
    staleTime: 0,
  });

export function useAlike(concern: Concern | undefined) {
  return useQuery({
    queryKey: ['alike', concern?.concernId, concern?.revision],
    queryFn: () => {
      if (concern === undefined) return [];
      const { words, category, place, placeWords, heardAt, concernId } = concern;
      const asked = { words, category, place, placeWords, heardAt, besides: concernId };
      return send(z.array(AlikeConcern), 'POST', `${PATH}/alike`, asked);
    },
    enabled: concern !== undefined,
  });
}

export const act = (concernId: string, name: 'assign' | 'merge' | 'convey' | 'ask', body: unknown) =>
  send(Concern, 'POST', `${PATH}/${concernId}/${name}`, body);

/** Says at which meeting it was heard. */
export const nameMeeting = ({ concernId, revision }: Concern, meetingId: string | null) =>
  send(Concern, 'PATCH', `${PATH}/${concernId}`, { meetingId, revision });

type Part = keyof typeof PARTS;
const PARTS = { concern: true, area: true, actions: true };

/** The parts of V.B.4 that a concern lacks; nothing done is an answer, so actions are never called missing. */
export const missingOf = ({ words, place, placeWords }: Concern): Part[] => [
  ...(words.trim().length < 8 ? (['concern'] as const) : []),
  ...(place === null && placeWords === '' ? (['area'] as const) : []),
];
