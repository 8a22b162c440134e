import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { ListedReader } from '#data/schema/records/hand-out.ts';
import { useMay } from '#web/ask/session.tsx';
import { getJson } from '#web/records/shared/send.ts';
import { GROUPS } from './use-groups.ts';

export const useReaders = (groupId: string) =>
  useQuery({
    queryKey: [...GROUPS, groupId, 'readers'],
    queryFn: () => getJson(z.array(ListedReader), `/api/records/groups/${encodeURIComponent(groupId)}/readers`),
    enabled: useMay('hand-out.read'),
    staleTime: 0, // a reader may end it at any time, by the link in a letter
  });
