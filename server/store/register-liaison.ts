import { and, eq } from 'drizzle-orm';
import { REGISTER } from '#data/register/catalog.ts';
import { servesOf } from '#data/register/liaison.ts';
import type { Group } from '#data/schema/records/group.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import { RecordRefused } from '#server/errors.ts';
import { born, nextReference } from './kept.ts';
import type { Tx } from './record-store.ts';
import type { EntryDraft } from './register-draft.ts';
import { mustKeep } from './register-keepers.ts';
import { group } from './tables/groups.ts';
import { registerEntry } from './tables/notices.ts';

export async function mustServe(_tx: Tx, _: Acting, draft: EntryDraft): Promise<EntryDraft> {
  if (draft.ownerId === null) throw new RecordRefused('ownerId', 'Name the liaison officer.');
  if (draft.groupId === null && (draft.fields.business ?? '') === '')
    throw new RecordRefused('groupId', 'Name the group, or the business below.');
  return draft;
}

/** A group has one liaison: the one before ends, and the registry names the new one. */
export async function endOthersOf(tx: Tx, acting: Acting, entry: RegisterEntry): Promise<void> {
  const { groupId, entryId, ownerId } = entry;
  if (groupId === null) return;
  const life = { updatedAt: acting.nowLocal, updatedBy: acting.actor.personId };
  const [served] = await tx.select().from(group).where(eq(group.groupId, groupId));
  if (served === undefined) return;
  const liaisonId = entry.status === 'current' ? ownerId : served.liaisonId === ownerId ? null : served.liaisonId;
  if (liaisonId !== served.liaisonId)
    await tx
      .update(group)
      .set({ liaisonId, ...life, revision: served.revision + 1 })
      .where(eq(group.groupId, groupId));
  if (entry.status === 'current') await endCurrent(tx, acting, { groupId, besides: entryId, on: entry.happenedOn });
}

/**
 * A liaison named in the registry of groups stands in the register too (P3103 V.B.2.a): the entry before ends,
 * the new one begins today. Whoever may not name one there may not on the group's page.
 */
export async function keepLiaison(tx: Tx, acting: Acting, named: Group, before: string | null): Promise<void> {
  const { groupId, liaisonId } = named;
  if (liaisonId === before) return;
  mustKeep('liaison', acting);
  const on = acting.nowLocal.slice(0, 10);
  const besides = liaisonId === null ? null : await beginLiaison(tx, acting, named, liaisonId);
  await endCurrent(tx, acting, { groupId, besides, on });
}

async function beginLiaison(tx: Tx, acting: Acting, { groupId, name, kind }: Group, ownerId: string): Promise<string> {
  const known = (await currentOf(tx, groupId)).find((entry) => entry.ownerId === ownerId);
  if (known !== undefined) return known.entryId;
  const entryId = await nextReference(tx, REGISTER.liaison.letters);
  await tx.insert(registerEntry).values({
    ...born(acting),
    ...{ entryId, kind: 'liaison', groupId, concernIds: [], title: name, status: 'current', ownerId },
    ...{ happenedOn: acting.nowLocal.slice(0, 10), dueOn: null, release: 'internal' },
    fields: { serves: servesOf(kind), business: '', endedOn: null, note: '' },
  });
  return entryId;
}

const currentOf = (tx: Tx, groupId: string) =>
  tx
    .select()
    .from(registerEntry)
    .where(
      and(eq(registerEntry.kind, 'liaison'), eq(registerEntry.groupId, groupId), eq(registerEntry.status, 'current')),
    );

type Ending = { readonly groupId: string; readonly besides: string | null; readonly on: string };

async function endCurrent(tx: Tx, acting: Acting, { groupId, besides, on }: Ending): Promise<void> {
  const life = { updatedAt: acting.nowLocal, updatedBy: acting.actor.personId };
  for (const { entryId, fields, revision } of await currentOf(tx, groupId)) {
    if (entryId === besides) continue;
    await tx
      .update(registerEntry)
      .set({ status: 'ended', fields: { ...fields, endedOn: on }, ...life, revision: revision + 1 })
      .where(eq(registerEntry.entryId, entryId));
  }
}
