import { useQuery } from '@tanstack/react-query';
import { CATEGORIES } from '#data/codes/categories.ts';
import { Assignees } from '#data/schema/records/concern-filing.ts';
import { useMay } from '#web/ask/session.tsx';
import { getJson } from './send.ts';

const NOBODY: Assignees = { people: [], groups: [], units: [], meetings: [], triageDays: 2, actionDays: 7 };

/** Names of people, groups and units, and the department's limits; ids as they stand for who may not read them. */
export function useConcernNames() {
  const mayRead = useMay('concern.file');
  const { data = NOBODY } = useQuery({
    queryKey: ['concern-names'],
    queryFn: () => getJson(Assignees, '/api/records/concerns/known'),
    enabled: mayRead,
  });
  const person = new Map(data.people.map(({ personId, name }) => [personId, name]));
  const group = new Map(data.groups.map(({ groupId, name }) => [groupId, name]));
  return {
    ...data,
    nameOf: (personId: string) => person.get(personId) ?? personId,
    groupName: (groupId: string) => group.get(groupId) ?? groupId,
  };
}

export const kindLabel = (category: string | null): string =>
  CATEGORIES.find((each) => each.category === category)?.label ?? '';
