import { REGISTER } from '#data/register/catalog.ts';
import type { RegisterField } from '#data/register/field.ts';
import type { RegisterEntry, RegisterKind } from '#data/schema/records/register.ts';
import type { EarlyWarnings, RegisterChoices } from '#data/schema/records/register-answers.ts';

/** What is being written; sent as it stands. */
export type Draft = Pick<
  RegisterEntry,
  'groupId' | 'concernIds' | 'title' | 'status' | 'ownerId' | 'happenedOn' | 'dueOn' | 'fields'
>;

export const toDraft = ({ groupId, concernIds, title, status, ownerId, happenedOn, dueOn, fields }: Draft): Draft => ({
  groupId,
  concernIds,
  title,
  status,
  ownerId,
  happenedOn,
  dueOn,
  fields,
});

/** An empty entry of a kind, begun today by who asks. */
export function newDraft(
  kind: RegisterKind,
  { today, me, surveyLeastAnswers }: RegisterChoices,
  groupId: string | null,
): Draft {
  const { fields, states } = REGISTER[kind];
  const begun = Object.fromEntries(fields.filter(({ isMade }) => !isMade).map((field) => [field.name, emptyOf(field)]));
  const isSomebodyElse = kind === 'liaison' || kind === 'appointment' || kind === 'analysis-request';
  return {
    groupId,
    concernIds: [],
    title: '',
    status: states[0].value,
    ownerId: isSomebodyElse ? null : me.personId,
    happenedOn: today,
    dueOn: null,
    fields: kind === 'survey-wave' ? { ...begun, leastAnswers: surveyLeastAnswers } : begun,
  };
}

/** A potential problem begun from an early warning, with the evidence it rests on. */
export function fromWarning(draft: Draft, warning: EarlyWarnings[number]): Draft {
  const { group, groupId, category, evidence } = warning;
  const rows = [...new Set(evidence.flatMap((one) => one.rows))];
  const calls = evidence
    .filter(({ signal }) => signal === 'calls')
    .map(({ period }) => `Calls: ${group}, ${category}, ${period}`);
  return {
    ...draft,
    groupId,
    concernIds: rows,
    title: `${(category ?? 'Concerns').replaceAll('-', ' ')}, ${group}`.replace(/^./, (first) => first.toUpperCase()),
    fields: {
      ...draft.fields,
      source: 'early-warning',
      rule: evidence
        .map(({ rule }) => rule)
        .join('; ')
        .slice(0, 300),
      baseline: evidence[0]?.baseline ?? '',
      period: evidence[0]?.period ?? '',
      rows: [...rows, ...calls],
    },
  };
}

export function emptyOf(field: RegisterField): unknown {
  switch (field.type) {
    case 'words':
      return '';
    case 'list':
    case 'rows':
      return [];
    case 'checklist':
      return {};
    default:
      return null;
  }
}
