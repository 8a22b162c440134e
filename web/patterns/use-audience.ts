import { useState } from 'react';
import { may } from '#data/schema/permissions.ts';
import { fullName } from '#data/schema/records/person.ts';
import { useSession } from '#web/ask/session.tsx';
import { useConcernNames } from '#web/records/shared/concern-names.ts';

type Named = { readonly value: string; readonly label: string };

export type Audience = {
  readonly chosen: readonly Named[]; // personIds
  readonly others: readonly Named[];
  readonly choose: (personIds: string[]) => void;
};

/** Who gets the bulletin: the officers of the groups it touches, until a person chooses otherwise. */
export function useAudience(groupIds: readonly string[]): Audience {
  const { personId } = useSession();
  const { people, groups } = useConcernNames();
  const [picked, setPicked] = useState<string[] | null>(null);
  const readers = people.filter((each) => may(each.role, 'pattern.read') && each.personId !== personId);
  const officers = groups.flatMap(({ groupId, liaisonId }) =>
    groupIds.includes(groupId) && liaisonId ? [liaisonId] : [],
  );
  const wanted = picked ?? [...new Set(officers)];
  const named = readers.map((each): Named => ({ value: each.personId, label: fullName(each) }));
  return {
    chosen: wanted.flatMap((value) => named.find((each) => each.value === value) ?? []),
    others: named.filter(({ value }) => !wanted.includes(value)).toSorted((a, b) => a.label.localeCompare(b.label)),
    choose: setPicked,
  };
}
