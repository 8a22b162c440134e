import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';

/** Arrow validity: a bit a row, 1 is a value, least significant first. */
export type Validity = { bits: Uint8Array; hasNulls: boolean };
export type Numbers<Values = Int32Array | Float64Array | BigInt64Array> = { values: Values; validity: Validity };

/** The plain widths that a column can have on its way to Arrow. */
const ARRAY = { int32: Int32Array, float64: Float64Array, int64: BigInt64Array } as const;
export type Width = keyof typeof ARRAY;

/**
 * The one column of a query as a typed array: each vector is copied whole. Reading value
 * by value costs many times as much, hence the bindings below `@duckdb/node-api`.
 */
export async function readColumn<W extends Width>(
  connection: DuckDBConnection,
  sql: string,
  width: W,
  rows: number,
): Promise<Numbers<InstanceType<(typeof ARRAY)[W]>>> {
  const chunks = await (await connection.run(sql)).fetchAllChunks();
  const buffer = new Uint8Array(rows * ARRAY[width].BYTES_PER_ELEMENT);
  const validity = copyChunks(chunks, buffer, ARRAY[width].BYTES_PER_ELEMENT, rows);
  const values = new ARRAY[width](buffer.buffer) as InstanceType<(typeof ARRAY)[W]>;
  return { values, validity };
}

function copyChunks(chunks: DuckDBDataChunk[], into: Uint8Array, bytesPerValue: number, rows: number): Validity {
  const validity: Validity = { bits: new Uint8Array(Math.ceil(rows / 8)).fill(255), hasNulls: false };
  let row = 0;
  for (const { chunk, rowCount } of chunks) {
    if (row + rowCount > rows) throw new RangeError(`a column of ${rows} rows came with more`);
    const vector = duckdb.data_chunk_get_vector(chunk, 0);
    into.set(duckdb.vector_get_data(vector, rowCount * bytesPerValue), row * bytesPerValue);
    const valid: Uint8Array | null = duckdb.vector_get_validity(vector, Math.ceil(rowCount / 64) * 8);
    for (const at of valid ? nullsIn(valid, row, rowCount) : []) {
      validity.bits[at >> 3] = (validity.bits[at >> 3] ?? 255) & ~(1 << (at & 7));
      validity.hasNulls = true;
      // Below a null lies whatever the engine left there: it would change the name of the file, or tell a secret.
      into.fill(0, at * bytesPerValue, (at + 1) * bytesPerValue);
    }
    row += rowCount;
  }
  if (row !== rows) throw new RangeError(`a column of ${rows} rows came with ${row}`);
  return validity;
}

function* nullsIn(valid: Uint8Array, from: number, rowCount: number) {
  for (let i = 0; i < rowCount; i++) {
    if ((((valid[i >> 3] ?? 255) >> (i & 7)) & 1) === 0) yield from + i;
  }
}
