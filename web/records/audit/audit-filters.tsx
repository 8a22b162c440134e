import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { AuditLine } from '#data/schema/records/audit.ts';
import { getJson } from '#web/records/shared/send.ts';
import css from './audit.module.css';
import { words } from './words.ts';

export type Filters = { person: string; kind: string; action: string; from: string; to: string };
export const NO_FILTERS: Filters = { person: '', kind: '', action: '', from: '', to: '' };

/** The filters as the server reads them; `before` a line for the next page. */
export function queryOf(filters: Filters, before: number | null = null): string {
  const asked = Object.entries(filters).filter(([, value]) => value !== '');
  return new URLSearchParams([...asked, ...(before === null ? [] : [['before', String(before)]])]).toString();
}

const Names = z.object({
  kinds: z.array(z.string()),
  people: z.array(z.object({ personId: z.string(), name: z.string() })),
});

export function AuditFilters({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const names = useQuery({ queryKey: ['audit', 'names'], queryFn: () => getJson(Names, '/api/audit/names') });
  const keep = (field: keyof Filters) => (event: { currentTarget: { value: string } }) =>
    onChange({ ...filters, [field]: event.currentTarget.value });
  return (
    <div className={css.filters}>
      <label>
        {words.person}
        <select value={filters.person} onChange={keep('person')}>
          <option value="">{words.anybody}</option>
          {names.data?.people.map(({ personId, name }) => (
            <option key={personId} value={personId}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.kind}
        <select value={filters.kind} onChange={keep('kind')}>
          <option value="">{words.anything}</option>
          {names.data?.kinds.map((kind) => (
            <option key={kind} value={kind}>
              {kind.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.action}
        <select value={filters.action} onChange={keep('action')}>
          <option value="">{words.anything}</option>
          {AuditLine.shape.action.options.map((action) => (
            <option key={action} value={action}>
              {action.replaceAll('-', ' ')}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.from}
        <input type="date" value={filters.from} onChange={keep('from')} />
      </label>
      <label>
        {words.to}
        <input type="date" value={filters.to} onChange={keep('to')} />
      </label>
      <a className="link" href={`/api/audit/lines.jsonl?${queryOf(filters)}`} download>
        {words.export}
      </a>
    </div>
  );
}
