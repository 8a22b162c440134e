import { and, eq, ne } from 'drizzle-orm';
import type { Acting } from '#data/schema/records/person.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import { RecordRefused } from '#server/errors.ts';
import type { Tx } from './record-store.ts';
import type { EntryDraft } from './register-draft.ts';
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
  if (entry.status !== 'current') return;
  const others = await tx
    .select()
    .from(registerEntry)
    .where(
      and(
        eq(registerEntry.kind, 'liaison'),
        eq(registerEntry.groupId, groupId),
        eq(registerEntry.status, 'current'),
        ne(registerEntry.entryId, entryId),
      ),
    );
  for (const other of others)
    await tx
      .update(registerEntry)
      .set({
        status: 'ended',
        fields: { ...other.fields, endedOn: entry.happenedOn },
        ...life,
        revision: other.revision + 1,
      })
      .where(eq(registerEntry.entryId, other.entryId));
}
