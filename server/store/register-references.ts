import { inArray } from 'drizzle-orm';
import type { RegisterField } from '#data/register/field.ts';
import { type FieldFault, fieldsFor } from '#data/register/fields-schema.ts';
import type { RegisterKind } from '#data/schema/records/register.ts';
import type { Tx } from './record-store.ts';
import type { EntryDraft } from './register-draft.ts';
import { concern } from './tables/concerns.ts';
import { group } from './tables/groups.ts';
import { registerEntry } from './tables/notices.ts';
import { person } from './tables/people.ts';

type Named = {
  readonly path: string;
  readonly type: 'person' | 'group' | 'concern' | RegisterKind;
  readonly id: string;
};

/** A fault for every person, group, concern or entry that a draft names and that is not here. */
export async function checkReferences(tx: Tx, kind: RegisterKind, draft: EntryDraft): Promise<FieldFault[]> {
  const named: Named[] = [
    ...(draft.ownerId === null ? [] : [{ path: 'ownerId', type: 'person' as const, id: draft.ownerId }]),
    ...(draft.groupId === null ? [] : [{ path: 'groupId', type: 'group' as const, id: draft.groupId }]),
    ...draft.concernIds.map((id, at) => ({ path: `concernIds.${at}`, type: 'concern' as const, id })),
    ...namedIn(fieldsFor(kind, draft.fields), draft.fields, 'fields'),
  ];
  const here = await findHere(tx, named);
  return named
    .filter(({ type, id }) => !here.has(`${type} ${id}`))
    .map(({ path, id }) => ({ path, message: `${id} is not here.` }));
}

function namedIn(fields: readonly RegisterField[], values: Record<string, unknown>, at: string): Named[] {
  return fields.flatMap((field): Named[] => {
    const value = values[field.name];
    const path = `${at}.${field.name}`;
    if (field.type === 'rows' && Array.isArray(value))
      return value.flatMap((row: Record<string, unknown>, n) => namedIn(field.columns, row, `${path}.${n}`));
    if (typeof value !== 'string') return [];
    if (field.type === 'entry') return [{ path, type: field.of, id: value }];
    return field.type === 'person' || field.type === 'group' ? [{ path, type: field.type, id: value }] : [];
  });
}

async function findHere(tx: Tx, named: readonly Named[]): Promise<Set<string>> {
  const idsOf = (type: Named['type']) => [...new Set(named.filter((one) => one.type === type).map(({ id }) => id))];
  const entryIds = named.filter(({ type }) => !['person', 'group', 'concern'].includes(type)).map(({ id }) => id);
  const [people, groups, concerns, entries] = [idsOf('person'), idsOf('group'), idsOf('concern'), entryIds];
  const here = new Set<string>();
  if (people.length > 0)
    for (const { id } of await tx.select({ id: person.personId }).from(person).where(inArray(person.personId, people)))
      here.add(`person ${id}`);
  if (groups.length > 0)
    for (const { id } of await tx.select({ id: group.groupId }).from(group).where(inArray(group.groupId, groups)))
      here.add(`group ${id}`);
  if (concerns.length > 0)
    for (const { id } of await tx
      .select({ id: concern.concernId })
      .from(concern)
      .where(inArray(concern.concernId, concerns)))
      here.add(`concern ${id}`);
  if (entries.length > 0)
    for (const { id, kind } of await tx
      .select({ id: registerEntry.entryId, kind: registerEntry.kind })
      .from(registerEntry)
      .where(inArray(registerEntry.entryId, entries)))
      here.add(`${kind} ${id}`);
  return here;
}
