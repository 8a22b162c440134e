import { sql } from 'drizzle-orm';
import { findOrdered } from '#data/register/programs.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import { RecordRefused } from '#server/errors.ts';
import type { Tx } from './record-store.ts';
import type { EntryDraft } from './register-draft.ts';
import { registerEntry } from './tables/notices.ts';

/** A lettered program keeps the name the order gives it, and its counts. */
export async function fromCatalog(
  _tx: Tx,
  _: Acting,
  draft: EntryDraft,
  current: RegisterEntry | null,
): Promise<EntryDraft> {
  const ordered = findOrdered(draft.fields.letter);
  if (current !== null && current.fields.letter !== draft.fields.letter)
    throw new RecordRefused('fields.letter', 'A program keeps its letter.');
  if (ordered?.countsOnly && draft.fields.countsOnly !== true)
    throw new RecordRefused(
      'fields.countsOnly',
      `${ordered.name} may hold dangerous places: only its counts are kept.`,
    );
  if (current?.fields.countsOnly === true && draft.fields.countsOnly !== true)
    throw new RecordRefused('fields.countsOnly', 'A program that keeps counts only stays so.');
  const proposalId = current?.fields.proposalId ?? null;
  const fields = { ...draft.fields, proposalId };
  return ordered ? { ...draft, title: ordered.name, fields } : { ...draft, fields };
}

/** The order that lists the fourteen is signed by the chief. */
export const approvedByOrder = (draft: EntryDraft, _: Acting): Pick<RegisterEntry, 'approvedBy' | 'approvedOn'> =>
  findOrdered(draft.fields.letter)
    ? { approvedBy: 'P3103 V.A.1', approvedOn: draft.happenedOn }
    : { approvedBy: null, approvedOn: null };

/** Activity belongs to an approved, active program (V.A.3), and keeps only a count where that program does. */
export async function underApprovedProgram(tx: Tx, _: Acting, draft: EntryDraft): Promise<EntryDraft> {
  const programId = typeof draft.fields.programId === 'string' ? draft.fields.programId : '';
  const [program] = await tx
    .select()
    .from(registerEntry)
    .where(sql`${registerEntry.kind} = 'program' and ${registerEntry.entryId} = ${programId}`);
  if (program === undefined) throw new RecordRefused('fields.programId', 'Choose one of the programs.');
  if (program.approvedOn === null)
    throw new RecordRefused(
      'fields.programId',
      `The chief has not approved ${program.title}: it takes no activity yet.`,
    );
  if (program.status !== 'active') throw new RecordRefused('fields.programId', `${program.title} is not active.`);
  const countsOnly = program.fields.countsOnly === true;
  const fields = { ...draft.fields, letter: program.fields.letter ?? null, countsOnly };
  if (!countsOnly) return { ...draft, fields };
  if (draft.groupId !== null)
    throw new RecordRefused('groupId', `Of ${program.title} only a count is kept, without a group.`);
  if (draft.concernIds.length > 0) throw new RecordRefused('concernIds', `Of ${program.title} only a count is kept.`);
  return { ...draft, title: `${program.title}, a count`, fields };
}
