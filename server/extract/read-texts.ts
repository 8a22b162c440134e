import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBBlobVector } from '@duckdb/node-api';
import { readColumn } from './read-columns.ts';

/** Texts laid end to end as Arrow wants them: text i is bytes offsets[i] to offsets[i + 1]. */
export type Texts = { bytes: Uint8Array; offsets: Int32Array };

/**
 * A text column without nulls, read as one value: DuckDB lays the texts end to end, so no
 * text becomes a JavaScript string. Up to 2 GB of text, which is what Arrow's offsets hold.
 */
export async function readTexts(
  connection: DuckDBConnection,
  table: string,
  column: string,
  rows: number,
): Promise<Texts> {
  const joined = await connection.run(`select encode(string_agg(${column}, '' order by rowid)) from ${table}`);
  const vector = (await joined.fetchChunk())?.getColumnVector(0);
  const bytes = (vector instanceof DuckDBBlobVector ? vector.getItemBytes(0) : null) ?? new Uint8Array(0);
  const lengths = await readColumn(connection, `select strlen(${column})::integer from ${table}`, 'int32', rows);
  const offsets = new Int32Array(rows + 1);
  let end = 0;
  for (let row = 0; row < rows; row++) {
    end += lengths.values[row] ?? 0;
    offsets[row + 1] = end;
  }
  if (end !== bytes.length)
    throw new RangeError(`readTexts expected ${end} bytes of ${column} and got ${bytes.length}`);
  return { bytes: Uint8Array.from(bytes), offsets };
}
