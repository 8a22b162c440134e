import { and, eq, inArray } from 'drizzle-orm';
import { REGISTER } from '#data/register/catalog.ts';
import { findPrivateWords, type PrivateWords } from '#data/register/private-words.ts';
import { ReleaseScope } from '#data/schema/records/common.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { RegisterEntry, RegisterKind } from '#data/schema/records/register.ts';
import { FieldsRefused, RecordChanged, RecordRefused } from '#server/errors.ts';
import { born, grown, nextReference } from './kept.ts';
import type { Tx } from './record-store.ts';
import { readWhole, toldBy } from './register.ts';
import { withoutFewAnswers } from './survey-answers.ts';
import { concern } from './tables/concerns.ts';
import { representative } from './tables/groups.ts';
import { registerEntry } from './tables/notices.ts';

export type ReleaseAct = {
  readonly revision: number;
  readonly to: RegisterEntry['release'];
  readonly why: string;
  readonly cleared: readonly string[]; // words found and looked at, let stand by this person
};

/** Names, numbers and addresses in what would leave with an entry. */
export async function checkRelease(tx: Tx, kind: RegisterKind, entryId: string): Promise<PrivateWords[]> {
  return findIn(tx, await readWhole(tx, kind, entryId));
}

/** Lets an entry out, or takes it back: always a person's act, with the reason, after the text was looked through. */
export async function releaseEntry(
  tx: Tx,
  acting: Acting,
  kind: RegisterKind,
  entryId: string,
  act: ReleaseAct,
): Promise<RegisterEntry> {
  const current = await readWhole(tx, kind, entryId);
  const farthest = REGISTER[kind].farthest;
  if (reachOf(act.to) > reachOf(farthest))
    throw new RecordRefused('to', `A ${REGISTER[kind].one} goes no farther than: ${farthest}.`);
  if (act.to === 'group' && current.groupId === null)
    throw new RecordRefused('to', 'Name the group of this entry first.');
  if (current.fields.countsOnly === true) throw new RecordRefused('to', 'Its counts stay inside the department.');
  const found = reachOf(act.to) > reachOf(current.release) ? await findIn(tx, current) : [];
  const left = found.filter(({ words }) => !act.cleared.includes(words));
  if (left.length > 0)
    throw new FieldsRefused(left.map(({ what, words }) => ({ path: 'cleared', message: `${what}: ${words}` })));
  const cleared = found.map(({ words }) => words);
  const released =
    act.to === 'internal' ? null : { by: acting.actor.personId, at: acting.nowLocal, why: act.why, cleared };
  return write(tx, acting, current, act, { release: act.to, released });
}

/** The chief's yes or no. A proposal that is approved becomes a program (P3103 V.A.3). */
export async function decideEntry(
  tx: Tx,
  acting: Acting,
  kind: RegisterKind,
  entryId: string,
  decision: { revision: number; verdict: 'approved' | 'declined'; words: string },
): Promise<RegisterEntry> {
  const current = await readWhole(tx, kind, entryId);
  if (!REGISTER[kind].needsChief) throw new RecordRefused('verdict', `A ${REGISTER[kind].one} needs no approval.`);
  if (current.status !== 'proposed') throw new RecordRefused('verdict', `${entryId} was decided already.`);
  const approved = { approvedBy: acting.actor.personId, approvedOn: acting.nowLocal.slice(0, 10) };
  const isYes = decision.verdict === 'approved';
  if (kind === 'program')
    return write(tx, acting, current, decision, { status: isYes ? 'active' : 'ended', ...(isYes ? approved : {}) });
  const programId = isYes ? await beginProgram(tx, acting, current, approved) : null;
  return write(tx, acting, current, decision, {
    status: decision.verdict,
    fields: { ...current.fields, answer: decision.words, programId },
    ...(isYes ? approved : {}),
  });
}

async function beginProgram(
  tx: Tx,
  acting: Acting,
  proposal: RegisterEntry,
  approved: Pick<RegisterEntry, 'approvedBy' | 'approvedOn'>,
): Promise<string> {
  const entryId = await nextReference(tx, REGISTER.program.letters);
  const { about, countsOnly } = proposal.fields;
  await tx.insert(registerEntry).values({
    ...born(acting),
    ...approved,
    entryId,
    kind: 'program',
    groupId: null,
    concernIds: [],
    title: proposal.title,
    status: 'active',
    ownerId: proposal.ownerId,
    happenedOn: acting.nowLocal.slice(0, 10),
    dueOn: null,
    release: 'internal',
    fields: { letter: null, about, countsOnly, proposalId: proposal.entryId },
  });
  return entryId;
}

async function write(
  tx: Tx,
  acting: Acting,
  current: RegisterEntry,
  seen: { revision: number },
  change: Partial<RegisterEntry>,
): Promise<RegisterEntry> {
  const what = `${REGISTER[current.kind].one} ${current.entryId}`;
  const shown = withoutFewAnswers(current);
  const [changed] = await tx
    .update(registerEntry)
    .set({ ...change, ...grown(what, shown, seen, acting) })
    .where(and(eq(registerEntry.entryId, current.entryId), eq(registerEntry.revision, seen.revision)))
    .returning();
  if (changed === undefined) throw new RecordChanged(what, shown);
  return withoutFewAnswers(changed);
}

async function findIn(tx: Tx, entry: RegisterEntry): Promise<PrivateWords[]> {
  const people = await tx.select({ name: representative.name }).from(representative);
  const residents =
    entry.concernIds.length === 0
      ? []
      : await tx
          .select({ name: concern.contactName })
          .from(concern)
          .where(inArray(concern.concernId, entry.concernIds));
  return findPrivateWords(
    toldBy(entry),
    [...people, ...residents].map(({ name }) => name),
  );
}

const reachOf = (release: RegisterEntry['release']): number => ReleaseScope.options.indexOf(release);
