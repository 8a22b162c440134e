import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { HandOutDesk } from '#data/schema/records/hand-out.ts';
import { getJson } from '#web/records/shared/send.ts';

/** What the address asks for beyond the group: a meeting, or other days. */
export type Wish = { readonly meetingId?: string; readonly from?: string; readonly to?: string };

export const deskKey = (groupId: string) => ['hand-out-desk', groupId] as const;
export const deskPath = (groupId: string): string => `/api/records/groups/${encodeURIComponent(groupId)}/hand-out`;

/** Everything that could stand on the group's page. A wish counts until something is kept: then the draft says what it is. */
export function useDeskQuery(groupId: string, wish: Wish) {
  const queries = useQueryClient();
  return useQuery({ ...deskQuery(queries, groupId, wish), staleTime: 0, gcTime: 0 }); // gone with its screen: another page may be suggested by then
}

export const deskQuery = (queries: QueryClient, groupId: string, wish: Wish) => ({
  queryKey: deskKey(groupId),
  queryFn: () => {
    const hasDraft = queries.getQueryData<HandOutDesk>(deskKey(groupId))?.draft;
    const asked = hasDraft ? '' : new URLSearchParams(wish).toString();
    return getJson(HandOutDesk, `${deskPath(groupId)}${asked && `?${asked}`}`);
  },
});
