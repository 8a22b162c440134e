import { and, asc, desc, eq, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { Concern, ConcernUpdate, Referral } from '#data/schema/records/concern.ts';
import type { GroupPromise } from '#data/schema/records/contact.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import type { Tx } from './record-store.ts';
import { concern, concernUpdate, referral } from './tables/concerns.ts';
import { promise } from './tables/contacts.ts';
import { group, representative } from './tables/groups.ts';
import { registerEntry } from './tables/notices.ts';
import { person } from './tables/people.ts';

/** A concern as a page may tell of it: the summary of staff, never the resident's own words. */
export type TellableConcern = Pick<
  Concern,
  | 'concernId'
  | 'title'
  | 'category'
  | 'heardAt'
  | 'status'
  | 'closedOn'
  | 'closeWords'
  | 'closeReason'
  | 'nextStep'
  | 'nextStepOn'
>;
export type TellableUpdate = Pick<ConcernUpdate, 'concernId' | 'kind' | 'at' | 'words'>;
export type TellableReferral = Pick<Referral, 'concernId' | 'to' | 'referredOn' | 'status' | 'answeredOn' | 'nudges'>;
export type TellableEntry = Pick<RegisterEntry, 'entryId' | 'kind' | 'title' | 'status' | 'happenedOn' | 'fields'>;

/** The records that the items of a page are made from. */
export type HandOutSources = {
  readonly concerns: readonly TellableConcern[];
  readonly updates: readonly TellableUpdate[]; // the oldest first
  readonly referrals: readonly TellableReferral[]; // the oldest first
  readonly promises: readonly GroupPromise[];
  readonly entries: readonly TellableEntry[]; // news and projects that a person made public
};
export type Since = { readonly from: string; readonly nowLocal: string };

const MOST_CONCERNS = 200;

/** What was open, or was closed since a day. What was heard later than now is no part of it. */
export async function readSources(tx: Tx, groupId: string, { from, nowLocal }: Since): Promise<HandOutSources> {
  const concerns = await tx
    .select({
      ...{ concernId: concern.concernId, title: concern.title, category: concern.category, heardAt: concern.heardAt },
      ...{ status: concern.status, closedOn: concern.closedOn, closeWords: concern.closeWords },
      ...{ closeReason: concern.closeReason, nextStep: concern.nextStep, nextStepOn: concern.nextStepOn },
    })
    .from(concern)
    .where(
      and(
        sql`${concern.groupIds} @> array[${groupId}]::text[]`,
        isNull(concern.duplicateOf),
        lte(concern.heardAt, nowLocal),
        or(ne(concern.status, 'closed'), sql`${concern.closedOn} >= ${from}`),
      ),
    )
    .orderBy(asc(concern.heardAt), asc(concern.concernId))
    .limit(MOST_CONCERNS);
  const ids = concerns.map(({ concernId }) => concernId);
  return {
    concerns,
    updates: await tellableUpdates(tx, ids, nowLocal),
    referrals: await tx
      .select({
        ...{ concernId: referral.concernId, to: referral.to, referredOn: referral.referredOn },
        ...{ status: referral.status, answeredOn: referral.answeredOn, nudges: referral.nudges },
      })
      .from(referral)
      .where(and(inArray(referral.concernId, ids), lte(referral.referredOn, nowLocal.slice(0, 10))))
      .orderBy(asc(referral.referredOn), asc(referral.referralId)),
    promises: await duePromises(tx, groupId, { from, nowLocal }),
    entries: await publicEntries(tx, groupId, nowLocal),
  };
}

const tellableUpdates = (tx: Tx, concernIds: string[], nowLocal: string): Promise<TellableUpdate[]> =>
  tx
    .select({
      ...{ concernId: concernUpdate.concernId, kind: concernUpdate.kind },
      ...{ at: concernUpdate.at, words: concernUpdate.words },
    })
    .from(concernUpdate)
    .where(
      and(
        inArray(concernUpdate.concernId, concernIds),
        inArray(concernUpdate.kind, ['did', 'told']),
        lte(concernUpdate.at, nowLocal),
      ),
    )
    .orderBy(asc(concernUpdate.at), asc(concernUpdate.updateId));

/** Promises that wait, and those that were kept, or honestly not, since a day. */
const duePromises = (tx: Tx, groupId: string, { from, nowLocal }: Since): Promise<GroupPromise[]> =>
  tx
    .select()
    .from(promise)
    .where(
      and(
        eq(promise.groupId, groupId),
        lte(promise.promisedOn, nowLocal.slice(0, 10)),
        ne(promise.status, 'released'),
        or(eq(promise.status, 'open'), sql`${promise.closedOn} >= ${from}`),
      ),
    )
    .orderBy(asc(promise.dueOn), asc(promise.promiseId))
    .limit(100);

/** Of this group, or of all of them. A hand-out is read by everybody: what was let out to a group alone stays with it. */
const publicEntries = (tx: Tx, groupId: string, nowLocal: string): Promise<TellableEntry[]> =>
  tx
    .select({
      ...{ entryId: registerEntry.entryId, kind: registerEntry.kind, title: registerEntry.title },
      ...{ status: registerEntry.status, happenedOn: registerEntry.happenedOn, fields: registerEntry.fields },
    })
    .from(registerEntry)
    .where(
      and(
        inArray(registerEntry.kind, ['news', 'project']),
        eq(registerEntry.release, 'public'),
        or(eq(registerEntry.groupId, groupId), isNull(registerEntry.groupId)),
        ne(registerEntry.status, 'withdrawn'),
        lte(registerEntry.happenedOn, nowLocal.slice(0, 10)),
      ),
    )
    .orderBy(desc(registerEntry.happenedOn), desc(registerEntry.entryId))
    .limit(100);

/** Who must not be named on a page of the group, and which names may. */
export async function readNames(tx: Tx, groupId: string) {
  const representatives = await tx.selectDistinct({ name: representative.name }).from(representative);
  const callers = await tx
    .selectDistinct({ name: concern.contactName })
    .from(concern)
    .where(and(sql`${concern.groupIds} @> array[${groupId}]::text[]`, ne(concern.contactName, '')));
  return {
    residents: [...representatives, ...callers].map(({ name }) => name),
    staff: await tx
      .select({ personId: person.personId, name: person.name, title: person.title, isActive: person.isActive })
      .from(person),
    groups: (await tx.select({ name: group.name }).from(group)).map(({ name }) => name),
  };
}
