import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { AuditLine, AuditVerdict } from '#data/schema/records/audit.ts';
import { getJson } from '#web/records/shared/send.ts';

export type Filters = { person: string; kind: string; action: string; from: string; to: string };
export const NO_FILTERS: Filters = { person: '', kind: '', action: '', from: '', to: '' };

/** The filters as the server reads them; `before` a line for the next page. */
export function queryOf(filters: Filters, before: number | null = null): string {
  const asked = Object.entries(filters).filter(([, value]) => value !== '');
  return new URLSearchParams([...asked, ...(before === null ? [] : [['before', String(before)]])]).toString();
}

const Names = z.object({
  kinds: z.array(z.string()),
  people: z.array(z.object({ personId: z.string(), name: z.string() })),
});

/** The people and kinds that the audit names. */
export function useNames(enabled: boolean) {
  const { data } = useQuery({
    queryKey: ['audit', 'names'],
    queryFn: () => getJson(Names, '/api/audit/names'),
    enabled,
  });
  const names = new Map(data?.people.map(({ personId, name }) => [personId, name]));
  return { kinds: data?.kinds ?? [], people: data?.people ?? [], nameOf: (id: string) => names.get(id) ?? id };
}

/** Whether the chain is whole and passes through the heads that were kept, judged anew whenever it is asked. */
export const useVerdict = (enabled: boolean) =>
  useQuery({
    queryKey: ['audit', 'verdict'],
    queryFn: () => getJson(AuditVerdict, '/api/audit/verdict'),
    enabled,
    staleTime: 0,
  });

const Page = z.object({ lines: z.array(AuditLine), hasMore: z.boolean() });

/** The lines that fit, newest first, a page at a time. */
export const useLines = (filters: Filters, enabled: boolean) =>
  useInfiniteQuery({
    queryKey: ['audit', 'lines', filters],
    queryFn: ({ pageParam }) => getJson(Page, `/api/audit?${queryOf(filters, pageParam)}`),
    initialPageParam: null as number | null,
    getNextPageParam: ({ lines, hasMore }) => (hasMore ? (lines.at(-1)?.number ?? null) : null),
    enabled,
    staleTime: 0,
  });
