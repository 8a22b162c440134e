import { REGISTER, stateOf } from '#data/register/catalog.ts';
import type { RegisterEntry, RegisterKind } from '#data/schema/records/register.ts';
import type { RegisterChoices } from '#data/schema/records/register-answers.ts';
import { longDate } from '#web/chart/week-axis.ts';
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
    .map((name) => `${COMMON[name]}: ${commonInWords(name, current, choices) || '–'}`);
  const fields = spec.fields
    .filter(({ name }) => JSON.stringify(begun.fields[name]) !== JSON.stringify(current.fields[name]))
    .map((field) => `${field.label}: ${valueInWords(field, current.fields[field.name], choices) || '–'}`);
  return [...common, ...fields];
}

function commonInWords(name: keyof typeof COMMON, current: RegisterEntry, { people, groups }: RegisterChoices): string {
  const value = current[name] ?? '';
  switch (name) {
    case 'status':
      return stateOf(current.kind, value)?.label ?? value;
    case 'ownerId':
      return people.find(({ personId }) => personId === value)?.name ?? value;
    case 'groupId':
      return groups.find(({ groupId }) => groupId === value)?.name ?? value;
    case 'title':
      return value;
    default:
      return value === '' ? '' : longDate(value);
  }
}

const COMMON = {
  title: 'Title',
  status: 'State',
  ownerId: 'Person',
  groupId: 'Group',
  happenedOn: 'Day',
  dueOn: 'Due',
};
