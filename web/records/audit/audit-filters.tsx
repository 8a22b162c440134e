import { AuditLine } from '#data/schema/records/audit.ts';
import { ListField } from '#web/records/shared/long-field.tsx';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { Icon } from '#web/ui/icons.tsx';
import css from './audit.module.css';
import { type Filters, NO_FILTERS, queryOf, type useNames } from './use-audit.ts';
import { inWords, words } from './words.ts';

type Props = {
  filters: Filters;
  names: ReturnType<typeof useNames>;
  onChange: (filters: Filters) => void;
};

/** Which lines are read, and the way to take them along. */
export function AuditFilters({ filters, names, onChange }: Props) {
  const set = (change: Partial<Filters>) => onChange({ ...filters, ...change });
  const any = { value: '', label: words.anything };
  return (
    <search className={css.filters} aria-label={words.filters}>
      <ListField
        label={words.person}
        value={filters.person}
        choices={[
          { value: '', label: words.anybody },
          ...names.people.map(({ personId, name }) => ({ value: personId, label: name })),
        ]}
        onPick={(person) => set({ person })}
      />
      <ListField
        label={words.kind}
        value={filters.kind}
        choices={[any, ...names.kinds.map((kind) => ({ value: kind, label: inWords(kind) }))]}
        onPick={(kind) => set({ kind })}
      />
      <ListField
        label={words.action}
        value={filters.action}
        choices={[
          any,
          ...AuditLine.shape.action.options.map((action) => ({ value: String(action), label: inWords(action) })),
        ]}
        onPick={(action) => set({ action })}
      />
      <Field
        label={words.from}
        type="date"
        value={filters.from}
        max={filters.to || undefined}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <Field
        label={words.to}
        type="date"
        value={filters.to}
        min={filters.from || undefined}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
      <div className={css.acts}>
        {Object.values(filters).some((value) => value !== '') && (
          <Button look="quiet" onClick={() => onChange(NO_FILTERS)}>
            {words.clear}
          </Button>
        )}
        <a className={css.export} href={`/api/audit/lines.jsonl?${queryOf(filters)}`} download>
          <Icon name="export" /> {words.export}
        </a>
      </div>
    </search>
  );
}
