import { asc, eq } from 'drizzle-orm';
import type { Representative } from '#data/schema/records/group.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { RecordMissing, RecordRefused } from '#server/errors.ts';
import { getGroup } from './groups.ts';
import { born, grown, nextReference } from './kept.ts';
import { createNotice, mailNotice } from './notices.ts';
import type { Tx } from './record-store.ts';
import { representative } from './tables/groups.ts';

type Fields = Omit<Representative, 'representativeId' | 'groupId' | keyof ReturnType<typeof born>>;

/** Everybody who spoke or speaks for a group, the first first. */
export const listRepresentatives = (tx: Tx, groupId: string): Promise<Representative[]> =>
  tx
    .select()
    .from(representative)
    .where(eq(representative.groupId, groupId))
    .orderBy(asc(representative.validFrom), asc(representative.representativeId));

/** Adds a representative and tells the division commander in the same transaction (1902.3 B). */
export async function addRepresentative(
  tx: Tx,
  acting: Acting,
  groupId: string,
  fields: Fields,
): Promise<Representative> {
  checkDays(fields);
  await getGroup(tx, groupId);
  const representativeId = await nextReference(tx, 'RP');
  const [made] = await tx
    .insert(representative)
    .values({ ...fields, groupId, representativeId, ...born(acting) })
    .returning();
  if (made === undefined) throw new RecordMissing(`The representative ${representativeId}`);
  await tellChange(tx, acting, null, made);
  return made;
}

/** Changes or ends a representative; ending is a last day. Each change is told once, old and new. */
export async function changeRepresentative(
  tx: Tx,
  acting: Acting,
  representativeId: string,
  { revision, ...fields }: Fields & { revision: number },
): Promise<Representative> {
  checkDays(fields);
  const isThis = eq(representative.representativeId, representativeId);
  const [current] = await tx.select().from(representative).where(isThis).for('update');
  if (current === undefined) throw new RecordMissing(`The representative ${representativeId}`);
  const kept = grown(`The representative ${current.name}`, current, { revision }, acting);
  const [changed] = await tx
    .update(representative)
    .set({ ...fields, ...kept })
    .where(isThis)
    .returning();
  if (changed === undefined) return current;
  if (isOther(current, changed)) await tellChange(tx, acting, current, changed);
  return changed;
}

function checkDays({ validFrom, validTo }: Fields): void {
  if (validTo !== null && validTo < validFrom)
    throw new RecordRefused('validTo', 'The last day lies before the first.');
}

async function tellChange(tx: Tx, acting: Acting, was: Representative | null, now: Representative): Promise<void> {
  const { name } = await getGroup(tx, now.groupId);
  const { notice, isNew } = await createNotice(tx, acting, {
    kind: 'representative-changed',
    onceKey: `representative-changed/${now.representativeId}/${now.revision}`,
    clause: '1902.3 B',
    toRole: 'division-commander',
    toPersonId: null,
    groupId: now.groupId,
    concernIds: [],
    title: `${name}: ${now.isLeader || was?.isLeader ? 'leadership' : 'a contact person'} changed`,
    words: `${was === null ? 'Nobody in this place' : describe(was)} → ${describe(now)}${was !== null && isReachedOtherwise(was, now) ? '; mail or phone changed' : ''}`,
  });
  if (isNew) await mailNotice(tx, acting, notice);
}

const isReachedOtherwise = (was: Representative, now: Representative): boolean =>
  was.email !== now.email || was.phone !== now.phone;
const isOther = (was: Representative, now: Representative): boolean =>
  describe(was) !== describe(now) || isReachedOtherwise(was, now);

/** Without mail or phone: that they changed is said, what they are stands in the registry alone. */
const describe = ({ name, position, isLeader, validFrom, validTo }: Representative): string =>
  `${name}, ${position}${isLeader ? ', leader' : ''}, from ${validFrom}${validTo === null ? '' : ` to ${validTo}`}`;
