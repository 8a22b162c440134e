import { arrayContains, desc, inArray } from 'drizzle-orm';
import type { RaisedIn } from '#data/schema/records/concern-story.ts';
import { RecordRefused } from '#server/errors.ts';
import type { Tx } from './record-store.ts';
import { concern } from './tables/concerns.ts';
import { contact } from './tables/contacts.ts';

const MOST = 80;

/** The concerns a contact names are there, and whoever names them may read them. */
export async function checkConcernsRaised(tx: Tx, concernIds: readonly string[]): Promise<void> {
  if (concernIds.length === 0) return;
  const { concernId } = concern;
  const found = await tx
    .select({ concernId })
    .from(concern)
    .where(inArray(concernId, [...concernIds]));
  const known = new Set(found.map((each) => each.concernId));
  const unknown = concernIds.find((each) => !known.has(each));
  if (unknown !== undefined) throw new RecordRefused('concernIds', `No concern is called ${unknown}: choose one.`);
}

/** The contacts in which a concern was raised, the newest first; the row rules leave out what the reader may not see. */
export function contactsAbout(tx: Tx, concernId: string): Promise<RaisedIn[]> {
  const { contactId, groupId, at, way, result } = contact;
  return tx
    .select({ contactId, groupId, at, way, result })
    .from(contact)
    .where(arrayContains(contact.concernIds, [concernId]))
    .orderBy(desc(at), desc(contactId))
    .limit(MOST);
}
