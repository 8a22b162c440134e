import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { HandOutReaderFields, ListedReader } from '#data/schema/records/hand-out.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { RecordMissing, RecordRefused } from '#server/errors.ts';
import { getGroup } from './groups.ts';
import { born, grown, nextReference } from './kept.ts';
import type { Tx } from './record-store.ts';
import { representative } from './tables/groups.ts';
import { handOutReader } from './tables/hand-outs.ts';

const isOn = (today: string) =>
  sql<boolean>`${representative.validFrom} <= ${today} and coalesce(${representative.validTo} >= ${today}, true)`;

const LISTED = (today: string) => ({
  readerId: handOutReader.readerId,
  groupId: handOutReader.groupId,
  representativeId: handOutReader.representativeId,
  email: handOutReader.email,
  language: handOutReader.language,
  consentedOn: handOutReader.consentedOn,
  consentHow: handOutReader.consentHow,
  endedOn: handOutReader.endedOn,
  endedHow: handOutReader.endedHow,
  revision: handOutReader.revision,
  name: representative.name,
  position: representative.position,
  isInOffice: isOn(today).as('is_in_office'),
});

const listed = (tx: Tx, today: string) =>
  tx
    .select(LISTED(today))
    .from(handOutReader)
    .innerJoin(representative, eq(representative.representativeId, handOutReader.representativeId));

/** Who gets a group's pages by mail, and who did: those first who still do. */
export const listReaders = (tx: Tx, { nowLocal }: Acting, groupId: string): Promise<ListedReader[]> =>
  listed(tx, nowLocal.slice(0, 10))
    .where(eq(handOutReader.groupId, groupId))
    .orderBy(sql`${handOutReader.endedOn} desc nulls first`, asc(representative.name), asc(handOutReader.readerId))
    .limit(200);

/** One reader, locked until the transaction ends: nobody ends the mail while it is written. */
export async function holdReader(tx: Tx, { nowLocal }: Acting, readerId: string): Promise<ListedReader> {
  const [found] = await listed(tx, nowLocal.slice(0, 10))
    .where(eq(handOutReader.readerId, readerId))
    .for('update', { of: handOutReader });
  if (found === undefined) throw new RecordMissing(`The reader ${readerId}`);
  return found;
}

/** Signs a representative in office up, as they asked. `hashOf` gives what is kept of the secret in the link that ends it. */
export async function signUpReader(
  tx: Tx,
  acting: Acting,
  groupId: string,
  fields: HandOutReaderFields,
  hashOf: (readerId: string) => string,
): Promise<ListedReader> {
  const today = acting.nowLocal.slice(0, 10);
  await getGroup(tx, groupId);
  const { representativeId, consentedOn } = fields;
  const [found] = await tx
    .select({ email: representative.email, groupId: representative.groupId, isInOffice: isOn(today) })
    .from(representative)
    .where(eq(representative.representativeId, representativeId))
    .for('update');
  if (found === undefined || found.groupId !== groupId)
    throw new RecordRefused('representativeId', 'This person does not speak for the group.');
  if (!found.isInOffice) throw new RecordRefused('representativeId', 'This person does not speak for the group today.');
  if (found.email === null) throw new RecordRefused('representativeId', 'No e-mail address is kept of this person.');
  if (consentedOn > today) throw new RecordRefused('consentedOn', 'This day is still to come.');
  const getsIt = and(eq(handOutReader.representativeId, representativeId), isNull(handOutReader.endedOn));
  const [already] = await tx.select({ readerId: handOutReader.readerId }).from(handOutReader).where(getsIt);
  if (already !== undefined) throw new RecordRefused('representativeId', 'This person gets the page already.');
  const readerId = await nextReference(tx, 'RD');
  await tx
    .insert(handOutReader)
    .values({ ...fields, groupId, readerId, email: found.email, tokenHash: hashOf(readerId), ...born(acting) });
  return holdReader(tx, acting, readerId);
}

export type ReaderChange = {
  readonly revision: number;
  readonly language: 'en' | 'es';
  readonly endedHow?: string | undefined;
};

/** Another language, or the end: with how the reader said so. Who ended it stays in the list. */
export async function changeReader(
  tx: Tx,
  acting: Acting,
  readerId: string,
  { revision, language, endedHow }: ReaderChange,
): Promise<ListedReader> {
  const current = await holdReader(tx, acting, readerId);
  const kept = grown(`The mail to ${current.name}`, current, { revision }, acting);
  if (current.endedOn !== null)
    throw new RecordRefused('endedHow', 'This mail was ended. Ask them again to start anew.');
  const ended = endedHow === undefined ? {} : { endedHow, endedOn: acting.nowLocal.slice(0, 10) };
  await tx
    .update(handOutReader)
    .set({ language, ...ended, ...kept })
    .where(eq(handOutReader.readerId, readerId));
  return holdReader(tx, acting, readerId);
}

/** Ends the mail of whoever was sent the link. Nobody is told whether anybody was. */
export async function endByLink(tx: Tx, { nowLocal }: Acting, tokenHash: string): Promise<void> {
  await tx
    .update(handOutReader)
    .set({
      endedOn: nowLocal.slice(0, 10),
      endedHow: 'By the link in a letter',
      revision: sql`${handOutReader.revision} + 1`,
      updatedAt: nowLocal,
      updatedBy: 'reader',
    })
    .where(and(eq(handOutReader.tokenHash, tokenHash), isNull(handOutReader.endedOn)));
}

/** The link in every letter is made of the server's secret. Where that is another one than at the sign-up, what is kept of it follows. */
export async function keepTokenHash(tx: Tx, readerId: string, tokenHash: string): Promise<void> {
  await tx
    .update(handOutReader)
    .set({ tokenHash })
    .where(and(eq(handOutReader.readerId, readerId), sql`${handOutReader.tokenHash} <> ${tokenHash}`));
}
