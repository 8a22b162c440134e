import { ListField } from '#web/records/shared/long-field.tsx';
import { Field } from '#web/ui/field.tsx';
import css from './groups.module.css';
import type { Filter } from './use-filter.ts';
import type { ListedGroup } from './use-groups.ts';
import { words } from './words.ts';

/** Which groups are listed: by text, kind, district, officer and status. */
export function GroupFilter({
  groups,
  filter,
  set,
  nameOf,
}: {
  groups: readonly ListedGroup[];
  filter: Filter;
  set: (changed: Partial<Filter>) => void;
  nameOf: (personId: string) => string;
}) {
  const kinds = unique(groups.map(({ kind }) => kind)).map((value) => ({ value, label: words.kinds[value] }));
  const districts = unique(groups.map(({ district }) => district)).map((value) => ({
    value,
    label: words.district(value),
  }));
  const liaisons = unique(groups.map(({ liaisonId }) => liaisonId)).map((value) => ({ value, label: nameOf(value) }));
  const statuses = Object.entries(words.statuses).map(([value, label]) => ({ value, label }));
  const parts = [
    { label: words.kind, name: 'kind', choices: kinds },
    { label: words.inDistrict, name: 'district', choices: districts },
    { label: words.liaison, name: 'liaison', choices: liaisons },
    { label: words.status, name: 'status', choices: statuses },
  ] as const;
  return (
    <search className={css.filter}>
      <Field
        label={words.find}
        type="search"
        value={filter.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      {parts.map(({ label, name, choices }) => (
        <ListField
          key={name}
          label={label}
          value={filter[name]}
          choices={[{ value: '', label: words.all }, ...choices.toSorted((a, b) => a.label.localeCompare(b.label))]}
          onPick={(value) => set({ [name]: value })}
        />
      ))}
    </search>
  );
}

const unique = <Value extends string>(values: readonly (Value | null)[]): Value[] => [
  ...new Set(values.flatMap((value) => (value === null ? [] : [value]))),
];
