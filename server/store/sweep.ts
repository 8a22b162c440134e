import { and, asc, desc, eq, gte, isNull, lt, lte, notInArray, or } from 'drizzle-orm';
import { addDays, toDayNumber, weekdayOf } from '#analysis/shared/days.ts';
import { isProtected, PROTECTED_KINDS, readsProtected } from '#data/codes/protected-kinds.ts';
import { type Acting, fullName, type Person } from '#data/schema/records/person.ts';
import type {
  CandidateName,
  ChangedSweepVerdict,
  NewSweepVerdict,
  Sweep,
  SweepVerdict,
} from '#data/schema/records/sweep.ts';
import { RecordChanged, RecordMissing, RecordRefused } from '#server/errors.ts';
import { findAddressees } from './addressees.ts';
import { born, grown, nextReference } from './kept.ts';
import { refuseUnknownGroups } from './known-groups.ts';
import type { Tx } from './record-store.ts';
import { pattern, sweepSeen, sweepVerdict } from './tables/sweep.ts';
import { tellOfVerdict } from './tell-verdict.ts';

const WATCHED_WEEKS = 26; // what is watched longer without a word is forgotten
const MOST = 1000;

/**
 * What was decided in a week’s sweep, what is still watched from the weeks before, and what the reader has opened.
 * How many calls of a protected kind there were is told to nobody whose extract leaves them out.
 */
export async function readSweep(tx: Tx, { actor }: Acting, week: string): Promise<Sweep> {
  refuseOtherDays(week);
  const { kind, candidateKey, category } = sweepVerdict;
  const isShown = readsProtected(actor.role)
    ? undefined
    : or(isNull(category), notInArray(category, [...PROTECTED_KINDS]));
  const verdicts = await tx
    .select()
    .from(sweepVerdict)
    .where(and(eq(sweepVerdict.week, week), isShown))
    .orderBy(asc(kind), asc(candidateKey))
    .limit(MOST);
  const last = tx
    .selectDistinctOn([kind, candidateKey])
    .from(sweepVerdict)
    .where(and(isShown, lte(sweepVerdict.week, week), gte(sweepVerdict.week, addDays(week, -7 * WATCHED_WEEKS))))
    .orderBy(kind, candidateKey, desc(sweepVerdict.week))
    .as('last');
  const watched = await tx
    .select()
    .from(last)
    .where(and(eq(last.choice, 'watch'), lt(last.week, week))) // where the last is of this week it is judged again
    .orderBy(desc(last.week), asc(last.verdictId))
    .limit(MOST);
  const seen = await tx
    .select({ kind: sweepSeen.kind, candidateKey: sweepSeen.candidateKey })
    .from(sweepSeen)
    .where(and(eq(sweepSeen.personId, actor.personId), eq(sweepSeen.week, week)))
    .orderBy(asc(sweepSeen.kind), asc(sweepSeen.candidateKey))
    .limit(MOST);
  return { week, verdicts, watched, seen };
}

/** Adds to what the reader has opened; nothing becomes new again. What is long past is let go. */
export async function keepSeen(
  tx: Tx,
  { actor: { personId } }: Acting,
  { week, seen }: { week: string; seen: readonly Omit<CandidateName, 'week'>[] },
): Promise<void> {
  refuseOtherDays(week);
  const long = addDays(week, -7 * WATCHED_WEEKS);
  await tx.delete(sweepSeen).where(and(eq(sweepSeen.personId, personId), lt(sweepSeen.week, long)));
  if (seen.length === 0) return;
  await tx
    .insert(sweepSeen)
    .values(seen.map((one) => ({ ...one, week, personId })))
    .onConflictDoNothing();
}

/** Keeps what a person decided about a candidate of a week, and tells those it is sent to. */
export async function judgeCandidate(tx: Tx, acting: Acting, given: NewSweepVerdict): Promise<SweepVerdict> {
  const { sendTo, ...fields } = given;
  refuseOtherDays(fields.week);
  if (isHidden(acting, fields)) throw new RecordRefused('category', 'Your role does not read calls of this kind.');
  if (fields.week > acting.nowLocal.slice(0, 10)) throw new RecordRefused('week', 'This week has not begun.');
  await refuseUnknownGroups(tx, fields.groupIds);
  const decided = await decisionOf(tx, fields);
  const people = await findAddressees(tx, sendTo, 'sweep.read', fields.category);
  const sentTo = people.map((one) => sendingTo(one, acting));
  const row = { ...fields, ...decided, sentTo, verdictId: await nextReference(tx, 'V'), ...born(acting) };
  const [made] = await tx.insert(sweepVerdict).values(row).onConflictDoNothing().returning();
  if (made === undefined) throw new RecordChanged(`The verdict on ${fields.title}`, await verdictOn(tx, fields));
  await tellOfVerdict(tx, acting, made, people);
  return made;
}

