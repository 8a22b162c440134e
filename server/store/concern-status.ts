import { and, eq } from 'drizzle-orm';
import { closingWords } from '#analysis/letter/closing.ts';
import type { CloseReason, Concern } from '#data/schema/records/concern.ts';
import { RecordRefused } from '#server/errors.ts';
import { changeConcern, holdConcern, mailWord, type Turn } from './concern-updates.ts';
import { queueMail } from './mail.ts';
import type { Tx } from './record-store.ts';
import { concern, referral } from './tables/concerns.ts';
import { person } from './tables/people.ts';

export type Closing = {
  readonly reason: Exclude<CloseReason, 'duplicate'>; // a duplicate is merged, so that it names the other one
  readonly words: string; // said to the group
  readonly declinedBy: string; // not-ours: which unit
  readonly instead: string; // not-ours: what else the group can do
  readonly residentAgrees: boolean | null;
  readonly mail: 'none' | 'nobody' | 'resident' | 'representative'; // none: told without a mail; nobody: not told yet
};

const TOLD = { none: 'the group', resident: 'the resident', representative: 'the group' } as const;

/** Closes with an honest reason and words to the group. A referral that still waits keeps it open. */
export async function closeConcern(turn: Turn, closing: Closing): Promise<Concern> {
  const { tx, acting, concernId } = turn;
  const held = await holdConcern(tx, concernId);
  const { reason, declinedBy, instead, residentAgrees, mail } = closing;
  if (held.status === 'closed') throw new RecordRefused('reason', `${concernId} is closed already.`);
  if (reason === 'not-ours' && declinedBy === '')
    throw new RecordRefused('declinedBy', 'Say which unit declined: "not ours" alone misleads.');
  if (reason === 'not-ours' && instead === '')
    throw new RecordRefused('instead', 'Say what else the group can do about it.');
  const [waiting] = await tx
    .select({ referralId: referral.referralId })
    .from(referral)
    .where(and(eq(referral.concernId, concernId), eq(referral.status, 'waiting')));
  if (waiting)
    throw new RecordRefused('reason', `${waiting.referralId} still waits: log its answer or withdraw it first.`);
  const said = closingWords(closing);
  const on = acting.nowLocal.slice(0, 10);
  const toldOn = mail === 'nobody' ? {} : { lastToldOn: on };
  const line =
    mail === 'nobody'
      ? { kind: 'status' as const, to: '', words: `Closed, and nobody is told yet: ${said}` }
      : { kind: 'told' as const, to: TOLD[mail], words: `Closed: ${said}` };
  const closed = await changeConcern(
    turn,
    held,
    { status: 'closed', closeReason: reason, closeWords: said, closedOn: on, ...toldOn, residentAgrees },
    { ...line, from: acting.actor.name },
  );
  if (mail === 'resident' || mail === 'representative') await mailWord(tx, acting, held, mail, said);
  return closed;
}

/** Opens a closed concern again and writes to its owner and to who filed it. */
export async function reopenConcern(turn: Turn, words: string): Promise<Concern> {
  const { tx, acting, concernId } = turn;
  const held = await holdConcern(tx, concernId);
  if (held.status !== 'closed') throw new RecordRefused('words', `${concernId} is not closed.`);
  const opened = await changeConcern(
    turn,
    held,
    { status: 'open', closedOn: null, closeReason: null, closeWords: '', residentAgrees: null, duplicateOf: null },
    { kind: 'status', from: acting.actor.name, to: '', words: `Reopened: ${words}` },
  );
  await tellPeople(turn, held, [held.ownerId, held.filedBy], 'was reopened', words);
  return opened;
}

export async function setNextStep(turn: Turn, next: Pick<Concern, 'nextStep' | 'nextStepOn'>): Promise<Concern> {
  const { tx, acting, concernId } = turn;
  const held = await holdConcern(tx, concernId);
  const words = next.nextStep === '' ? 'No next step is set.' : `Next: ${next.nextStep}`;
  const when = next.nextStepOn === null ? '' : ` By ${next.nextStepOn}.`;
  const from = acting.actor.name;
  return changeConcern(turn, held, next, { kind: 'note', from, to: '', words: words + when });
}

/** Shows it to the city's Neighborhood Services Specialist, or no longer (1902.2 A.2). */
export async function shareWithCity(turn: Turn, sharedWithCity: boolean): Promise<Concern> {
  const { tx, acting, concernId } = turn;
  const held = await holdConcern(tx, concernId);
  const words = sharedWithCity ? 'Shared with the city.' : 'No longer shared with the city.';
  const line = { kind: 'note' as const, from: acting.actor.name, to: 'the city', words };
  return changeConcern(turn, held, { sharedWithCity }, line);
}

/** A person's judgment that leadership must know of it (1902.2 A.8). */
export async function markSignificant(
  turn: Turn,
  { isSignificant, words }: { isSignificant: boolean; words: string },
): Promise<Concern> {
  const { tx, acting, concernId } = turn;
  const held = await holdConcern(tx, concernId);
  const said = `${isSignificant ? 'Marked as significant' : 'No longer marked as significant'}: ${words}`;
  const line = { kind: 'note' as const, from: acting.actor.name, to: '', words: said };
  return changeConcern(turn, held, { isSignificant }, line);
}

/** The concerns that were merged into this one. */
export async function duplicatesOf(tx: Tx, concernId: string): Promise<Pick<Concern, 'concernId' | 'title'>[]> {
  const { title } = concern;
  return tx.select({ concernId: concern.concernId, title }).from(concern).where(eq(concern.duplicateOf, concernId));
}

async function tellPeople(
  { tx, acting }: Turn,
  { concernId, title }: Concern,
  personIds: (string | null)[],
  what: string,
  words: string,
): Promise<void> {
  const wanted = new Set(personIds);
  const people = await tx.select().from(person).where(eq(person.isActive, true));
  const to = people.filter(({ personId }) => wanted.has(personId)).map(({ email }) => email);
  const subject = `${concernId} ${what}${title === '' ? '' : `: ${title}`}`;
  await queueMail(tx, acting.nowLocal, { to, subject, text: words, about: concernId });
}
