import type { DuckDBConnection } from '@duckdb/node-api';
import {
  type Data,
  Dictionary,
  Field,
  Float64,
  Int32,
  makeData,
  TimestampMicrosecond,
  Utf8,
  Vector,
} from 'apache-arrow';
import { type Numbers, readColumn, type Validity } from './read-columns.ts';
import { readTexts, type Texts } from './read-texts.ts';

/** One column of an extract, and how to cut rows `from` to `to` of it for a batch. */
export type ArrowColumn = { field: Field; slice: (from: number, to: number) => Data };

/** Where a column is read from. */
export type ColumnSource = {
  connection: DuckDBConnection;
  table: string;
  name: string;
  nullable: boolean;
  rows: number;
};

/** Plain text without nulls, for what is different in nearly every row. */
export async function readUtf8({ connection, table, name, nullable, rows }: ColumnSource): Promise<ArrowColumn> {
  const texts = await readTexts(connection, table, name, rows);
  return { field: new Field(name, new Utf8(), nullable), slice: (from, to) => utf8Data(texts, from, to) };
}

/** Times as microseconds of the local wall clock without zone; reals as they are. */
export async function readNumbers(source: ColumnSource, kind: 'time' | 'real'): Promise<ArrowColumn> {
  const { connection, table, name, nullable, rows } = source;
  const numbers = await readColumn(connection, `select ${name} from ${table}`, WIDTH[kind], rows);
  const type = kind === 'time' ? new TimestampMicrosecond(null) : new Float64();
  return {
    field: new Field(name, type, nullable),
    slice: (from, to) => makeData({ type, ...batchOf(numbers, from, to) }),
  };
}
const WIDTH = { time: 'int64', real: 'float64' } as const;

/**
 * Text that repeats: the distinct words once, in their own order, and a key a row.
 * `id` numbers the dictionary within the file; Arrow's own number counts up in the
 * process and would change the bytes from run to run.
 */
export async function readDictionary(source: ColumnSource, id: number): Promise<ArrowColumn> {
  const { connection, table, name, nullable } = source;
  await connection.run(
    `create or replace temp table word as select distinct ${name} as word from ${table} where word is not null order by word`,
  );
  const counted = await connection.runAndReadAll('select count(*)::integer from word');
  const distinct = Number(counted.value(0, 0));
  const words = utf8Data(await readTexts(connection, 'word', 'word', distinct), 0, distinct);
  const keys = await readKeys(source, distinct);
  const type = new Dictionary(new Utf8(), new Int32(), id);
  const dictionary = new Vector([words]);
  return {
    field: new Field(name, type, nullable),
    slice: (from, to) => makeData({ type, dictionary, ...batchOf(keys, from, to) }),
  };
}

async function readKeys({ connection, table, name, rows }: ColumnSource, distinct: number) {
  if (distinct === 0) return readColumn(connection, `select null::integer from ${table}`, 'int32', rows);
  await connection.run('create type word_key as enum (select word from word order by rowid)');
  const sql = `select enum_code(${name}::word_key)::integer from ${table}`;
  const keys = await readColumn(connection, sql, 'int32', rows);
  await connection.run('drop type word_key');
  return keys;
}

function utf8Data({ bytes, offsets }: Texts, from: number, to: number) {
  const valueOffsets = offsets.subarray(from, to + 1);
  return makeData({ type: new Utf8(), length: to - from, nullCount: 0, valueOffsets, data: bytes });
}

function batchOf<T extends Numbers>({ values, validity }: T, from: number, to: number) {
  const data = values.subarray(from, to) as T['values']; // subarray keeps the kind, its type forgets it
  return { length: to - from, data, ...nullsOf(validity, from, to) };
}

function nullsOf({ bits, hasNulls }: Validity, from: number, to: number) {
  if (!hasNulls) return { nullCount: 0 };
  const nullBitmap = bits.slice(from >> 3, (to + 7) >> 3);
  return { nullCount: countNulls(nullBitmap, to - from), nullBitmap };
}

function countNulls(nullBitmap: Uint8Array, rows: number): number {
  let valid = 0;
  for (let row = 0; row < rows; row++) valid += ((nullBitmap[row >> 3] ?? 0) >> (row & 7)) & 1;
  return rows - valid;
}