/** Thinks a verdict over. Whoever was told before is not told again. */
export async function changeVerdict(
  tx: Tx,
  acting: Acting,
  verdictId: string,
  { revision, sendTo, ...fields }: ChangedSweepVerdict,
): Promise<SweepVerdict> {
  const current = await holdVerdict(tx, acting, verdictId);
  const kept = grown(`The verdict ${verdictId}`, current, { revision }, acting);
  const decided = await decisionOf(tx, fields);
  const told = new Set(current.sentTo.map(({ personId }) => personId));
  const named = await findAddressees(tx, sendTo, 'sweep.read', current.category);
  const people = named.filter(({ personId }) => !told.has(personId));
  const sentTo = [...current.sentTo, ...people.map((one) => sendingTo(one, acting))];
  const [changed] = await tx
    .update(sweepVerdict)
    .set({ ...fields, ...decided, sentTo, ...kept })
    .where(eq(sweepVerdict.verdictId, verdictId))
    .returning();
  if (changed === undefined) throw new RecordMissing(`The verdict ${verdictId}`);
  await tellOfVerdict(tx, acting, changed, people);
  return changed;
}

/** Undoes a verdict: the candidate waits again. The audit keeps that there was one. */
export async function takeBackVerdict(tx: Tx, acting: Acting, verdictId: string, revision: number): Promise<void> {
  const current = await holdVerdict(tx, acting, verdictId);
  grown(`The verdict ${verdictId}`, current, { revision }, acting);
  await tx.delete(sweepVerdict).where(eq(sweepVerdict.verdictId, verdictId));
}

const sendingTo = (one: Person, { nowLocal }: Acting): SweepVerdict['sentTo'][number] => ({
  personId: one.personId,
  name: fullName(one),
  at: nowLocal,
});

type Decision = Pick<SweepVerdict, 'choice' | 'watchFrom' | 'patternId'>;

/** What belongs to the choice: a count to watch from, or the pattern that was made. */
async function decisionOf(tx: Tx, { choice, watchFrom, patternId }: Decision): Promise<Decision> {
  if (choice !== 'pattern') return { choice, watchFrom: choice === 'watch' ? watchFrom : null, patternId: null };
  if (patternId === null) throw new RecordRefused('patternId', 'Name the pattern that was made.');
  const [made] = await tx
    .select({ patternId: pattern.patternId })
    .from(pattern)
    .where(eq(pattern.patternId, patternId));
  if (made === undefined) throw new RecordRefused('patternId', `No pattern is called ${patternId}.`);
  return { choice, watchFrom: null, patternId };
}

async function verdictOn(tx: Tx, { week, kind, candidateKey }: CandidateName): Promise<SweepVerdict | null> {
  const isIt = and(
    eq(sweepVerdict.week, week),
    eq(sweepVerdict.kind, kind),
    eq(sweepVerdict.candidateKey, candidateKey),
  );
  const [found] = await tx.select().from(sweepVerdict).where(isIt);
  return found ?? null;
}

async function holdVerdict(tx: Tx, acting: Acting, verdictId: string): Promise<SweepVerdict> {
  const [found] = await tx.select().from(sweepVerdict).where(eq(sweepVerdict.verdictId, verdictId)).for('update');
  if (found === undefined || isHidden(acting, found)) throw new RecordMissing(`The verdict ${verdictId}`);
  return found;
}

const isHidden = ({ actor }: Acting, { category }: { category: string | null }): boolean =>
  isProtected(category) && !readsProtected(actor.role);

function refuseOtherDays(week: string): void {
  if (weekdayOf(toDayNumber(week)) !== 0) throw new RecordRefused('week', `${week} is not a Monday.`);
}
