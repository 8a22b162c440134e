import { isProtected, readsProtected } from '#data/codes/protected-kinds.ts';
import { may } from '#data/schema/permissions.ts';
import { fullName } from '#data/schema/records/person.ts';
import type { Role } from '#data/schema/release-level.ts';
import { useSession } from '#web/ask/session.tsx';
import { useConcernNames } from '#web/records/shared/concern-names.ts';
import { listed } from '#web/ui/words.ts';

export type Addressee = { personId: string; label: string };

/** Who is told of a verdict on these groups: their liaison officers first, and everybody else who may read it. */
export function useAddressees(groupIds: readonly string[], category: string | null) {
  const { personId: me } = useSession();
  const { people, groups } = useConcernNames();
  const touched = groupIds.flatMap((groupId) => groups.find((group) => group.groupId === groupId) ?? []);
  const receives = (role: Role) => !isProtected(category) || readsProtected(role);
  const readers = people.filter(({ personId, role }) => personId !== me && may(role, 'pattern.read') && receives(role));
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
    barred: people // officers of these groups who receive no calls of this kind
      .filter(({ personId, role }) => !receives(role) && touched.some(({ liaisonId }) => liaisonId === personId))
      .map(fullName),
    without: touched.filter(({ liaisonId }) => liaisonId === null).map(({ name }) => name),
    nameOf: (personId: string) => {
      const person = people.find((each) => each.personId === personId);
      return person ? fullName(person) : personId;
    },
  };
}
