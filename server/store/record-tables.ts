import type pg from 'pg';

/** A table of ours, quoted for SQL: records in `public`, accounts in `auth`. */
export type RecordTable = { name: string; sql: string };

/** Every table that a backup carries, each after those it refers to. Jobs and migrations are made anew. */
export async function listRecordTables(client: pg.ClientBase): Promise<RecordTable[]> {
  const { rows: tables } = await client.query<RecordTable & { oid: number }>(`
    select c.oid::int, n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as sql
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'auth') and c.relname <> 'permission'
    order by name`);
  const { rows: references } = await client.query<{ from: number; to: number }>(
    `select conrelid::int as from, confrelid::int as to from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  );
  const ordered: typeof tables = [];
  let waiting = tables;
  while (waiting.length > 0) {
    const missing = new Set(waiting.map((table) => table.oid));
    const ready = waiting.filter(({ oid }) => !references.some(({ from, to }) => from === oid && missing.has(to)));
    if (ready.length === 0) throw new Error(`tables refer to each other in a ring: ${waiting.map(({ name }) => name)}`);
    ordered.push(...ready);
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return ordered.map(({ name, sql }) => ({ name, sql }));
}
