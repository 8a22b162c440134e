import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { HandOut, HandOutDelivery, HandOutFacts, ListedReader, Recount } from '#data/schema/records/hand-out.ts';
import { useMay } from '#web/ask/session.tsx';
import { getJson } from '#web/records/shared/send.ts';

export const HAND_OUTS = ['hand-outs'] as const;
export const handOutPath = (handOutId: string): string => `/api/records/hand-outs/${encodeURIComponent(handOutId)}`;

const Told = z.object({ handOut: HandOut, facts: HandOutFacts });

export const useHandOut = (handOutId: string) =>
  useQuery({
    queryKey: [...HAND_OUTS, handOutId],
    queryFn: () => getJson(Told, handOutPath(handOutId)),
    enabled: useMay('hand-out.read'),
  });

export const useRecount = (handOutId: string) =>
  useQuery({
    queryKey: [...HAND_OUTS, handOutId, 'recount'],
    queryFn: () => getJson(Recount, `${handOutPath(handOutId)}/recount`),
    staleTime: 0,
  });

export const useDeliveries = (handOutId: string) =>
  useQuery({
    queryKey: [...HAND_OUTS, handOutId, 'deliveries'],
    queryFn: () => getJson(z.array(HandOutDelivery), `${handOutPath(handOutId)}/deliveries`),
  });

export const useReaders = (groupId: string) =>
  useQuery({
    queryKey: [...HAND_OUTS, 'readers', groupId],
    queryFn: () => getJson(z.array(ListedReader), `/api/records/groups/${encodeURIComponent(groupId)}/readers`),
    staleTime: 0,
  });
