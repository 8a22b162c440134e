import { eq, inArray, sql } from 'drizzle-orm';
import { isProtected } from '#data/codes/protected-kinds.ts';
import { may } from '#data/schema/permissions.ts';
import type { CloseReason, Concern, IntakeSheet } from '#data/schema/records/concern.ts';
import type { AddedWords, ChangedSheet, Filed, PartnerConcern } from '#data/schema/records/concern-filing.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { groupsAt } from './concern-groups.ts';
import { asReadBy } from './concern-reader.ts';
import { born, grown, nextReference } from './kept.ts';
import { meetingNamed } from './meeting-concerns.ts';
import type { Tx } from './record-store.ts';
import { concern, concernUpdate } from './tables/concerns.ts';
import { group } from './tables/groups.ts';
import { person } from './tables/people.ts';
import { tellCoordinator } from './tell-coordinator.ts';

type Row = typeof concern.$inferSelect;

export const toConcern = ({ clientKey: _, importBatch: __, ...kept }: Row): Concern => kept;

/** What a filing says beside the sheet. */
export type Filing = {
  readonly clientKey: string;
  readonly meetingId?: string | null;
  readonly filedBy?: string; // who told it, where another writes it down: mail
  readonly importBatch?: string;
  readonly ended?: ConcernEnding | null; // it was closed where it came from
};

/** How a concern was closed by another system: nobody's work here, and no word to the group. */
export type ConcernEnding = { readonly on: string; readonly reason: CloseReason; readonly words: string };

/**
 * Keeps a concern with its groups by place and its owner by liaison, and tells the coordinator (P3103 V.B.4).
 * A filing sent twice is one concern.
 */
export async function fileConcern(
  tx: Tx,
  acting: Acting,
  sheet: IntakeSheet,
  filing: Filing,
): Promise<{ concern: Concern; isNew: boolean }> {
  const before = await findByKey(tx, filing.clientKey);
  if (before) return { concern: before, isNew: false };
  const meeting = filing.meetingId == null ? null : await meetingNamed(tx, filing.meetingId);
  const byPlace = await groupsOf(tx, sheet);
  const groupIds = byPlace.length === 0 && meeting && sheet.place === null ? [meeting.groupId] : byPlace;
  const [made] = await tx
    .insert(concern)
    .values({
      ...sheet,
      ...born(acting),
      groupIds,
      concernId: await nextReference(tx, 'C'),
      clientKey: filing.clientKey,
      ownerId: await liaisonOf(tx, groupIds[0]),
      filedBy: filing.filedBy ?? acting.actor.personId,
      meetingId: filing.meetingId ?? null,
      importBatch: filing.importBatch ?? null,
      ...closedBy(filing.ended),
    })
    .onConflictDoNothing({ target: concern.clientKey })
    .returning();
  if (made === undefined) return fileConcern(tx, acting, sheet, filing); // the same phone was faster by a moment
  if (filing.importBatch === undefined) await tellCoordinator(tx, acting, made);
  return { concern: toConcern(made), isNew: true };
}

const closedBy = (ended: ConcernEnding | null | undefined) =>
  ended ? { status: 'closed' as const, closedOn: ended.on, closeReason: ended.reason, closeWords: ended.words } : {};

/** Groups the sheet names that exist; where it names none, those at its place on the day it was heard. */
async function groupsOf(tx: Tx, { groupIds, place, heardAt }: IntakeSheet): Promise<string[]> {
  if (groupIds.length === 0) return place === null ? [] : groupsAt(tx, place, heardAt.slice(0, 10));
  const known = await tx.select({ groupId: group.groupId }).from(group).where(inArray(group.groupId, groupIds));
  return groupIds.filter((wanted) => known.some(({ groupId }) => groupId === wanted));
}

