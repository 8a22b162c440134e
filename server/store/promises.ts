import { and, asc, eq, lt } from 'drizzle-orm';
import type { GroupPromise } from '#data/schema/records/contact.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { RecordMissing, RecordRefused } from '#server/errors.ts';
import { getGroup } from './groups.ts';
import { born, grown, nextReference } from './kept.ts';
import type { Tx } from './record-store.ts';
import { meeting, promise } from './tables/contacts.ts';
import { person } from './tables/people.ts';

type Fields = Pick<GroupPromise, 'groupId' | 'meetingId' | 'concernId' | 'words' | 'promisedOn' | 'dueOn' | 'ownerId'>;
export type PromiseQuestion = {
  readonly groupId?: string | undefined;
  readonly status?: GroupPromise['status'] | undefined;
  readonly isLate?: boolean | undefined;
};
const MOST = 500;

/** The earliest due first. Late: open, and its day has passed. */
export async function listPromises(tx: Tx, { nowLocal }: Acting, asked: PromiseQuestion): Promise<GroupPromise[]> {
  const status = asked.isLate ? 'open' : asked.status;
  return tx
    .select()
    .from(promise)
    .where(
      and(
        asked.groupId ? eq(promise.groupId, asked.groupId) : undefined,
        status ? eq(promise.status, status) : undefined,
        asked.isLate ? lt(promise.dueOn, nowLocal.slice(0, 10)) : undefined,
      ),
    )
    .orderBy(asc(promise.dueOn), asc(promise.promiseId))
    .limit(MOST);
}

export async function makePromise(tx: Tx, acting: Acting, fields: Fields): Promise<GroupPromise> {
  await getGroup(tx, fields.groupId);
  if (fields.dueOn < fields.promisedOn) throw new RecordRefused('dueOn', 'It falls due before it was promised.');
  const [owner] = await tx.select({ id: person.personId }).from(person).where(eq(person.personId, fields.ownerId));
  if (owner === undefined) throw new RecordRefused('ownerId', `No person is called ${fields.ownerId}.`);
  if (fields.meetingId !== null) await checkMeeting(tx, fields.meetingId, fields.groupId);
  const promiseId = await nextReference(tx, 'PR');
  const [made] = await tx
    .insert(promise)
    .values({ ...fields, promiseId, ...born(acting) })
    .returning();
  if (made === undefined) throw new RecordMissing(`The promise ${promiseId}`);
  return made;
}

async function checkMeeting(tx: Tx, meetingId: string, groupId: string): Promise<void> {
  const [found] = await tx.select().from(meeting).where(eq(meeting.meetingId, meetingId));
  if (found?.groupId !== groupId) throw new RecordRefused('meetingId', 'Choose a meeting of this group.');
}

type Closing = { status: 'kept' | 'not-kept' | 'released'; outcome: string; revision: number };

/** Ends a promise with what was done, or the honest reason; it leaves the agenda by this alone. */
export async function closePromise(
  tx: Tx,
  acting: Acting,
  promiseId: string,
  { status, outcome, revision }: Closing,
): Promise<GroupPromise> {
  const isThis = eq(promise.promiseId, promiseId);
  const [current] = await tx.select().from(promise).where(isThis).for('update');
  if (current === undefined) throw new RecordMissing(`The promise ${promiseId}`);
  const kept = grown(`The promise ${promiseId}`, current, { revision }, acting);
  if (current.status !== 'open') throw new RecordRefused('status', `It is closed already (${current.status}).`);
  const [changed] = await tx
    .update(promise)
    .set({ status, outcome, closedOn: acting.nowLocal.slice(0, 10), ...kept })
    .where(isThis)
    .returning();
  return changed ?? current;
}
