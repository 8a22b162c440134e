import { and, desc, eq, or, sql } from 'drizzle-orm';
import type { Notice } from '#data/schema/records/notice.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { RecordChanged } from '#server/errors.ts';
import { born, grown, nextReference } from './kept.ts';
import { queueMail } from './mail.ts';
import type { Tx } from './record-store.ts';
import { notice } from './tables/notices.ts';
import { person } from './tables/people.ts';

export type NoticeFields = Pick<
  Notice,
  'kind' | 'onceKey' | 'clause' | 'toRole' | 'toPersonId' | 'groupId' | 'concernIds' | 'title' | 'words'
>;

/** Tells a role or a person something, once: where `onceKey` was told before, that notice is the answer. */
export async function createNotice(
  tx: Tx,
  acting: Acting,
  fields: NoticeFields,
): Promise<{ notice: Notice; isNew: boolean }> {
  const row = { ...fields, ...born(acting), noticeId: await nextReference(tx, 'N'), sentAt: acting.nowLocal };
  const [made] = await tx.insert(notice).values(row).onConflictDoNothing({ target: notice.onceKey }).returning();
  if (made) return { notice: made, isNew: true };
  const told = await findToldOnce(tx, fields.onceKey);
  if (told === null) throw new Error(`the notice ${fields.onceKey} was told, and is not here`);
  return { notice: told, isNew: false };
}

/** Queues the notice as mail to whom it is addressed; without an addressee nobody is mailed. */
export async function mailNotice(tx: Tx, { nowLocal }: Acting, told: Notice): Promise<void> {
  const { toRole, toPersonId, noticeId, title, words } = told;
  if (toRole === null && toPersonId === null) return;
  const addressee = toPersonId === null ? eq(person.role, toRole ?? 'chief') : eq(person.personId, toPersonId);
  const people = await tx
    .select({ email: person.email })
    .from(person)
    .where(and(addressee, person.isActive))
    .orderBy(person.email);
  const to = people.map(({ email }) => email);
  await queueMail(tx, nowLocal, { to, subject: title, text: words, about: noticeId });
}

export async function findToldOnce(tx: Tx, onceKey: string): Promise<Notice | null> {
  const [told] = await tx.select().from(notice).where(eq(notice.onceKey, onceKey));
  return told ?? null;
}

export async function findNotice(tx: Tx, noticeId: string): Promise<Notice | null> {
  const [found] = await tx.select().from(notice).where(eq(notice.noticeId, noticeId));
  return found ?? null;
}

export type NoticeQuestion = {
  readonly scope: 'mine' | 'all';
  readonly kind?: Notice['kind'] | undefined;
  readonly groupId?: string | undefined;
};
const MOST = 200;

/** Those that wait for the reader first, then the newest; at most 200. */
export async function listNotices(tx: Tx, { actor }: Acting, asked: NoticeQuestion): Promise<Notice[]> {
  const toMe = or(
    eq(notice.toRole, actor.role),
    eq(notice.toPersonId, actor.personId),
    sql`(${notice.toRole} is null and ${notice.toPersonId} is null)`,
  );
  const mine = JSON.stringify([{ by: actor.personId }]);
  const isRead = sql`case when ${notice.toRole} is null and ${notice.toPersonId} is null
    then ${notice.acknowledgments} @> ${mine}::jsonb else ${notice.acknowledgments} <> '[]'::jsonb end`;
  return tx
    .select()
    .from(notice)
    .where(
      and(
        asked.scope === 'mine' ? toMe : undefined,
        asked.kind ? eq(notice.kind, asked.kind) : undefined,
        asked.groupId ? eq(notice.groupId, asked.groupId) : undefined,
      ),
    )
    .orderBy(isRead, desc(notice.sentAt), desc(notice.noticeId))
    .limit(MOST);
}

/** Stores who has read it, when, and what they said to it; once a person. */
export async function acknowledgeNotice(
  tx: Tx,
  acting: Acting,
  current: Notice,
  { revision, words }: { revision: number; words: string },
): Promise<Notice> {
  const { personId, name } = acting.actor;
  if (current.acknowledgments.some(({ by }) => by === personId)) return current;
  const acknowledgments = [...current.acknowledgments, { by: personId, name, at: acting.nowLocal, words }];
  const change = { acknowledgments, ...grown(`The notice ${current.noticeId}`, current, { revision }, acting) };
  const [changed] = await tx
    .update(notice)
    .set(change)
    .where(and(eq(notice.noticeId, current.noticeId), eq(notice.revision, revision)))
    .returning();
  if (changed === undefined) throw new RecordChanged(`The notice ${current.noticeId}`, current);
  return changed;
}
