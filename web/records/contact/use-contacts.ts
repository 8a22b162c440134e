import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { z } from 'zod';
import { quarterBefore, quarterOf, type Span } from '#analysis/duty/spans.ts';
import { Contact, ContactFields } from '#data/schema/records/contact.ts';
import { DutyBoard } from '#data/schema/records/duty.ts';
import { getJson } from '#web/records/shared/send.ts';

export const CONTACTS_KEY = ['contacts'];
const A_PAGE = 50;
const QUARTERS_OFFERED = 8;
const NAMES = ['group', 'officer', 'quarter', 'result'] as const;

export type Filter = { [Name in (typeof NAMES)[number]]: string };

/** Which contacts, kept in the address: a group's page and a duty's row link here with their group. */
export function useFilter() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const said = (name: string): string => (typeof search[name] === 'string' ? search[name] : '');
  const result = ContactFields.shape.result.safeParse(said('result')).data ?? '';
  const filter: Filter = { group: said('group'), officer: said('officer'), quarter: said('quarter'), result };
  const set = (changed: Partial<Filter>) => {
    const kept = Object.entries({ ...filter, ...changed }).filter(([, value]) => value !== '');
    void navigate({ to: '.', search: Object.fromEntries(kept), replace: true });
  };
  return { filter, set };
}

/** The quarter of today and those before it. */
export function quartersTo(today: string): Span[] {
  const quarters = [quarterOf(today)];
  for (let quarter = quarterOf(today); quarters.length < QUARTERS_OFFERED; quarters.push(quarter))
    quarter = quarterBefore(quarter);
  return quarters;
}

/** The log, newest first, a page at a time. */
export function useContacts({ group, officer, quarter, result }: Filter, today: string, enabled: boolean) {
  const span = quartersTo(today).find(({ label }) => label === quarter);
  const asked = new URLSearchParams({ limit: String(A_PAGE) });
  const asks = { groupId: group, officerId: officer, result, from: span?.from ?? '', to: span?.to ?? '' };
  for (const [name, value] of Object.entries(asks)) if (value !== '') asked.set(name, value);
  return useInfiniteQuery({
    queryKey: [...CONTACTS_KEY, 'log', asked.toString()],
    queryFn: ({ pageParam }) =>
      getJson(z.array(Contact), `/api/records/contacts?${asked}${pageParam === '' ? '' : `&before=${pageParam}`}`),
    initialPageParam: '',
    getNextPageParam: (page) => (page.length < A_PAGE ? undefined : page.at(-1)?.contactId),
    staleTime: 0,
    enabled,
  });
}

/** Groups, their representatives and our people by name; ids as they stand until they are read. */
export function useNames(enabled: boolean) {
  const { data } = useQuery({
    queryKey: ['duties', 'board', null],
    queryFn: () => getJson(DutyBoard, '/api/records/duties/board'),
    enabled,
  });
  const groups = data?.groups ?? [];
  const people = data?.people ?? [];
  return {
    groups,
    people,
    groupName: (groupId: string) => groups.find((each) => each.groupId === groupId)?.name ?? groupId,
    nameOf: (personId: string) => people.find((each) => each.personId === personId)?.name ?? personId,
    speakerName: ({ groupId, representativeId }: Contact) =>
      groups
        .find((each) => each.groupId === groupId)
        ?.representatives.find((each) => each.representativeId === representativeId)?.name,
  };
}
export type Names = ReturnType<typeof useNames>;
