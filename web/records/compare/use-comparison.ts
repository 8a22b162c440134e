import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { z } from 'zod';
import { Comparison } from '#data/schema/records/comparison.ts';
import { Group } from '#data/schema/records/group.ts';
import { getJson } from '#web/records/shared/send.ts';

/** What the address asks: groups in their order (usually two), a kind of call, and days where they are named. */
export type Asked = {
  readonly groupIds: readonly string[];
  readonly category: string;
  readonly from: string | null;
  readonly to: string | null;
};

const USUAL_KIND = 'noise';

export function useAsked() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const asked: Asked = {
    groupIds: ['a', 'b', 'c'].flatMap((name) => listOf(search[name])),
    category: textOf(search.category) ?? USUAL_KIND,
    from: textOf(search.from),
    to: textOf(search.to),
  };
  const ask = ({ groupIds: [a = '', b = ''], category, from, to }: Asked) =>
    void navigate({
      to: '/compare',
      search: Object.fromEntries(
        Object.entries({ a, b, category, from, to }).filter((entry): entry is [string, string] => Boolean(entry[1])),
      ),
    });
  return { asked, ask };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const listOf = (value: unknown): string[] => [value].flat().flatMap((each) => textOf(each) ?? []);

export function useComparison({ groupIds, category, from, to }: Asked) {
  const query = new URLSearchParams({
    ...{ groups: groupIds.join(','), category },
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  });
  return useQuery({
    queryKey: ['comparison', query.toString()],
    queryFn: () => getJson(Comparison, `/api/records/comparison?${query}`),
    enabled: groupIds.length > 0,
    placeholderData: keepPreviousData,
  });
}

export const useNames = () =>
  useQuery({
    queryKey: ['groups', 'list'],
    queryFn: () => getJson(z.array(Group.extend({ lastContactAt: z.string().nullable() })), '/api/records/groups'),
  });
