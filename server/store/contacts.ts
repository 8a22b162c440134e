import { and, desc, eq, gte, lt, lte, or } from 'drizzle-orm';
import type { z } from 'zod';
import { addDays } from '#analysis/shared/days.ts';
import type { Contact, ContactFields, PlannedContact, PlannedContactFields } from '#data/schema/records/contact.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { RecordMissing, RecordRefused } from '#server/errors.ts';
import { checkConcernsRaised } from './contact-concerns.ts';
import { born, grown, nextReference } from './kept.ts';
import type { Tx } from './record-store.ts';
import { contact, plannedContact } from './tables/contacts.ts';
import { group, representative } from './tables/groups.ts';
import { person } from './tables/people.ts';

type Fields = z.infer<typeof ContactFields>;
type PlannedFields = z.infer<typeof PlannedContactFields>;

export type ContactQuestion = {
  readonly groupId?: string | undefined;
  readonly officerId?: string | undefined;
  readonly from?: string | undefined; // days, both inside
  readonly to?: string | undefined;
  readonly result?: Contact['result'] | undefined;
  readonly limit: number;
  readonly before?: string | undefined; // contactId of the last one seen
};

/** Newest first, a page at a time. */
export async function listContacts(tx: Tx, asked: ContactQuestion): Promise<Contact[]> {
  const last = asked.before === undefined ? undefined : await holdContact(tx, asked.before);
  return tx
    .select()
    .from(contact)
    .where(
      and(
        asked.groupId ? eq(contact.groupId, asked.groupId) : undefined,
        asked.officerId ? eq(contact.officerId, asked.officerId) : undefined,
        asked.result ? eq(contact.result, asked.result) : undefined,
        asked.from ? gte(contact.at, `${asked.from}T00:00:00`) : undefined,
        asked.to ? lt(contact.at, `${addDays(asked.to, 1)}T00:00:00`) : undefined,
        last && or(lt(contact.at, last.at), and(eq(contact.at, last.at), lt(contact.contactId, last.contactId))),
      ),
    )
    .orderBy(desc(contact.at), desc(contact.contactId))
    .limit(asked.limit);
}

/** Logs a reach-out. A contact that was made takes away what was planned with the group up to its day. */
export async function logContact(tx: Tx, acting: Acting, fields: Fields): Promise<Contact> {
  await checkContact(tx, acting, fields);
  const row = { ...fields, meetingId: null, contactId: await nextReference(tx, 'CT'), ...born(acting) };
  const [made] = await tx.insert(contact).values(row).returning();
  if (made === undefined) throw new RecordMissing(`The contact ${row.contactId}`);
  if (fields.result === 'made') {
    const isFulfilled = and(eq(plannedContact.groupId, fields.groupId), lte(plannedContact.on, fields.at.slice(0, 10)));
    await tx.delete(plannedContact).where(isFulfilled);
  }
  return made;
}

export async function changeContact(
  tx: Tx,
  acting: Acting,
  contactId: string,
  { revision, ...fields }: Fields & { revision: number },
): Promise<Contact> {
  const current = await holdContact(tx, contactId);
  const kept = grown(`The contact ${contactId}`, current, { revision }, acting);
  if (current.meetingId !== null)
    throw new RecordRefused(
      'meetingId',
      `${contactId} was made by attending ${current.meetingId}: change the meeting.`,
    );
  await checkContact(tx, acting, fields);
  const [changed] = await tx
    .update(contact)
    .set({ ...fields, ...kept })
    .where(eq(contact.contactId, contactId))
    .returning();
  return changed ?? current;
}

async function holdContact(tx: Tx, contactId: string): Promise<Contact> {
  const [found] = await tx.select().from(contact).where(eq(contact.contactId, contactId)).for('update');
  if (found === undefined) throw new RecordMissing(`The contact ${contactId}`);
  return found;
}

async function checkContact(tx: Tx, { nowLocal }: Acting, fields: Fields): Promise<void> {
  if (fields.at > nowLocal) throw new RecordRefused('at', 'This lies ahead: plan the contact instead of logging it.');
  await checkGroup(tx, fields.groupId);
  await checkPerson(tx, fields.officerId);
  await checkConcernsRaised(tx, fields.concernIds);
  if (fields.representativeId === null) return;
  const [speaks] = await tx
    .select({ groupId: representative.groupId })
    .from(representative)
    .where(eq(representative.representativeId, fields.representativeId));
  if (speaks?.groupId !== fields.groupId)
    throw new RecordRefused('representativeId', 'Choose a representative of this group.');
}

async function checkGroup(tx: Tx, groupId: string): Promise<void> {
  const [known] = await tx.select({ groupId: group.groupId }).from(group).where(eq(group.groupId, groupId));
  if (known === undefined) throw new RecordRefused('groupId', `No group is called ${groupId}.`);
}

async function checkPerson(tx: Tx, personId: string): Promise<void> {
  const [known] = await tx.select({ id: person.personId }).from(person).where(eq(person.personId, personId));
  if (known === undefined) throw new RecordRefused('officerId', `No person is called ${personId}.`);
}

export async function planContact(tx: Tx, acting: Acting, fields: PlannedFields): Promise<PlannedContact> {
  if (fields.on < acting.nowLocal.slice(0, 10)) throw new RecordRefused('on', 'Plan for today or a day to come.');
  await checkGroup(tx, fields.groupId);
  await checkPerson(tx, fields.officerId);
  const row = { ...fields, plannedId: await nextReference(tx, 'PL'), ...born(acting) };
  const [made] = await tx.insert(plannedContact).values(row).returning();
  if (made === undefined) throw new RecordMissing(`The plan ${row.plannedId}`);
  return made;
}

export async function dropPlan(tx: Tx, acting: Acting, plannedId: string, revision: number): Promise<void> {
  const [current] = await tx.select().from(plannedContact).where(eq(plannedContact.plannedId, plannedId)).for('update');
  if (current === undefined) throw new RecordMissing(`The plan ${plannedId}`);
  grown(`The plan ${plannedId}`, current, { revision }, acting);
  await tx.delete(plannedContact).where(eq(plannedContact.plannedId, plannedId));
}
