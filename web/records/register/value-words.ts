import type { RegisterField } from '#data/register/field.ts';
import type { RegisterChoices } from '#data/schema/records/register-answers.ts';
import { longDate } from '#web/chart/week-axis.ts';
import { count, plural } from '#web/ui/words.ts';
import { words } from './words.ts';

/** A value as it is read; empty where nothing was said. */
export function valueInWords(field: RegisterField, value: unknown, { people, groups }: RegisterChoices): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return count(value);
  if (Array.isArray(value)) {
    if (field.type === 'list') return value.join('; ');
    return value.length === 0 ? '' : plural(value.length, eachOf(field), `${eachOf(field)}s`);
  }
  if (typeof value !== 'string') return '';
  switch (field.type) {
    case 'choice':
      return field.choices.find((choice) => choice.value === value)?.label ?? value;
    case 'date':
      return longDate(value);
    case 'person':
      return people.find(({ personId }) => personId === value)?.name ?? value;
    case 'group':
      return groups.find(({ groupId }) => groupId === value)?.name ?? value;
    default:
      return value;
  }
}

const eachOf = (field: RegisterField): string => (field.type === 'rows' ? field.each : 'row');
