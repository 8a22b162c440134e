import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { PERMISSIONS } from '#data/schema/permissions.ts';
import type { Concern } from '#data/schema/records/concern.ts';
import type { Asked, Assigned, Assignees, Conveyed, Merged } from '#data/schema/records/concern-filing.ts';
import { type Acting, fullName } from '#data/schema/records/person.ts';
import { concernChoices } from './concern-clock.ts';
import { findConcern, toConcern } from './concerns.ts';
import { grown, nextReference } from './kept.ts';
import { queueMail } from './mail.ts';
import { recentMeetings } from './meeting-concerns.ts';
import type { Tx } from './record-store.ts';
import { concern, concernUpdate } from './tables/concerns.ts';
import { group } from './tables/groups.ts';
import { person } from './tables/people.ts';

type Written = Partial<Omit<typeof concern.$inferInsert, 'concernId'>>;

async function write(
  tx: Tx,
  acting: Acting,
  current: Concern,
  seen: { revision: number },
  written: Written,
): Promise<Concern> {
  const [made] = await tx
    .update(concern)
    .set({ ...written, ...grown(current.concernId, current, seen, acting) })
    .where(eq(concern.concernId, current.concernId))
    .returning();
  if (made === undefined) throw new Error(`${current.concernId} could not be written`);
  return toConcern(made);
}

/** A line on the concern's page: who said what to whom. */
async function note(
  tx: Tx,
  { actor, nowLocal }: Acting,
  concernId: string,
  line: Pick<typeof concernUpdate.$inferInsert, 'kind' | 'to' | 'words'>,
): Promise<void> {
  const updateId = await nextReference(tx, 'U');
  await tx
    .insert(concernUpdate)
    .values({ ...line, updateId, concernId, at: nowLocal, by: actor.personId, from: actor.name });
}

/** Gives a concern its owner, and by that takes it: a new one is open from then on. */
export async function assign(tx: Tx, acting: Acting, current: Concern, asked: z.infer<typeof Assigned>) {
  const [owner] = await tx.select().from(person).where(eq(person.personId, asked.ownerId));
  const mayOwn = owner?.isActive && PERMISSIONS['concern.write'].some((role) => role === owner.role);
  if (!owner || !mayOwn) return null;
  const made = await write(tx, acting, current, asked, {
    ownerId: owner.personId,
    status: current.status === 'new' ? 'open' : current.status,
    ...(asked.groupIds ? { groupIds: asked.groupIds } : {}),
  });
  await note(tx, acting, current.concernId, {
    kind: 'status',
    to: fullName(owner),
    words: `${fullName(owner)} has it now.`,
  });
  await queueMail(tx, acting.nowLocal, {
    to: [owner.email],
    subject: `${current.concernId} is yours`,
    text: `${acting.actor.name} gave you ${current.concernId}.`,
    about: current.concernId,
  });
  return made;
}

/**
 * Closes a concern as the same as another. Nothing of it is lost: it stays to be read, its words and who told them
 * are added to the other, and the other counts its people.
 */
export async function merge(tx: Tx, acting: Acting, current: Concern, into: Concern, seen: { revision: number }) {
  const { actor, nowLocal } = acting;
  const made = await write(tx, acting, current, seen, {
    status: 'closed',
    closeReason: 'duplicate',
    closedOn: nowLocal.slice(0, 10),
    closeWords: `The same as ${into.concernId}.`,
    duplicateOf: into.concernId,
  });
  await note(tx, acting, current.concernId, {
    kind: 'merged',
    to: into.concernId,
    words: `The same as ${into.concernId}.`,
  });
  await tx.insert(concernUpdate).values({
    updateId: await nextReference(tx, 'U'),
    concernId: into.concernId,
    kind: 'said',
    at: current.heardAt,
    by: current.filedBy, // stays on it until it is closed
    from: 'A resident',
    to: current.concernId,
    words: current.words.slice(0, 2000),
  });
  await note(tx, acting, into.concernId, {
    kind: 'merged',
    to: current.concernId,
    words: `${current.concernId} was the same; its words are above.`,
  });
  await tx
    .update(concern)
    .set({
      peopleCount: sql`coalesce(${concern.peopleCount}, 1) + ${current.peopleCount ?? 1}`,
      safetyNow: into.safetyNow || current.safetyNow,
      revision: sql`${concern.revision} + 1`,
      updatedAt: nowLocal,
      updatedBy: actor.personId,
    })
    .where(eq(concern.concernId, into.concernId));
  return made;
}

/** Conveys it to a unit of the agency (P3103 V.B.2.e): to whom and when stand on the concern; a mail goes where one is named, or to the unit's own address. */
export async function convey(tx: Tx, acting: Acting, current: Concern, asked: z.infer<typeof Conveyed>) {
  const { unit, words } = asked;
  const { units } = await concernChoices(tx);
  const email = asked.email ?? units.find(({ name }) => name === unit)?.email ?? null;
  const made = await write(tx, acting, current, asked, {
    firstActionOn: current.firstActionOn ?? acting.nowLocal.slice(0, 10),
  });
  await note(tx, acting, current.concernId, { kind: 'conveyed', to: unit, words });
  await queueMail(tx, acting.nowLocal, {
    to: email ? [email] : [],
    subject: `${current.concernId}, for ${unit}`,
    text: words,
    about: current.concernId,
  });
  return made;
}

const PARTS = { concern: 'what the concern is', area: 'where it is', actions: 'what was done, if anything' } as const;

/** Asks whoever filed it for a part that is missing; it is asked for, never guessed (V.B.4). */
export async function askForPart(tx: Tx, acting: Acting, current: Concern, asked: z.infer<typeof Asked>) {
  const [filer] = await tx.select().from(person).where(eq(person.personId, current.filedBy));
  const made = await write(tx, acting, current, asked, {});
  const wanted = asked.missing.map((part) => PARTS[part]).join('; ');
  await note(tx, acting, current.concernId, {
    kind: 'note',
    to: filer ? fullName(filer) : current.filedBy,
    words: `Asked for: ${wanted}. ${asked.words}`,
  });
  await queueMail(tx, acting.nowLocal, {
    to: filer ? [filer.email] : [],
    subject: `${current.concernId}: please say ${wanted}`,
    text: asked.words,
    about: current.concernId,
  });
  return made;
}

/** The other concern of a merge, followed to the last where it was itself the same as another; null where that is no way. */
export async function mergeTarget(tx: Tx, current: Concern, asked: z.infer<typeof Merged>): Promise<Concern | null> {
  let target = await findConcern(tx, asked.into);
  for (let hops = 0; target?.duplicateOf && hops < 20; hops++) target = await findConcern(tx, target.duplicateOf);
  return target === null || target.duplicateOf !== null || target.concernId === current.concernId ? null : target;
}

/** Who can own one, the groups, the units, and the department's limits. */
export async function assignees(tx: Tx, nowLocal: string): Promise<z.infer<typeof Assignees>> {
  const { triageDays, actionDays, units } = await concernChoices(tx);
  const { personId, name, title, role } = person;
  const people = await tx
    .select({ personId, name, title, role })
    .from(person)
    .where(inArray(person.role, ['officer', 'coordinator', 'section-commander', 'division-commander', 'analyst']))
    .orderBy(asc(person.name));
  const groups = await tx
    .select({ groupId: group.groupId, name: group.name, liaisonId: group.liaisonId })
    .from(group)
    .orderBy(asc(group.name));
  const meetings = await recentMeetings(tx, nowLocal);
  return { people, groups, meetings, units: units.map(({ name }) => name), triageDays, actionDays };
}
