import type { RegisterField } from '#data/register/field.ts';
import type { RegisterChoices } from '#data/schema/records/register-answers.ts';
import { ListField, LongField } from '#web/records/shared/long-field.tsx';
import { Field } from '#web/ui/field.tsx';
import { ChecklistInput } from './checklist-input.tsx';
import { EntryInput } from './entry-input.tsx';
import { RowsInput } from './rows-input.tsx';
import { words } from './words.ts';

export type InputProps = {
  field: RegisterField;
  value: unknown;
  onChange: (value: unknown) => void;
  choices: RegisterChoices;
  faultOf: (path: string) => string | undefined; // faults of the whole form, by path
  path: string;
};

/** The control for one field, made from its description. */
export function FieldInput({ field, value, onChange, choices, faultOf, path }: InputProps) {
  const label = field.isRequired ? `${field.label} *` : field.label;
  const about = { label, hint: field.help, fault: faultOf(path) };
  switch (field.type) {
    case 'words': {
      const text = typeof value === 'string' ? value : '';
      const typed = { value: text, maxLength: field.longest };
      if (field.lines === undefined)
        return <Field {...about} {...typed} onChange={(event) => onChange(event.currentTarget.value)} />;
      return (
        <LongField {...about} {...typed} rows={field.lines} onChange={(event) => onChange(event.currentTarget.value)} />
      );
    }
    case 'date':
      return (
        <Field
          {...about}
          type="date"
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      );
    case 'count':
      return (
        <Field
          {...about}
          type="number"
          inputMode="numeric"
          min={0}
          max={field.most}
          value={typeof value === 'number' ? value : ''}
          onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.valueAsNumber)}
        />
      );
    case 'list':
      return (
        <LongField
          {...about}
          hint={`${words.listHint}. ${field.help ?? ''}`}
          value={Array.isArray(value) ? value.join('\n') : ''}
          onChange={(event) => onChange(event.currentTarget.value === '' ? [] : event.currentTarget.value.split('\n'))}
        />
      );
    case 'rows':
      return <RowsInput {...{ field, value, onChange, choices, faultOf, path }} />;
    case 'checklist':
      return <ChecklistInput items={field.items} value={value} onChange={onChange} />;
    case 'entry':
      return <EntryInput {...about} of={field.of} value={value} onChange={onChange} />;
    default:
      return (
        <ListField
          {...about}
          value={toOption(value)}
          choices={[{ value: '', label: words.notSaid }, ...optionsOf(field, choices)]}
          onPick={(picked) => onChange(picked === '' ? null : field.type === 'yes-no' ? picked === 'yes' : picked)}
        />
      );
  }
}

const toOption = (value: unknown): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : typeof value === 'string' ? value : '';

function optionsOf(field: RegisterField, { people, groups }: RegisterChoices): { value: string; label: string }[] {
  if (field.type === 'choice') return [...field.choices];
  if (field.type === 'person')
    return people.map(({ personId, name, title }) => ({ value: personId, label: `${title} ${name}`.trim() }));
  if (field.type === 'group') return groups.map(({ groupId, name }) => ({ value: groupId, label: name }));
  return [
    { value: 'yes', label: words.yes },
    { value: 'no', label: words.no },
  ];
}
