import { useState } from 'react';
import type { ListedGroup } from './use-groups.ts';

export type Filter = { text: string; kind: string; district: string; liaison: string; status: string };
export const EVERYTHING: Filter = { text: '', kind: '', district: '', liaison: '', status: '' };

export function useFilter() {
  const [filter, setFilter] = useState(EVERYTHING);
  return { filter, set: (changed: Partial<Filter>) => setFilter((before) => ({ ...before, ...changed })) };
}

/** The groups that fit every part of what was asked; an empty part asks nothing. */
export function fitting(
  groups: readonly ListedGroup[],
  { text, kind, district, liaison, status }: Filter,
): ListedGroup[] {
  const sought = text.trim().toLowerCase();
  return groups.filter(
    (group) =>
      (sought === '' || `${group.name} ${group.meetingPattern}`.toLowerCase().includes(sought)) &&
      (kind === '' || group.kind === kind) &&
      (district === '' || group.district === district) &&
      (liaison === '' || group.liaisonId === liaison) &&
      (status === '' || group.status === status),
  );
}
