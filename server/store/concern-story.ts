import { desc, eq, inArray, or, sql } from 'drizzle-orm';
import { may } from '#data/schema/permissions.ts';
import type { Concern, ConcernUpdate } from '#data/schema/records/concern.ts';
import type { ConcernStory, StoryChange, StoryPerson } from '#data/schema/records/concern-story.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { RecordMissing } from '#server/errors.ts';
import { asReadBy, maskedReach, seesReach } from './concern-reader.ts';
import { duplicatesOf } from './concern-status.ts';
import { whoCanBeWrittenTo } from './concern-updates.ts';
import { toConcern, toPartner } from './concerns.ts';
import { contactsAbout } from './contact-concerns.ts';
import type { Tx } from './record-store.ts';
import { referralsOf } from './referral-lists.ts';
import { silentAfterDays } from './referrals.ts';
import { concern, concernUpdate } from './tables/concerns.ts';
import { group } from './tables/groups.ts';
import { person } from './tables/people.ts';

const MOST_LINES = 500;

/** One concern with all that was said, done and referred; the row rules leave out what the reader may not see. */
export async function readStory(tx: Tx, acting: Acting, concernId: string): Promise<ConcernStory> {
  const [row] = await tx.select().from(concern).where(eq(concern.concernId, concernId));
  if (row === undefined) throw new RecordMissing(`The concern ${concernId}`);
  const kept = toConcern(row);
  const updates = await tx
    .select()
    .from(concernUpdate)
    .where(eq(concernUpdate.concernId, concernId))
    .orderBy(desc(concernUpdate.at), desc(concernUpdate.updateId))
    .limit(MOST_LINES);
  const participants = kept.status === 'closed' ? [] : participantsOf(kept, updates);
  const changes = await changesOf(tx, concernId);
  const named = [
    ...participantsOf(kept, updates),
    ...updates.map(({ by }) => by),
    ...changes.map(({ personId }) => personId),
  ];
  return {
    concern: acting.actor.role === 'city-partner' ? forPartner(kept) : asReadBy(acting.actor, kept),
    hidesReach: !seesReach(acting.actor, kept),
    updates,
    referrals: await referralsOf(tx, acting, concernId),
    silentAfterDays: await silentAfterDays(tx),
    raisedIn: await contactsAbout(tx, concernId),
    duplicates: await duplicatesOf(tx, concernId),
    participants,
    people: await peopleFor(tx, acting, named),
    groups: await groupsOf(tx, kept.groupIds),
    changes,
    writesTo: await addressesFor(tx, acting, kept),
  };
}

/** Whoever filed it or brought words to it stays on it beside its owner, until it is closed (P3103 V.B.4). */
function participantsOf({ filedBy, ownerId }: Concern, updates: readonly ConcernUpdate[]): string[] {
  const brought = updates.filter(({ kind }) => kind === 'said').map(({ by }) => by);
  return [...new Set([ownerId, filedBy, ...brought])].filter((each) => each !== null);
}

/** The city's specialist works on the matter, not on who said it: no words, no name, no reach, nothing police-only. */
const forPartner = (kept: Concern): Concern => ({
  ...kept,
  words: '',
  efforts: '',
  recommendedSolutions: '',
  contactName: '',
  contactReach: '',
  whoAffected: '',
  caseNumbers: [],
  ...toPartner(kept),
});

/** Whom its answer can be sent to, for who may send one. */
async function addressesFor(tx: Tx, { actor, nowLocal }: Acting, kept: Concern): Promise<ConcernStory['writesTo']> {
  if (!may(actor.role, 'concern.write')) return { resident: null, representatives: [] };
  const { resident, representatives } = await whoCanBeWrittenTo(tx, kept, nowLocal.slice(0, 10));
  const reach = resident === null || seesReach(actor, kept) ? resident : maskedReach(resident);
  return { resident: reach, representatives: representatives.map(({ name }) => name) };
}

/** Who is named on the page; for those who may give it an owner, also whom they can choose. */
async function peopleFor(tx: Tx, { actor }: Acting, named: string[]): Promise<StoryPerson[]> {
  const { personId, name, title, role } = person;
  const canOwn = inArray(role, ['officer', 'coordinator', 'section-commander', 'division-commander']);
  const isNamed = inArray(personId, [...new Set(named)]);
  const wanted = may(actor.role, 'concern.write') ? or(isNamed, canOwn) : isNamed;
  return tx.select({ personId, name, title, role }).from(person).where(wanted).orderBy(name).limit(MOST_LINES);
}

async function groupsOf(tx: Tx, groupIds: string[]): Promise<ConcernStory['groups']> {
  if (groupIds.length === 0) return [];
  const { groupId, name } = group;
  return tx.select({ groupId, name }).from(group).where(inArray(groupId, groupIds)).orderBy(name);
}

/** Of the audit, what is about this concern and its referrals; the database gives it to whom it may. */
async function changesOf(tx: Tx, concernId: string): Promise<StoryChange[]> {
  const { rows } = await tx.execute<StoryChange>(sql`
    select number, local_at as "localAt", person_id as "personId", action, kind, record_id as "recordId", changed
    from concern_history(${concernId}) order by number desc limit ${MOST_LINES}`);
  return rows;
}
