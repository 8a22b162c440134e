import type { DuckDBConnection } from '@duckdb/node-api';
import { type Data, makeData, RecordBatch, RecordBatchStreamWriter, Schema, Struct } from 'apache-arrow';
import { CALL_COLUMNS } from '#data/schema/call.ts';
import { type ArrowColumn, readDictionary, readNumbers, readUtf8 } from './arrow-columns.ts';

const ROWS_PER_BATCH = 65_536; // a multiple of 8, so that a batch's validity starts on a whole byte

/**
 * The rows of `table`, in the order they were inserted, as one Arrow IPC stream with the
 * columns of the call schema. Written by Arrow 17: DuckDB-WASM 1.32 inserts nothing, and
 * says nothing, when a newer one wrote it. The same rows give the same bytes.
 */
export async function toArrowStream(connection: DuckDBConnection, table: string): Promise<Uint8Array> {
  const counted = await connection.runAndReadAll(`select count(*)::integer from ${table}`);
  const rows = Number(counted.value(0, 0));
  const columns: ArrowColumn[] = [];
  for (const [index, { name, kind, nullable }] of CALL_COLUMNS.entries()) {
    const from = { connection, table, name, nullable, rows };
    if (kind === 'id') columns.push(await readUtf8(from));
    else if (kind === 'text') columns.push(await readDictionary(from, index));
    else columns.push(await readNumbers(from, kind));
  }
  return writeStream(columns, rows);
}

function writeStream(columns: ArrowColumn[], rows: number): Uint8Array {
  const schema = new Schema(columns.map((column) => column.field));
  const writer = new RecordBatchStreamWriter();
  writer.reset(undefined, schema);
  for (let from = 0; from < rows || from === 0; from += ROWS_PER_BATCH) {
    const to = Math.min(rows, from + ROWS_PER_BATCH);
    const children: Data[] = columns.map((column) => column.slice(from, to));
    const data = makeData({ type: new Struct(schema.fields), length: to - from, nullCount: 0, children });
    writer.write(new RecordBatch(schema, data));
  }
  writer.finish();
  return writer.toUint8Array(true);
}
