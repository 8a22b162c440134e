import { and, inArray, ne } from 'drizzle-orm';
import { REGISTER } from '#data/register/catalog.ts';
import { INTERNAL_INVESTIGATIONS } from '#data/register/training-need.ts';
import { may } from '#data/schema/permissions.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import { NotTheirs, RecordRefused } from '#server/errors.ts';
import { createNotice } from './notices.ts';
import type { Tx } from './record-store.ts';
import type { EntryDraft } from './register-draft.ts';
import { readSettings } from './settings.ts';
import { concern } from './tables/concerns.ts';

export async function mustHaveVisited(_tx: Tx, _: Acting, draft: EntryDraft): Promise<EntryDraft> {
  const isPastVisit = draft.status === 'following-up' || draft.status === 'done';
  if (isPastVisit && !draft.fields.visitedOn)
    throw new RecordRefused('fields.visitedOn', 'Say on which day the site was visited.');
  if (draft.status === 'done' && !draft.fields.doneOn)
    throw new RecordRefused('fields.doneOn', 'Say on which day it was written up.');
  return draft;
}

export async function mustAnswer(_tx: Tx, _: Acting, draft: EntryDraft): Promise<EntryDraft> {
  if (draft.status === 'answered' && !draft.fields.answer)
    throw new RecordRefused('fields.answer', 'An answered request holds its answer.');
  if (draft.fields.patternType && !draft.fields.rule)
    throw new RecordRefused('fields.rule', 'A pattern names the rule and the rows it rests on.');
  return draft;
}

/** A policy suggestion shows the concerns it comes from (P3103 V.B.2.c). */
export async function mustHaveConcerns(_tx: Tx, _: Acting, draft: EntryDraft): Promise<EntryDraft> {
  if (draft.concernIds.length === 0) throw new RecordRefused('concernIds', 'Name at least one concern it comes from.');
  return draft;
}

/** A publication leaves by a person's act first; a success is a closed concern (P3103 V.B.2.d). */
export async function mustPublishReleased(
  tx: Tx,
  { nowLocal }: Acting,
  draft: EntryDraft,
  current: RegisterEntry | null,
): Promise<EntryDraft> {
  if (draft.fields.publicationKind === 'success') await mustBeClosed(tx, draft.concernIds);
  const publishedOn = current?.fields.publishedOn ?? null;
  if (draft.status !== 'published') return { ...draft, fields: { ...draft.fields, publishedOn } };
  if (current?.release !== 'public')
    throw new RecordRefused('status', 'Let it out to the public first: that looks it through for names and addresses.');
  if (current.title !== draft.title || current.fields.words !== draft.fields.words)
    throw new RecordRefused('fields.words', 'A published text stays as it was. Withdraw it to write another.');
  return { ...draft, fields: { ...draft.fields, publishedOn: publishedOn ?? nowLocal.slice(0, 10) } };
}

async function mustBeClosed(tx: Tx, concernIds: readonly string[]): Promise<void> {
  if (concernIds.length === 0) throw new RecordRefused('concernIds', 'A success names the concern that was closed.');
  const open = await tx
    .select({ concernId: concern.concernId })
    .from(concern)
    .where(and(inArray(concern.concernId, [...concernIds]), ne(concern.status, 'closed')));
  if (open[0]) throw new RecordRefused('concernIds', `${open[0].concernId} is not closed: it is no success yet.`);
}

/** From internal investigations only a topic is kept, and few may write or see it (P3103 V.B.2.h). */
export async function withoutCase(_tx: Tx, { actor }: Acting, draft: EntryDraft): Promise<EntryDraft> {
  if (draft.fields.sourceKind !== INTERNAL_INVESTIGATIONS) return draft;
  if (!may(actor.role, 'concern.triage') && !may(actor.role, 'register.approve'))
    throw new NotTheirs('A need from internal investigations is kept by the coordinator and the commanders.');
  if (draft.concernIds.length > 0) throw new RecordRefused('concernIds', 'No case stands beside this need.');
  const topics = REGISTER['training-need'].fields.find(({ name }) => name === 'topic');
  const topic =
    topics?.type === 'choice' ? topics.choices.find(({ value }) => value === draft.fields.topic) : undefined;
  return { ...draft, title: topic?.label ?? 'Training need' };
}

export async function mustSurvey(tx: Tx, _: Acting, draft: EntryDraft): Promise<EntryDraft> {
  const { surveyLeastAnswers } = await readSettings(tx);
  const { leastAnswers = surveyLeastAnswers, questions = [], results = [] } = draft.fields;
  if (typeof leastAnswers === 'number' && leastAnswers < surveyLeastAnswers)
    throw new RecordRefused(
      'fields.leastAnswers',
      `Never below ${surveyLeastAnswers}, the department’s choice: fewer people could be recognized.`,
    );
  if (!Array.isArray(questions) || !Array.isArray(results)) return draft; // its schema says so
  const codes = new Set(questions.map((question: { code?: unknown }) => question.code));
  results.forEach((row: { question?: unknown; answers?: unknown; favorable?: unknown }, at) => {
    if (!codes.has(row.question))
      throw new RecordRefused(`fields.results.${at}.question`, 'No question of this wave has that code.');
    if (Number(row.favorable ?? 0) > Number(row.answers ?? Number.POSITIVE_INFINITY))
      throw new RecordRefused(`fields.results.${at}.favorable`, 'No more favorable than answers.');
  });
  return { ...draft, fields: { ...draft.fields, leastAnswers } };
}

/** Every member is told of an objective once; the acknowledgments say who has read it (P3103 V.B.2.b). */
export async function tellEveryone(
  tx: Tx,
  acting: Acting,
  entry: RegisterEntry,
  before: RegisterEntry | null,
): Promise<void> {
  if (before !== null) return;
  await createNotice(tx, acting, {
    kind: 'objective',
    onceKey: `objective/${entry.entryId}`,
    clause: 'V.B.2.b',
    toRole: null,
    toPersonId: null,
    groupId: null,
    concernIds: [],
    title: entry.title,
    words: String(entry.fields.statement ?? entry.title),
  });
}
