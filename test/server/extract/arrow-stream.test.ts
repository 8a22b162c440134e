import { tableFromIPC } from 'apache-arrow';
import { beforeAll, expect, test } from 'vitest';
import { CALL_COLUMNS } from '#data/schema/call.ts';
import { openBrowserEngine } from '#server/commands/open-browser-engine.ts';
import { toArrowStream } from '#server/extract/arrow-stream.ts';
import { withDuckDb } from '#server/extract/open-duckdb.ts';

const ROWS = 150_000; // three batches, so that dictionaries are shared across them

const given: Partial<Record<(typeof CALL_COLUMNS)[number]['name'], string>> = {
  id: `'call ' || i || case when i % 7 = 0 then ' José' else '' end`,
  received_local: `timestamp '2024-01-01 00:00:00' + to_seconds(i)`,
  received_utc: `case when i % 2 = 0 then timestamp '2024-01-01 05:00:00' + to_seconds(i) end`,
  type_code: `'TYPE ' || (i % 321)`,
  category: `['theft', 'noise', 'crash'][1 + i % 3]`,
  priority: `case when i % 5 = 0 then null else 'P' || (i % 5) end`,
  disposition: 'null::varchar',
  lon: `case when i % 10 = 0 then null else -82 - i / 1e7 end::double`,
  lat: `case when i % 10 = 0 then null else 35 + i / 1e7 end::double`,
  place_key: `'place ' || (i % 40000)`,
};
const EMPTY = { id: `''`, text: `'x'`, time: `timestamp '2024-01-01'`, real: '0::double' };
const made = (rows: number) => {
  const columns = CALL_COLUMNS.map(({ name, kind }) => `${given[name] ?? EMPTY[kind]} as ${name}`);
  return `create or replace temp table made as select ${columns.join(', ')} from range(${rows}) as r(i)`;
};
const streamOf = (rows: number) =>
  withDuckDb(async (connection) => {
    await connection.run(made(rows));
    return toArrowStream(connection, 'made');
  });

let browser: Awaited<ReturnType<typeof openBrowserEngine>>;
let stream: Uint8Array;
beforeAll(async () => {
  browser = await openBrowserEngine();
  stream = await streamOf(ROWS);
  browser.insertArrowFromIPCStream(stream.slice(), { name: 'call', create: true });
});

const ask = (sql: string) =>
  browser
    .query(sql)
    .toArray()
    .map((row) => row.toJSON());

test('every row survives the trip into the engine of the browser', () => {
  expect(ask('select count(*)::int as calls, count(distinct id)::int as ids from call')).toEqual([
    { calls: ROWS, ids: ROWS },
  ]);
});

test('columns arrive with the types of the schema', () => {
  const typeOf = { id: 'VARCHAR', text: 'VARCHAR', time: 'TIMESTAMP', real: 'DOUBLE' };
  const described = ask('describe call').map((row) => [row.column_name, row.column_type]);
  expect(described).toEqual(CALL_COLUMNS.map(({ name, kind }) => [name, typeOf[kind]]));
});

test('grouping by a dictionary-coded column counts right in every batch', () => {
  expect(ask('select category, count(*)::int as calls from call group by all order by category')).toEqual([
    { category: 'crash', calls: ROWS / 3 },
    { category: 'noise', calls: ROWS / 3 },
    { category: 'theft', calls: ROWS / 3 },
  ]);
  // Types 0 to 92 come once more than the rest: 150,000 = 467 * 321 + 93.
  const types = ask('select type_code, count(*)::int as calls from call group by all');
  expect(types).toHaveLength(321);
  expect(types.filter((row) => row.calls === 468)).toHaveLength(93);
  expect(ask('select count(distinct place_key)::int as places from call')).toEqual([{ places: 40_000 }]);
});

test('values and nulls stand in the rows they were put in', () => {
  const row = (id: string) =>
    ask(`select id, epoch_ms(received_local)::double as at, received_utc is null as no_utc, type_code, priority, disposition, lon, lat
      from call where id = '${id}'`)[0];
  expect(row('call 131071')).toEqual({
    id: 'call 131071',
    at: Date.UTC(2024, 0, 1) + 131_071_000,
    no_utc: true,
    type_code: `TYPE ${131_071 % 321}`,
    priority: 'P1',
    disposition: null,
    lon: -82 - 131_071 / 1e7,
    lat: 35 + 131_071 / 1e7,
  });
  expect(row('call 70 José')).toMatchObject({ no_utc: false, priority: null, lon: null, lat: null });
  expect(
    ask('select count(lon)::int as placed, count(priority)::int as told, count(disposition)::int as closed from call'),
  ).toEqual([{ placed: ROWS * 0.9, told: ROWS * 0.8, closed: 0 }]);
});

test('the same rows give the same bytes', async () => {
  const again = await streamOf(ROWS);
  expect(Buffer.compare(again, stream)).toBe(0);
});

test('a stream without rows still makes a table with every column', async () => {
  const empty = await streamOf(0);
  expect(tableFromIPC(empty).schema.fields.map((field) => field.name)).toEqual(CALL_COLUMNS.map((c) => c.name));
  browser.insertArrowFromIPCStream(empty.slice(), { name: 'nobody_called', create: true });
  expect(ask('select count(*)::int as calls from nobody_called')).toEqual([{ calls: 0 }]);
});

test('dictionaries are keyed by 32-bit integers and times carry no zone', () => {
  const types = tableFromIPC(stream).schema.fields.map((field) => String(field.type));
  const typeOf = { id: 'Utf8', text: 'Dictionary<Int32, Utf8>', time: 'Timestamp<MICROSECOND>', real: 'Float64' };
  expect(types).toEqual(CALL_COLUMNS.map(({ kind }) => typeOf[kind]));
});
