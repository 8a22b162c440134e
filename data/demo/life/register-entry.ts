import { REGISTER } from '#data/register/catalog.ts';
import { checkFields } from '#data/register/fields-schema.ts';
import type { RegisterEntry, RegisterKind } from '#data/schema/records/register.ts';
import { keptAt, momentOf, reference } from './kept.ts';
import { CHIEF, COORDINATOR } from './people.ts';

type Written = Pick<RegisterEntry, 'title' | 'status' | 'ownerId' | 'happenedOn' | 'fields'> & Partial<RegisterEntry>;

/** Entries of one kind, numbered in their order; approved by the chief where the kind asks for it. */
export function entriesOf(kind: RegisterKind, written: readonly Written[]): RegisterEntry[] {
  const { letters, needsChief } = REGISTER[kind];
  return written.map((entry, i) => {
    const isApproved = needsChief && entry.status !== 'proposed';
    const { fields, faults } = checkFields(kind, entry.fields);
    if (fields === null)
      throw new RangeError(
        `${kind} “${entry.title}”: ${faults.map(({ path, message }) => `${path}: ${message}`).join(' ')}`,
      );
    const release = entry.release ?? 'internal';
    return {
      entryId: reference(letters, i + 1),
      kind,
      groupId: null,
      concernIds: [],
      dueOn: null,
      release: 'internal',
      released:
        release === 'internal'
          ? null
          : { by: COORDINATOR, at: momentOf(entry.happenedOn), why: 'Read through; nobody is named.', cleared: [] },
      approvedBy: isApproved ? CHIEF : null,
      approvedOn: isApproved ? entry.happenedOn : null,
      ...keptAt(entry.happenedOn, entry.ownerId ?? 'system'),
      ...entry,
      fields,
    };
  });
}
