import type { SqlResult } from '#web/compute/door.ts';
import { cellAt, nameOfType } from './sql-cell.ts';
import type { Batches, SqlConnection } from './sql-engine.ts';
import { checkReadOnly } from './sql-guard.ts';
import { TableFailed } from './table-failed.ts';

export type SqlRows = Omit<SqlResult, 'milliseconds'>;

/** Runs one reading statement and keeps its first `atMost` rows. */
export async function runSql(connection: SqlConnection, text: string, atMost: number): Promise<SqlRows> {
  checkReadOnly(text);
  const statement = text.trim().replace(/(;\s*)+$/, '');
  try {
    return await collect(await connection.send(statement, true), atMost);
  } catch (cause) {
    throw toFailure(cause);
  }
}

async function collect(batches: Batches, atMost: number): Promise<SqlRows> {
  await batches.open();
  const columns = batches.schema.fields.map((field) => ({ name: field.name, type: nameOfType(field.type) }));
  const rows: SqlRows['rows'] = [];
  for await (const batch of batches) {
    const vectors = batch.schema.fields.map((_, at) => batch.getChildAt(at));
    for (let row = 0; row < batch.numRows; row++) {
      if (rows.length === atMost) return { columns, rows, truncated: true };
      rows.push(vectors.map((vector) => (vector ? cellAt(vector, row) : null)));
    }
  }
  return { columns, rows, truncated: false };
}

function toFailure(cause: unknown): TableFailed {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/interrupt|cancel/i.test(message)) return new TableFailed('canceled', 'The query was canceled.', cause);
  return new TableFailed('query', `The query could not be run. ${message}`, cause);
}
