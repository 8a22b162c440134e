import { and, arrayContains, asc, inArray, isNull, lte, ne } from 'drizzle-orm';
import { isProtected, readsProtected } from '#data/codes/protected-kinds.ts';
import type { Concern } from '#data/schema/records/concern.ts';
import type { Contact, GroupPromise, Meeting } from '#data/schema/records/contact.ts';
import { type Acting, fullName } from '#data/schema/records/person.ts';
import { summaryOf } from './concern-list.ts';
import { listContacts } from './contacts.ts';
import { listMeetings } from './meetings.ts';
import { listPromises } from './promises.ts';
import type { Tx } from './record-store.ts';
import { concern } from './tables/concerns.ts';
import { person } from './tables/people.ts';

export type SheetConcern = Pick<
  Concern,
  'concernId' | 'category' | 'heardAt' | 'place' | 'placeWords' | 'nextStep' | 'nextStepOn'
> & { readonly title: string; readonly owner: string };
export type SheetRecords = {
  readonly concerns: readonly SheetConcern[]; // open ones, the oldest first
  readonly heldBack: number; // open concerns of kinds that the reader's level has no map of
  readonly promises: readonly (GroupPromise & { readonly owner: string })[]; // that wait
  readonly contacts: readonly (Contact & { readonly officer: string })[]; // within the days, the newest first
  readonly next: Meeting | null;
};

const MOST = 40;

/** What an officer takes along to a group: its open concerns, promises, and contacts over some days. */
export async function officerRecords(
  tx: Tx,
  acting: Acting,
  groupId: string,
  { from, to }: { from: string; to: string },
): Promise<SheetRecords> {
  const today = acting.nowLocal.slice(0, 10);
  const ofGroup = arrayContains(concern.groupIds, [groupId]);
  const rows = await tx
    .select()
    .from(concern)
    .where(
      and(ofGroup, isNull(concern.duplicateOf), ne(concern.status, 'closed'), lte(concern.heardAt, acting.nowLocal)),
    )
    .orderBy(asc(concern.heardAt), asc(concern.concernId))
    .limit(MOST);
  const shown = rows.filter(({ category }) => readsProtected(acting.actor.role) || !isProtected(category));
  const promises = await listPromises(tx, acting, { groupId, status: 'open' });
  const contacts = await listContacts(tx, { groupId, from, to, limit: MOST });
  const meetings = await listMeetings(tx, { groupId, from: today });
  const nameOf = await names(tx, [
    ...shown.flatMap(({ ownerId }) => ownerId ?? []),
    ...promises.map(({ ownerId }) => ownerId),
    ...contacts.map(({ officerId }) => officerId),
  ]);
  return {
    concerns: shown.map((row) => ({
      ...row,
      title: summaryOf(row),
      owner: row.ownerId === null ? '' : nameOf(row.ownerId),
    })),
    heldBack: rows.length - shown.length,
    promises: promises.map((one) => ({ ...one, owner: nameOf(one.ownerId) })),
    contacts: contacts.map((one) => ({ ...one, officer: nameOf(one.officerId) })),
    next:
      meetings
        .filter(({ status, startsAt }) => status === 'planned' && startsAt >= acting.nowLocal)
        .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))[0] ?? null,
  };
}

async function names(tx: Tx, personIds: readonly string[]): Promise<(personId: string) => string> {
  const people = await tx
    .select({ personId: person.personId, name: person.name, title: person.title })
    .from(person)
    .where(inArray(person.personId, [...new Set(personIds)]));
  const known = new Map(people.map((one) => [one.personId, fullName(one)]));
  return (personId) => known.get(personId) ?? personId;
}
