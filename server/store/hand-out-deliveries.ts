import { and, asc, eq, inArray } from 'drizzle-orm';
import type { HandOutDelivery, ListedReader } from '#data/schema/records/hand-out.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { RecordMissing, RecordRefused } from '#server/errors.ts';
import { holdReader } from './hand-out-readers.ts';
import { nextReference } from './kept.ts';
import { queueMail } from './mail.ts';
import type { Tx } from './record-store.ts';
import { handOut, handOutDelivery, handOutReader } from './tables/hand-outs.ts';

export const listDeliveries = (tx: Tx, handOutId: string): Promise<HandOutDelivery[]> =>
  tx
    .select()
    .from(handOutDelivery)
    .where(eq(handOutDelivery.handOutId, handOutId))
    .orderBy(asc(handOutDelivery.sentAt), asc(handOutDelivery.deliveryId))
    .limit(500);

/** The words of the letter to a reader, without the link that ends the mail. */
type Write = (page: Page, reader: ListedReader) => { subject: string; text: string };
type Page = typeof handOut.$inferSelect;

/** Makes one letter for each reader, each once: whoever has the page already keeps the delivery they have. */
export async function sendHandOut(
  tx: Tx,
  acting: Acting,
  handOutId: string,
  readerIds: readonly string[],
  write: Write,
): Promise<HandOutDelivery[]> {
  const [page] = await tx.select().from(handOut).where(eq(handOut.handOutId, handOutId)).for('share');
  if (page === undefined) throw new RecordMissing(`The hand-out ${handOutId}`);
  if (page.withdrawnAt !== null) throw new RecordRefused('handOutId', 'This page was withdrawn. Nobody is sent it.');
  const wanted = [...new Set(readerIds)].sort(); // in one order, so that two who send at once wait and do not lock
  const delivered: HandOutDelivery[] = [];
  for (const readerId of wanted) {
    const reader = await holdReader(tx, acting, readerId);
    const before = await deliveredTo(tx, handOutId, reader.representativeId);
    delivered.push(before ?? (await deliver(tx, acting, reader, { page, ...write(page, reader) })));
  }
  return delivered;
}

/** By person: one who ended the mail and asked for it again has had the page. */
async function deliveredTo(tx: Tx, handOutId: string, representativeId: string): Promise<HandOutDelivery | undefined> {
  const readers = tx
    .select({ readerId: handOutReader.readerId })
    .from(handOutReader)
    .where(eq(handOutReader.representativeId, representativeId));
  const [found] = await tx
    .select()
    .from(handOutDelivery)
    .where(and(eq(handOutDelivery.handOutId, handOutId), inArray(handOutDelivery.readerId, readers)));
  return found;
}

type Letter = { readonly page: Page; readonly subject: string; readonly text: string };

async function deliver(tx: Tx, acting: Acting, reader: ListedReader, letter: Letter): Promise<HandOutDelivery> {
  const { page, subject, text } = letter;
  const refusal = whyNot(reader, page);
  if (refusal !== null) throw new RecordRefused('readerIds', refusal);
  const { readerId, email } = reader;
  const { handOutId } = page;
  const deliveryId = await nextReference(tx, 'DL');
  const sent = { sentAt: acting.nowLocal, sentBy: acting.actor.personId };
  const [made] = await tx
    .insert(handOutDelivery)
    .values({ deliveryId, handOutId, readerId, email, ...sent })
    .returning();
  if (made === undefined) throw new RecordMissing(`The delivery ${deliveryId}`);
  await queueMail(tx, acting.nowLocal, { subject, text, to: [email], about: handOutId, deliveryId });
  return made;
}

/** Why a reader is not written to; null where they are. */
function whyNot({ groupId, endedOn, isInOffice, name }: ListedReader, page: { groupId: string }): string | null {
  if (groupId !== page.groupId) return `${name} gets the pages of another group.`;
  if (endedOn !== null) return `${name} ended the mail.`;
  return isInOffice ? null : `${name} does not speak for the group anymore.`;
}

/** What a letter that waits is about, as it stands when it is posted. */
export type Delivered = {
  readonly page: Page;
  readonly reader: ListedReader;
  readonly stopped: string | null; // why nothing goes out anymore
};

export async function readDelivered(tx: Tx, acting: Acting, deliveryId: string): Promise<Delivered> {
  const [found] = await tx
    .select({ page: handOut, readerId: handOutDelivery.readerId })
    .from(handOutDelivery)
    .innerJoin(handOut, eq(handOut.handOutId, handOutDelivery.handOutId))
    .where(eq(handOutDelivery.deliveryId, deliveryId));
  if (found === undefined) throw new RecordMissing(`The delivery ${deliveryId}`);
  const { page } = found;
  const reader = await holdReader(tx, acting, found.readerId);
  const stopped = page.withdrawnAt === null ? whyNot(reader, page) : 'The page was withdrawn before it was posted.';
  return { page, reader, stopped };
}
