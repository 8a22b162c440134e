import { useQuery } from '@tanstack/react-query';
import { useDesk } from '#web/ask/desk.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import css from './sql-screen.module.css';
import { words } from './words.ts';

type TableColumns = { table: string; columns: { name: string; type: string }[] };

// Asked of the tables themselves, so that the list cannot be wrong.
const COLUMNS = `select table_name, column_name, lower(data_type)
from information_schema.columns
where table_schema = 'main'
order by table_name, ordinal_position`;

/** The tables and their columns; a press puts the name into the question. */
export function SchemaList({ onInsert }: { onInsert: (name: string) => void }) {
  const { door, opened } = useDesk();
  const schema = useQuery({
    queryKey: ['sql schema', opened.manifest.manifest],
    queryFn: async () => toTables((await door.sql(COLUMNS, 200)).rows),
  });
  if (schema.isError) return <p className="caption">{schema.error.message}</p>;
  if (schema.data === undefined) return <Skeleton height={240} />;
  return schema.data.map(({ table, columns }) => (
    <details key={table} open={table === 'call'} className={css.table}>
      <summary>{table}</summary>
      <ul>
        {columns.map(({ name, type }) => (
          <li key={name}>
            <button type="button" aria-label={words.insert(name)} onClick={() => onInsert(name)}>
              {name}
            </button>
            <span className="caption">{type}</span>
          </li>
        ))}
      </ul>
    </details>
  ));
}

function toTables(rows: readonly (readonly unknown[])[]): TableColumns[] {
  const tables = new Map<string, TableColumns['columns']>();
  for (const [table, name, type] of rows) {
    const columns = tables.get(String(table)) ?? [];
    tables.set(String(table), [...columns, { name: String(name), type: String(type) }]);
  }
  return [...tables].map(([table, columns]) => ({ table, columns }));
}
