import { eq, sql } from 'drizzle-orm';
import type { Acting } from '#data/schema/records/person.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import { RecordRefused } from '#server/errors.ts';
import type { Tx } from './record-store.ts';
import { type EntryDraft, openStates } from './register-draft.ts';
import { registerEntry } from './tables/notices.ts';

export async function mustNameSomeone(_tx: Tx, _: Acting, draft: EntryDraft): Promise<EntryDraft> {
  if (draft.ownerId === null) throw new RecordRefused('ownerId', 'Name the person.');
  return draft;
}

/** One coordinator at a time (P3103 V.B.1): the one before ends that day, and open work goes to the one after. */
export async function handOverPost(
  tx: Tx,
  acting: Acting,
  sent: EntryDraft,
  current: RegisterEntry | null,
): Promise<EntryDraft> {
  const draft = await mustNameSomeone(tx, acting, sent);
  if (current !== null) return keepMade(draft, current);
  const [before] = await tx
    .select()
    .from(registerEntry)
    .where(sql`${registerEntry.kind} = 'appointment' and ${registerEntry.status} = 'current'`);
  if (before === undefined) return { ...draft, status: 'current', fields: { ...draft.fields, ...NOTHING_HANDED_OVER } };
  if (draft.happenedOn < before.happenedOn)
    throw new RecordRefused('happenedOn', `The coordinator before was appointed on ${before.happenedOn}.`);
  await tx
    .update(registerEntry)
    .set({
      status: 'ended',
      fields: { ...before.fields, endedOn: draft.happenedOn },
      revision: before.revision + 1,
      updatedAt: acting.nowLocal,
      updatedBy: acting.actor.personId,
    })
    .where(eq(registerEntry.entryId, before.entryId));
  const { rows } = await tx.execute<{ pieces: number }>(
    sql`select hand_over(${before.ownerId}, ${draft.ownerId}, ${acting.nowLocal}::timestamp, ${openStates()}::jsonb) as pieces`,
  );
  const handed = { handedOverBy: before.ownerId, handedOver: rows[0]?.pieces ?? 0, endedOn: null };
  return { ...draft, status: 'current', fields: { ...draft.fields, ...handed } };
}

const NOTHING_HANDED_OVER = { handedOverBy: null, handedOver: null, endedOn: null };

function keepMade(draft: EntryDraft, { fields }: RegisterEntry): EntryDraft {
  const { handedOverBy, handedOver } = fields;
  const endedOn = draft.status === 'ended' ? (fields.endedOn ?? null) : null;
  return { ...draft, fields: { ...draft.fields, handedOverBy, handedOver, endedOn } };
}
