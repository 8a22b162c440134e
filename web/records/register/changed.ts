import { REGISTER } from '#data/register/catalog.ts';
import type { RegisterEntry, RegisterKind } from '#data/schema/records/register.ts';
import type { RegisterChoices } from '#data/schema/records/register-answers.ts';
import type { Draft } from './draft.ts';
import { valueInWords } from './value-words.ts';

/** What somebody else wrote since the writing began, field by field, in words. */
export function changedWords(
  kind: RegisterKind,
  begun: Draft,
  current: RegisterEntry,
  choices: RegisterChoices,
): string[] {
  const spec = REGISTER[kind];
  const common = (['title', 'status', 'ownerId', 'groupId', 'happenedOn', 'dueOn'] as const)
    .filter((name) => begun[name] !== current[name])
    .map((name) => `${COMMON[name]}: ${current[name] ?? '–'}`);
  const fields = spec.fields
    .filter(({ name }) => JSON.stringify(begun.fields[name]) !== JSON.stringify(current.fields[name]))
    .map((field) => `${field.label}: ${valueInWords(field, current.fields[field.name], choices) || '–'}`);
  return [...common, ...fields];
}

const COMMON = {
  title: 'Title',
  status: 'State',
  ownerId: 'Person',
  groupId: 'Group',
  happenedOn: 'Day',
  dueOn: 'Due',
};