async function liaisonOf(tx: Tx, groupId: string | undefined): Promise<string | null> {
  if (groupId === undefined) return null;
  const [found] = await tx.select({ liaisonId: group.liaisonId }).from(group).where(eq(group.groupId, groupId));
  return found?.liaisonId ?? null;
}

async function findByKey(tx: Tx, clientKey: string): Promise<Concern | null> {
  const [found] = await tx.select().from(concern).where(eq(concern.clientKey, clientKey));
  return found ? toConcern(found) : null;
}

export async function findConcern(tx: Tx, concernId: string): Promise<Concern | null> {
  const [found] = await tx.select().from(concern).where(eq(concern.concernId, concernId));
  return found ? toConcern(found) : null;
}

/** Names for the ids of a concern: what the one who filed it is told. */
export async function filedAnswer(tx: Tx, kept: Concern): Promise<Filed> {
  const [owner] = kept.ownerId
    ? await tx.select({ name: person.name }).from(person).where(eq(person.personId, kept.ownerId))
    : [];
  const groups = kept.groupIds.length
    ? await tx.select({ name: group.name }).from(group).where(inArray(group.groupId, kept.groupIds))
    : [];
  return { concern: kept, owner: owner?.name ?? null, groups: groups.map(({ name }) => name) };
}

/** Mends the sheet. Where the place moves and no groups are named, they are found anew. */
export async function changeSheet(
  tx: Tx,
  acting: Acting,
  current: Concern,
  { revision, ...changed }: Omit<ChangedSheet, 'aboutOfficer'>,
): Promise<Concern> {
  if (changed.meetingId != null) await meetingNamed(tx, changed.meetingId);
  const moved = changed.place !== undefined && changed.groupIds === undefined;
  const groupIds = moved ? await groupsOf(tx, { ...current, ...changed, groupIds: [] } as IntakeSheet) : undefined; // absent keys are never undefined here
  const [made] = await tx
    .update(concern)
    .set({
      ...changed,
      ...(groupIds === undefined ? {} : { groupIds }),
      ...grown(current.concernId, asReadBy(acting.actor, current), { revision }, acting),
    })
    .where(eq(concern.concernId, current.concernId))
    .returning();
  if (made === undefined) throw new Error(`${current.concernId} could not be written`);
  return toConcern(made);
}

/** More words about a concern that is already here; who adds them stays on it until it is closed. */
export async function addWords(tx: Tx, acting: Acting, current: Concern, added: AddedWords): Promise<Concern> {
  const { actor, nowLocal } = acting;
  const said = added.efforts === '' ? added.words : `${added.words}\nDone so far: ${added.efforts}`;
  const rows = await tx
    .insert(concernUpdate)
    .values({
      updateId: `U-${added.clientKey}`,
      concernId: current.concernId,
      kind: 'said',
      at: added.heardAt,
      by: actor.personId,
      from: 'A resident',
      to: actor.name,
      words: said,
    })
    .onConflictDoNothing()
    .returning({ updateId: concernUpdate.updateId });
  if (rows.length === 0 || !may(actor.role, 'concern.write')) return current;
  const [made] = await tx
    .update(concern)
    .set({
      peopleCount: sql`coalesce(${concern.peopleCount}, 1) + 1`, // two at once both count
      revision: sql`${concern.revision} + 1`,
      updatedAt: nowLocal,
      updatedBy: actor.personId,
    })
    .where(eq(concern.concernId, current.concernId))
    .returning();
  return made ? toConcern(made) : current;
}

/** What the city's specialist sees of a shared concern. */
export function toPartner(kept: Concern): PartnerConcern {
  const hidden = kept.contactWish === 'anonymous' || isProtected(kept.category);
  const { concernId, revision, title, category, status, heardAt, groupIds, nextStep, nextStepOn, closedOn } = kept;
  return {
    ...{ concernId, revision, title, category, status, heardAt, groupIds, nextStep, nextStepOn, closedOn },
    placeWords: hidden ? '' : kept.placeWords,
    place: hidden ? null : kept.place,
  };
}
