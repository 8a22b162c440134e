import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { Bulletin, Pattern, PatternLine } from '#data/schema/records/pattern.ts';
import { useMay } from '#web/ask/session.tsx';
import { getJson } from '#web/records/shared/send.ts';

export const PATTERNS = ['patterns'] as const;

export const pathOf = (patternId: string): string => `/api/records/patterns/${encodeURIComponent(patternId)}`;
export const keyOf = (patternId: string) => [...PATTERNS, 'one', patternId] as const;

export type Status = Pattern['status'] | 'all';

export function usePatterns(status: Status) {
  return useQuery({
    queryKey: [...PATTERNS, 'list', status],
    queryFn: () => getJson(z.array(PatternLine), `/api/records/patterns?status=${status}`),
    enabled: useMay('pattern.read'),
    staleTime: 0,
    placeholderData: (shown) => shown,
  });
}

export const PatternSheet = z.object({ pattern: Pattern, bulletins: z.array(Bulletin) });
export type PatternSheet = z.infer<typeof PatternSheet>;

export function usePattern(patternId: string) {
  return useQuery({
    queryKey: keyOf(patternId),
    queryFn: () => getJson(PatternSheet, pathOf(patternId)),
    enabled: useMay('pattern.read'),
    staleTime: 0,
  });
}

const ListedGroup = z.object({ groupId: z.string(), name: z.string(), liaisonId: z.string().nullable() });
const NO_GROUPS: z.infer<typeof ListedGroup>[] = [];

/** The registered groups by name, for whoever reads patterns. */
export function useGroupNames() {
  const { data = NO_GROUPS } = useQuery({
    queryKey: ['groups', 'names'],
    queryFn: () => getJson(z.array(ListedGroup), '/api/records/groups'),
    enabled: useMay('group.read'),
  });
  const names = new Map(data.map(({ groupId, name }) => [groupId, name]));
  return { groups: data, groupName: (groupId: string) => names.get(groupId) ?? groupId };
}
