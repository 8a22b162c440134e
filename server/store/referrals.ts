import { eq } from 'drizzle-orm';
import { toDayNumber } from '#analysis/shared/days.ts';
import type { Concern, Referral } from '#data/schema/records/concern.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { RecordMissing, RecordRefused } from '#server/errors.ts';
import { changeConcern, holdConcern, type Turn, writeLine } from './concern-updates.ts';
import { born, grown, nextReference } from './kept.ts';
import { queueMail } from './mail.ts';
import type { Tx } from './record-store.ts';
import { readChoices } from './settings.ts';
import { concern, referral } from './tables/concerns.ts';

/** A referral with its age. Silent: no answer, and too long since it was asked or past the day it was expected. */
export type AgedReferral = Referral & { ageDays: number; isSilent: boolean };

/** How many days without an answer are silence: the department's choice. */
export const silentAfterDays = async (tx: Tx): Promise<number> => (await readChoices(tx)).referralSilentDays;

/** Our own nudges do not end a silence; only their answer does. */
export function withAge(kept: Referral, nowLocal: string, silentDays: number): AgedReferral {
  const today = nowLocal.slice(0, 10);
  const ageDays = toDayNumber(kept.answeredOn ?? today) - toDayNumber(kept.referredOn);
  const isSilent = kept.status === 'waiting' && (ageDays > silentDays || today > kept.expectedBy);
  return { ...kept, ageDays, isSilent };
}

export type ReferralFields = Pick<Referral, 'to' | 'toEmail' | 'isInside' | 'whyNeeded' | 'expectedBy'>;

/** Passes a concern on; its owner stays its owner (1902.2 A.7). */
export async function refer(turn: Turn, fields: ReferralFields): Promise<Referral> {
  const { tx, acting, concernId } = turn;
  const held = await holdConcern(tx, concernId);
  const today = acting.nowLocal.slice(0, 10);
  if (held.status === 'closed') throw new RecordRefused('to', `${concernId} is closed: reopen it before referring it.`);
  if (fields.expectedBy < today) throw new RecordRefused('expectedBy', 'Expect the answer on a day to come.');
  const referralId = await nextReference(tx, 'R');
  const fresh = { referralId, concernId, ...fields, referredOn: today, ...born(acting) };
  const [kept] = await tx.insert(referral).values(fresh).returning();
  if (kept === undefined) throw new Error(`${referralId} was not kept`);
  const words = `Referred: ${fields.whyNeeded} Answer expected by ${fields.expectedBy}.`;
  const line = { kind: 'conveyed' as const, from: acting.actor.name, to: fields.to, words };
  const ownerId = held.ownerId ?? acting.actor.personId;
  await changeConcern(turn, held, { status: 'open', ownerId }, line);
  if (fields.toEmail !== null) await mailReferral(tx, acting, kept, held, fields.whyNeeded);
  return kept;
}

/** One act of one person on one referral. */
export type ReferralTurn = Omit<Turn, 'concernId'> & { readonly referralId: string };
type Nudge = Omit<Referral['nudges'][number], 'on' | 'by'>;

export async function nudge(turn: ReferralTurn, { way, words }: Nudge): Promise<Referral> {
  const { tx, acting } = turn;
  const waiting = await holdWaiting(turn);
  if (way === 'email' && waiting.toEmail === null)
    throw new RecordRefused('way', `${waiting.to} has no e-mail address here: log a call instead.`);
  const entry = { on: acting.nowLocal.slice(0, 10), by: acting.actor.personId, way, words };
  const times = waiting.nudges.length + 1;
  const nudged = await changeReferral(turn, waiting, { nudges: [...waiting.nudges, entry] }, 'to', {
    words: `Nudge ${times}, ${WAYS[way]}${words === '' ? '.' : `: ${words}`}`,
  });
  if (way === 'email') await mailReferral(tx, acting, nudged, await concernOf(tx, nudged), words);
  return nudged;
}

const WAYS = { email: 'by e-mail', phone: 'by phone', 'in-person': 'in person' } as const;

/** Their answer. A refusal names the unit in `to`, so that "not ours" always says whose. */
export const answerReferral = (turn: ReferralTurn, status: 'answered' | 'declined', words: string): Promise<Referral> =>
  endReferral(turn, status, words, 'from');

export const withdrawReferral = (turn: ReferralTurn, words: string): Promise<Referral> =>
  endReferral(turn, 'withdrawn', words, 'to');

async function endReferral(
  turn: ReferralTurn,
  status: 'answered' | 'declined' | 'withdrawn',
  words: string,
  side: 'from' | 'to',
): Promise<Referral> {
  const waiting = await holdWaiting(turn);
  const answeredOn = turn.acting.nowLocal.slice(0, 10);
  const said = { answered: words, declined: `Declined: ${words}`, withdrawn: `Referral withdrawn: ${words}` }[status];
  return changeReferral(turn, waiting, { status, answer: words, answeredOn }, side, { words: said });
}

async function holdWaiting({ tx, referralId }: ReferralTurn): Promise<Referral> {
  const [held] = await tx.select().from(referral).where(eq(referral.referralId, referralId)).for('update');
  if (held === undefined) throw new RecordMissing(`The referral ${referralId}`);
  if (held.status !== 'waiting') throw new RecordRefused('status', `${referralId} was ${held.status} already.`);
  return held;
}

/** Changes a referral and writes the line of its concern that says so. */
async function changeReferral(
  { tx, acting, seen }: ReferralTurn,
  held: Referral,
  change: Partial<Referral>,
  side: 'from' | 'to',
  { words }: { words: string },
): Promise<Referral> {
  const growth = grown(held.referralId, held, seen, acting);
  await tx
    .update(referral)
    .set({ ...change, ...growth })
    .where(eq(referral.referralId, held.referralId));
  const me = acting.actor.name;
  const [from, to] = side === 'from' ? [held.to, me] : [me, held.to];
  await writeLine(tx, acting, held.concernId, { kind: 'conveyed', from, to, words });
  return { ...held, ...change, ...growth };
}

/** What leaves the house names the place and the reason; never who said it, nor their words. */
async function mailReferral(
  tx: Tx,
  acting: Acting,
  { to, toEmail, referralId, expectedBy }: Referral,
  { title, placeWords, concernId }: Pick<Concern, 'title' | 'placeWords' | 'concernId'>,
  words: string,
): Promise<void> {
  if (toEmail === null) return;
  const parts = [`To ${to}`, title, placeWords, words, `Please answer by ${expectedBy}, naming ${referralId}.`];
  const text = parts.filter((part) => part !== '').join('\n\n');
  const subject = `Referral ${referralId}${title === '' ? '' : `: ${title}`}`;
  await queueMail(tx, acting.nowLocal, { to: [toEmail], subject, text, about: concernId });
}

async function concernOf(tx: Tx, { concernId }: Referral): Promise<Concern> {
  const [found] = await tx.select().from(concern).where(eq(concern.concernId, concernId));
  if (found === undefined) throw new RecordMissing(`The concern ${concernId}`);
  return found;
}
