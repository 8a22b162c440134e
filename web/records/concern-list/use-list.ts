import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ConcernList } from '#data/schema/records/concern-filing.ts';
import { getJson } from '#web/records/shared/send.ts';

export const TABS = ['waiting', 'overdue', 'closed'] as const;
export type Tab = (typeof TABS)[number];

const NAMES = ['text', 'group', 'owner', 'mine', 'batch', 'page'] as const;
export type Filter = { tab: Tab } & { [Name in (typeof NAMES)[number]]: string };

/** The list's filter, kept in the address, so that a list can be mailed and the way back finds it again. */
export function useFilter() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const said = (name: string): string => (typeof search[name] === 'string' ? search[name] : '');
  const filter: Filter = {
    tab: TABS.find((tab) => tab === said('tab')) ?? 'waiting',
    text: said('text'),
    group: said('group'),
    owner: said('owner'),
    mine: said('mine'),
    batch: said('batch'),
    page: said('page'),
  };
  const set = (changed: Partial<Filter>) => {
    const next: Filter = { ...filter, page: '', ...changed };
    const kept = Object.entries({ ...next, tab: next.tab === 'waiting' ? '' : next.tab }).filter(([, value]) => value);
    void navigate({ to: '.', search: Object.fromEntries(kept), replace: true });
  };
  return { filter, set };
}

export function useList({ tab, ...rest }: Filter) {
  const asked = new URLSearchParams({ status: tab });
  for (const name of NAMES) if (rest[name] !== '') asked.set(name, rest[name]);
  return useQuery({
    queryKey: ['concerns', asked.toString()],
    queryFn: () => getJson(ConcernList, `/api/records/concerns?${asked}`),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}
