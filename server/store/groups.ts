import { asc, desc, eq, max } from 'drizzle-orm';
import type { Designation, Group, GroupFields } from '#data/schema/records/group.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { RecordMissing, RecordRefused } from '#server/errors.ts';
import { born, grown, nextReference } from './kept.ts';
import type { Tx } from './record-store.ts';
import { keepLiaison } from './register-liaison.ts';
import { contact } from './tables/contacts.ts';
import { designation, group } from './tables/groups.ts';
import { person } from './tables/people.ts';

/** The registry, by name; at most a thousand. */
export const listGroups = (tx: Tx): Promise<Group[]> => tx.select().from(group).orderBy(asc(group.name)).limit(1000);

/** The last moment of a contact made with each group. */
export async function lastContacts(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx
    .select({ groupId: contact.groupId, at: max(contact.at) })
    .from(contact)
    .where(eq(contact.result, 'made'))
    .groupBy(contact.groupId);
  return new Map(rows.flatMap(({ groupId, at }) => (at === null ? [] : [[groupId, at.replace(' ', 'T')]])));
}

export async function getGroup(tx: Tx, groupId: string): Promise<Group> {
  const [found] = await tx.select().from(group).where(eq(group.groupId, groupId));
  if (found === undefined) throw new RecordMissing(`The group ${groupId}`);
  return found;
}

export async function holdGroup(tx: Tx, groupId: string): Promise<Group> {
  const [found] = await tx.select().from(group).where(eq(group.groupId, groupId)).for('update');
  if (found === undefined) throw new RecordMissing(`The group ${groupId}`);
  return found;
}

export async function addGroup(tx: Tx, acting: Acting, groupId: string, fields: GroupFields): Promise<Group> {
  await checkLiaison(tx, fields.liaisonId);
  const row = { ...fields, groupId, status: 'active' as const, ...born(acting) };
  const [made] = await tx.insert(group).values(row).onConflictDoNothing().returning();
  if (made === undefined) throw new RecordRefused('groupId', `A group is called ${groupId} already.`);
  await keepLiaison(tx, acting, made, null);
  return made;
}

export async function changeGroup(
  tx: Tx,
  acting: Acting,
  groupId: string,
  { revision, ...fields }: GroupFields & { revision: number },
): Promise<Group> {
  const current = await holdGroup(tx, groupId);
  const kept = grown(`The group ${current.name}`, current, { revision }, acting);
  await checkLiaison(tx, fields.liaisonId);
  const [changed] = await tx
    .update(group)
    .set({ ...fields, ...kept })
    .where(eq(group.groupId, groupId))
    .returning();
  if (changed === undefined) return current;
  await keepLiaison(tx, acting, changed, current.liaisonId);
  return changed;
}

async function checkLiaison(tx: Tx, liaisonId: string | null): Promise<void> {
  if (liaisonId === null) return;
  const [known] = await tx.select({ id: person.personId }).from(person).where(eq(person.personId, liaisonId));
  if (known === undefined) throw new RecordRefused('liaisonId', `No person is called ${liaisonId}.`);
}

type Decision = Pick<Designation, 'status' | 'reason' | 'reviewOn'> & { revision: number };

/** The division commander's act (1902.2 C). Each decision is an entry of its own; a reversal takes none away. */
export async function designateGroup(
  tx: Tx,
  acting: Acting,
  groupId: string,
  { status, reason, reviewOn, revision }: Decision,
): Promise<{ group: Group; designation: Designation }> {
  const current = await holdGroup(tx, groupId);
  const kept = grown(`The group ${current.name}`, current, { revision }, acting);
  const decidedOn = acting.nowLocal.slice(0, 10);
  if (current.status === status) throw new RecordRefused('status', `${current.name} is ${status} already.`);
  if (status === 'inactive' && (reviewOn === null || reviewOn <= decidedOn))
    throw new RecordRefused('reviewOn', 'Name a day to come on which this is looked at again.');
  const designationId = await nextReference(tx, 'D');
  const decidedBy = acting.actor.personId;
  const entry = { designationId, groupId, status, reason, reviewOn, decidedOn, decidedBy };
  await tx.insert(designation).values(entry);
  const [changed] = await tx
    .update(group)
    .set({ status, ...kept })
    .where(eq(group.groupId, groupId))
    .returning();
  return { group: changed ?? current, designation: entry };
}

/** Every decision on a group, the newest first. */
export const listDesignations = (tx: Tx, groupId: string): Promise<Designation[]> =>
  tx
    .select()
    .from(designation)
    .where(eq(designation.groupId, groupId))
    .orderBy(desc(designation.decidedOn), desc(designation.designationId));
