import { may } from '#data/schema/permissions.ts';
import { fullName } from '#data/schema/records/person.ts';
import { useSession } from '#web/ask/session.tsx';
import { useConcernNames } from '#web/records/shared/concern-names.ts';
import { listed } from '#web/ui/words.ts';

export type Addressee = { personId: string; label: string };

/** Who is told of a verdict on these groups: their liaison officers first, and everybody else who may read patterns. */
export function useAddressees(groupIds: readonly string[]) {
  const { personId: me } = useSession();
  const { people, groups } = useConcernNames();
  const touched = groupIds.flatMap((groupId) => groups.find((group) => group.groupId === groupId) ?? []);
  const readers = people.filter(({ personId, role }) => personId !== me && may(role, 'pattern.read'));
  const officers = [...new Set(touched.map(({ liaisonId }) => liaisonId))]
    .flatMap((liaisonId) => readers.find(({ personId }) => personId === liaisonId) ?? [])
    .map((person) => {
      const theirs = touched.filter(({ liaisonId }) => liaisonId === person.personId).map(({ name }) => name);
      return { personId: person.personId, label: `${fullName(person)}, ${listed(theirs)}` };
    });
  return {
    groupIds: touched.map(({ groupId }) => groupId), // those that are in the registry
    officers,
    readers: readers.map((person) => ({ personId: person.personId, label: fullName(person) })),
    without: touched.filter(({ liaisonId }) => liaisonId === null).map(({ name }) => name),
    nameOf: (personId: string) => {
      const person = people.find((each) => each.personId === personId);
      return person ? fullName(person) : personId;
    },
  };
}
