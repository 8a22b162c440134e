import { and, asc, desc, eq, getTableColumns, inArray, notInArray, sql } from 'drizzle-orm';
import type { MailIn, MailOut } from '#data/schema/records/mail.ts';
import type { Person } from '#data/schema/records/person.ts';
import { nextReference } from './kept.ts';
import type { Tx } from './record-store.ts';
import { mailIn, mailOut } from './tables/notices.ts';
import { person } from './tables/people.ts';

const MOST = 200;
const { raw: _, ...SHOWN } = getTableColumns(mailIn); // the bytes stay in the database

/** Keeps a letter exactly as it came; only then is its sender told that it was taken. */
export async function keepLetter(
  tx: Tx,
  letter: { raw: Buffer; from: string; subject: string; receivedAt: string; reviewReason: string },
): Promise<string> {
  const mailId = await nextReference(tx, 'M');
  const status = letter.reviewReason === '' ? 'waiting' : 'review';
  await tx.insert(mailIn).values({ ...letter, mailId, sizeBytes: letter.raw.length, status });
  return mailId;
}

/** One letter that waits, held so that no other server sorts it too; null where none does. */
export async function takeWaiting(tx: Tx): Promise<(MailIn & { raw: Buffer }) | null> {
  const [first] = await tx
    .select()
    .from(mailIn)
    .where(eq(mailIn.status, 'waiting'))
    .orderBy(asc(mailIn.mailId))
    .limit(1)
    .for('update', { skipLocked: true });
  return first ?? null;
}

export async function findLetter(tx: Tx, mailId: string): Promise<MailIn | null> {
  const [found] = await tx.select(SHOWN).from(mailIn).where(eq(mailIn.mailId, mailId));
  return found ?? null;
}

/** Letters that want a person first, then the newest; at most 200. */
export async function listLetters(tx: Tx, status: readonly MailIn['status'][]): Promise<MailIn[]> {
  return tx
    .select(SHOWN)
    .from(mailIn)
    .where(status.length > 0 ? inArray(mailIn.status, [...status]) : undefined)
    .orderBy(sql`status <> 'review'`, desc(mailIn.receivedAt))
    .limit(MOST);
}

export type Sorted = Partial<
  Pick<MailIn, 'status' | 'reviewReason' | 'found' | 'missing' | 'concernId' | 'text' | 'subject' | 'from'>
>;

/** Writes what became of a letter, where its state is still the one that was seen. */
export async function sortLetter(tx: Tx, mailId: string, was: MailIn['status'], is: Sorted): Promise<MailIn | null> {
  const [changed] = await tx
    .update(mailIn)
    .set(is)
    .where(and(eq(mailIn.mailId, mailId), eq(mailIn.status, was)))
    .returning(SHOWN);
  return changed ?? null;
}

/** Removes the words of a letter that is not ours to keep; that it came, from whom and when, stays. */
export async function blankLetter(tx: Tx, mailId: string): Promise<void> {
  await tx
    .update(mailIn)
    .set({ raw: Buffer.alloc(0), text: '', subject: '', found: null })
    .where(eq(mailIn.mailId, mailId));
}

export async function findMember(tx: Tx, email: string): Promise<Person | null> {
  const [found] = await tx
    .select()
    .from(person)
    .where(and(eq(sql`lower(${person.email})`, email.toLowerCase()), person.isActive));
  return found ?? null;
}

export type Outgoing = Pick<MailOut, 'to' | 'subject' | 'text' | 'about'> & { readonly deliveryId?: string };
export type Waiting = typeof mailOut.$inferSelect;

/** A mail that waits for its turn to be posted; nobody to send it to is no mail. */
export async function queueMail(tx: Tx, queuedAt: string, letter: Outgoing): Promise<void> {
  if (letter.to.length === 0) return;
  await tx.insert(mailOut).values({ ...letter, mailOutId: await nextReference(tx, 'MO'), queuedAt });
}

/** The next letter to post, held while it is posted. Those that failed lately wait for their turn. */
export async function takeOutgoing(tx: Tx, besides: readonly string[]): Promise<Waiting | null> {
  const [first] = await tx
    .select()
    .from(mailOut)
    .where(
      and(eq(mailOut.status, 'waiting'), besides.length > 0 ? notInArray(mailOut.mailOutId, [...besides]) : undefined),
    )
    .orderBy(asc(mailOut.tries), asc(mailOut.queuedAt))
    .limit(1)
    .for('update', { skipLocked: true });
  return first ?? null;
}

export async function tellPosted(
  tx: Tx,
  mailOutId: string,
  is: Partial<Pick<Waiting, 'status' | 'tries' | 'lastError' | 'sentAt' | 'subject' | 'text'>>,
) {
  await tx.update(mailOut).set(is).where(eq(mailOut.mailOutId, mailOutId));
}

export const listOutgoing = (tx: Tx): Promise<MailOut[]> =>
  tx.select().from(mailOut).orderBy(sql`status = 'sent'`, desc(mailOut.queuedAt)).limit(MOST);
