import { and, eq, gt, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm';
import { subjectOf } from '#analysis/letter/closing.ts';
import type { Concern, ConcernUpdate } from '#data/schema/records/concern.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { RecordMissing, RecordRefused } from '#server/errors.ts';
import { asReadBy } from './concern-reader.ts';
import { toConcern } from './concerns.ts';
import { grown, nextReference } from './kept.ts';
import { queueMail } from './mail.ts';
import type { Tx } from './record-store.ts';
import { concern, concernUpdate } from './tables/concerns.ts';
import { representative } from './tables/groups.ts';

/** One act of one person on one concern, in one transaction. */
export type Turn = {
  readonly tx: Tx;
  readonly acting: Acting;
  readonly concernId: string;
  readonly seen: { readonly revision: number };
};
/** One line of "who said what to whom", before it is kept. */
export type Line = Pick<ConcernUpdate, 'kind' | 'from' | 'to' | 'words'> & { readonly at?: string };

/** The concern as it is now; nobody else changes it until the transaction ends. */
export async function holdConcern(tx: Tx, concernId: string): Promise<Concern> {
  const [row] = await tx.select().from(concern).where(eq(concern.concernId, concernId)).for('update');
  if (row === undefined) throw new RecordMissing(`The concern ${concernId}`);
  return toConcern(row);
}

/** Changes a concern and writes the line that says so, both or neither. */
export async function changeConcern(
  { tx, acting, seen }: Turn,
  held: Concern,
  change: Partial<Concern>,
  line: Line,
): Promise<Concern> {
  const growth = grown(held.concernId, asReadBy(acting.actor, held), seen, acting);
  await tx
    .update(concern)
    .set({ ...change, ...growth })
    .where(eq(concern.concernId, held.concernId));
  await writeLine(tx, acting, held.concernId, line);
  return asReadBy(acting.actor, { ...held, ...change, ...growth });
}

/** Writes one line; the row rules decide who may write which kind. */
export async function writeLine(tx: Tx, acting: Acting, concernId: string, line: Line): Promise<ConcernUpdate> {
  const { at = acting.nowLocal, ...rest } = line;
  const kept = { updateId: await nextReference(tx, 'U'), concernId, at, by: acting.actor.personId, ...rest };
  await tx.insert(concernUpdate).values(kept);
  return kept;
}

export type Word = {
  readonly kind: 'said' | 'did' | 'told' | 'conveyed' | 'note';
  readonly other: string; // who said it, or who was told; empty for an action and a note
  readonly words: string;
  readonly on: string; // the day it happened
  readonly mail: 'none' | 'resident' | 'representative';
};

/** Adds a word to a concern. The first action and the last word to the group are kept on the concern itself. */
export async function addWord(turn: Turn, { kind, other, words, on, mail }: Word): Promise<Concern> {
  const { tx, acting, concernId } = turn;
  const held = await holdConcern(tx, concernId);
  if (on > acting.nowLocal.slice(0, 10)) throw new RecordRefused('on', 'That day has not come: log what has happened.');
  if (kind === 'did' && held.status === 'closed')
    throw new RecordRefused('kind', `${concernId} is closed: reopen it before logging an action.`);
  if (kind === 'conveyed' && other === '') throw new RecordRefused('other', 'Name the unit it was conveyed to.');
  const me = acting.actor.name;
  const at = on === acting.nowLocal.slice(0, 10) ? acting.nowLocal : `${on}T12:00:00`;
  const [from, to] = kind === 'said' ? [other || 'The group', me] : [me, other || (kind === 'told' ? 'the group' : '')];
  const changed = await changeConcern(turn, held, marksOf(held, kind, on), { kind, from, to, words, at });
  if (mail !== 'none') await mailWord(tx, acting, held, mail, words);
  return changed;
}

function marksOf(held: Concern, kind: Word['kind'], on: string): Partial<Concern> {
  const opened: Partial<Concern> =
    held.status === 'new' && kind !== 'said' && kind !== 'note' ? { status: 'open' } : {};
  const { firstActionOn, lastToldOn } = held;
  if (kind === 'did' && (firstActionOn === null || on < firstActionOn)) return { ...opened, firstActionOn: on };
  if (kind === 'told' && (lastToldOn === null || on > lastToldOn)) return { ...opened, lastToldOn: on };
  return opened;
}

/** Queues a word as mail to the resident, where they wished for it, or to the group's representatives of today. */
export async function mailWord(
  tx: Tx,
  acting: Acting,
  held: Concern,
  whom: 'resident' | 'representative',
  words: string,
): Promise<void> {
  const { resident, representatives } = await whoCanBeWrittenTo(tx, held, acting.nowLocal.slice(0, 10));
  if (whom === 'resident' && resident === null)
    throw new RecordRefused('mail', 'This resident did not ask to be written to: tell the group instead.');
  if (whom === 'representative' && representatives.length === 0)
    throw new RecordRefused('mail', 'No representative of its groups has an e-mail address today.');
  const to = whom === 'resident' ? [resident ?? ''] : representatives.map(({ email }) => email);
  await queueMail(tx, acting.nowLocal, { to, subject: subjectOf(held), text: words, about: held.concernId });
}

type Addresses = { resident: string | null; representatives: { name: string; email: string }[] };

/** The resident, where they wished for mail, and the representatives of today who have an address. */
export async function whoCanBeWrittenTo(
  tx: Tx,
  { contactWish, contactReach, groupIds }: Concern,
  today: string,
): Promise<Addresses> {
  const resident = contactWish === 'may-email' && contactReach.includes('@') ? contactReach : null;
  if (groupIds.length === 0) return { resident, representatives: [] };
  const rows = await tx
    .selectDistinct({ name: representative.name, email: representative.email })
    .from(representative)
    .where(
      and(
        inArray(representative.groupId, groupIds),
        isNotNull(representative.email),
        lte(representative.validFrom, today),
        or(isNull(representative.validTo), gt(representative.validTo, today)),
      ),
    )
    .orderBy(representative.name);
  const named = new Map(rows.flatMap(({ name, email }) => (email === null ? [] : [[email, name]])));
  return { resident, representatives: [...named].map(([email, name]) => ({ name, email })) };
}
