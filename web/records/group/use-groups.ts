import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { AreaProperties } from '#data/schema/area.ts';
import { ConcernList } from '#data/schema/records/concern-filing.ts';
import { Contact, GroupPromise, Meeting } from '#data/schema/records/contact.ts';
import { BoundaryGeometry, BoundaryVersion, Designation, Group, Representative } from '#data/schema/records/group.ts';
import { useMay, useSession } from '#web/ask/session.tsx';
import { getJson } from '#web/records/shared/send.ts';

export const GROUPS = ['groups'] as const;

const ListedGroup = Group.extend({ lastContactAt: z.string().nullable() });
export type ListedGroup = z.infer<typeof ListedGroup>;

const Ground = z.object({ id: z.string(), properties: AreaProperties, geometry: BoundaryGeometry });
export type Ground = z.infer<typeof Ground>;
export type Geometry = BoundaryVersion['geometry'];

export const useGroups = () =>
  useQuery({
    queryKey: [...GROUPS, 'list'],
    queryFn: () => getJson(z.array(ListedGroup), '/api/records/groups'),
    staleTime: 0,
  });

/** The boundaries that hold on a day. */
export const useGrounds = (on: string) =>
  useQuery({
    queryKey: [...GROUPS, 'grounds', on],
    queryFn: async () =>
      (await getJson(z.object({ features: z.array(Ground) }), `/api/groups/boundaries?on=${on}`)).features,
    placeholderData: (shown) => shown,
  });

/** The next planned meeting of each group. */
export function useNextMeetings(): ReadonlyMap<string, Meeting> {
  const { nowLocal } = useSession();
  const mayRead = useMay('meeting.read');
  const from = nowLocal.slice(0, 10);
  const { data = [] } = useQuery({
    queryKey: ['meetings', 'from', from],
    queryFn: () => getJson(z.array(Meeting), `/api/records/meetings?from=${from}`),
    enabled: mayRead,
  });
  const soonest = data
    .filter(({ status, startsAt }) => status === 'planned' && startsAt >= nowLocal)
    .sort((a, b) => b.startsAt.localeCompare(a.startsAt));
  return new Map(soonest.map((meeting) => [meeting.groupId, meeting])); // the soonest comes last and stays
}

const OneGroup = z.object({ group: Group, designations: z.array(Designation) });

export const useGroup = (groupId: string) =>
  useQuery({
    queryKey: [...GROUPS, groupId],
    queryFn: () => getJson(OneGroup, `/api/records/groups/${groupId}`),
    staleTime: 0,
  });

export const useVersions = (groupId: string) =>
  useQuery({
    queryKey: [...GROUPS, groupId, 'boundaries'],
    queryFn: () => getJson(z.array(BoundaryVersion), `/api/records/groups/${groupId}/boundaries`),
  });

export const useRepresentatives = (groupId: string) =>
  useQuery({
    queryKey: [...GROUPS, groupId, 'representatives'],
    queryFn: () => getJson(z.array(Representative), `/api/records/groups/${groupId}/representatives`),
    enabled: useMay('representative.read'),
  });

export const useMeetings = (groupId: string) =>
  useQuery({
    queryKey: ['meetings', groupId],
    queryFn: () => getJson(z.array(Meeting), `/api/records/meetings?groupId=${groupId}`),
    enabled: useMay('meeting.read'),
  });

export const usePromises = (groupId: string) =>
  useQuery({
    queryKey: ['promises', groupId],
    queryFn: () => getJson(z.array(GroupPromise), `/api/records/promises?groupId=${groupId}`),
    enabled: useMay('promise.read'),
  });

export const useContacts = (groupId: string) =>
  useQuery({
    queryKey: ['contacts', groupId],
    queryFn: () => getJson(z.array(Contact), `/api/records/contacts?groupId=${groupId}&limit=8`),
    enabled: useMay('contact.read'),
  });

export const useConcerns = (groupId: string, status: 'waiting' | 'closed') =>
  useQuery({
    queryKey: ['concerns', 'of-group', groupId, status],
    queryFn: () => getJson(ConcernList, `/api/records/concerns?group=${groupId}&status=${status}`),
    enabled: useMay('concern.read'),
  });
