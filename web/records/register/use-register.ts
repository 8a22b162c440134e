import { useQuery } from '@tanstack/react-query';
import type { RegisterKind } from '#data/schema/records/register.ts';
import { EntryList, EntryPage, KindCounts, RegisterChoices } from '#data/schema/records/register-answers.ts';
import { getJson } from '#web/records/shared/send.ts';

export const registerPath = (kind: RegisterKind, entryId?: string): string =>
  `/api/records/register/${kind}${entryId === undefined ? '' : `/${encodeURIComponent(entryId)}`}`;

export const useCounts = () =>
  useQuery({ queryKey: ['register', 'counts'], queryFn: () => getJson(KindCounts, '/api/records/register') });

/** Names of people, groups and concerns, and who is asking. */
export const useChoices = () =>
  useQuery({
    queryKey: ['register-choices'],
    queryFn: () => getJson(RegisterChoices, '/api/records/register-choices'),
    staleTime: 60_000,
  });

export type EntryFilter = { open: boolean; groupId: string; words: string };

export function useEntries(kind: RegisterKind, { open, groupId, words }: EntryFilter) {
  const asked = new URLSearchParams({
    limit: '200',
    ...(open ? { open: 'true' } : {}),
    ...(groupId === '' ? {} : { groupId }),
    ...(words.trim() === '' ? {} : { words: words.trim() }),
  });
  return useQuery({
    queryKey: ['register', kind, asked.toString()],
    queryFn: () => getJson(EntryList, `${registerPath(kind)}?${asked}`),
  });
}

export const useEntry = (kind: RegisterKind, entryId: string) =>
  useQuery({
    queryKey: ['register', kind, 'entry', entryId],
    queryFn: () => getJson(EntryPage, registerPath(kind, entryId)),
  });
