import { afterAll, beforeAll, expect, test } from 'vitest';
import { Filter } from '#data/schema/filter.ts';
import { openBlockingDuckdb } from '#test/web/tables/blocking-duckdb.ts';
import { createApi } from '#web/api.ts';
import { explore } from '#web/compute/explore.ts';
import { createLoaded, type Loaded } from '#web/compute/loaded.ts';
import { fillSql } from '#web/tables/fill-sql.ts';
import { openTables } from '#web/tables/open-tables.ts';
import { runSql } from '#web/tables/run-sql.ts';
import type { SqlEngine } from '#web/tables/sql-engine.ts';
import { manyCalls, serveCity } from './small-city.ts';

let loaded: Loaded;
let engine: SqlEngine;

beforeAll(async () => {
  loaded = createLoaded(await openTables(createApi(serveCity(manyCalls(20_000))), () => {}));
  engine = await openBlockingDuckdb();
  await fillSql(engine.connection, { ...loaded, places: { groups: loaded.placesOf('groups') } });
});
afterAll(() => engine.close());

const ask = async (text: string) => (await runSql(engine.connection, text, 1_000_000)).rows;

/** One filter said twice: for the counting columns, and in SQL without the part a view leaves out. */
const CASES: {
  name: string;
  said: Partial<Filter>;
  sql: Partial<Record<'date' | 'hour' | 'kind' | 'area', string>>;
  always: string;
}[] = [
  { name: 'nothing chosen', said: { origin: 'all' }, sql: {}, always: 'true' },
  {
    name: 'dates, hours, a category and an area',
    said: {
      origin: 'public',
      from: '2023-03-05',
      to: '2024-02-10',
      weekdays: [5, 6],
      hours: [20, 21, 22, 23],
      categories: ['noise'],
      areas: ['g-east'],
    },
    sql: {
      date: "received_local::date between '2023-03-05' and '2024-02-10'",
      // a call without an hour passes an hour filter only where its whole weekday does
      hour: "isodow(received_local) >= 6 and hour(received_local) >= 20 and time_precision = 'minute'",
      kind: "category = 'noise'",
      area: "id in (select call_id from call_in_area where area_id = 'g-east')",
    },
    always: "origin = 'public'",
  },
];

const where = ({ sql, always }: (typeof CASES)[number], but?: keyof (typeof CASES)[number]['sql']) =>
  [
    always,
    ...Object.entries(sql)
      .filter(([part]) => part !== but)
      .map(([, condition]) => condition),
  ].join(' and ');

test.each(CASES)('counting columns and SQL agree on every view: $name', async (one) => {
  const filter = Filter.parse({ from: '2023-01-01', to: '2024-12-31', ...one.said });
  const { findings, records } = explore(loaded, { method: 'explore', filter, options: { expectedBand: false } });
  const [found] = findings;

  expect(await ask(`select count(*) from call where ${where(one)}`)).toEqual([[found?.calls]]);
  expect(found?.calls).toBeGreaterThan(10);

  const weeks = found?.weeks.filter(({ count }) => count > 0).map(({ week, count }) => [week, count]);
  expect(
    await ask(
      `select date_trunc('week', received_local)::date, count(*) from call where ${where(one, 'date')} group by all order by all`,
    ),
  ).toEqual(weeks);

  const hours = found?.hourOfWeek.flatMap((count, cell) => (count > 0 ? [[cell, count]] : []));
  expect(
    await ask(`select 24 * (isodow(received_local) - 1) + hour(received_local), count(*) from call
      where ${where(one, 'hour')} and time_precision = 'minute' group by all order by all`),
  ).toEqual(hours);

  const types = found?.types.map(({ code, category, count }) => [code, category, count]).sort();
  expect(
    (await ask(`select type_code, category, count(*) from call where ${where(one, 'kind')} group by all`)).sort(),
  ).toEqual(types);

  const areas = found?.areas.map(({ areaId, count }) => [areaId, count]);
  expect(
    await ask(`select area_id, count(*) from call_in_area join call on call.id = call_id
      where ${where(one, 'area')} group by all order by all`),
  ).toEqual(areas);

  const [line] = await ask(`select count(*),
      count(*) filter (placement = 'placed' and n = 1), count(*) filter (placement = 'placed' and n > 1),
      count(*) filter (placement = 'placed' and n is null), count(*) filter (placement = 'unplaced'),
      count(*) filter (placement in ('default-point', 'outside'))
    from call left join (select call_id, count(*) as n from call_in_area group by all) on call_id = id where ${where(one)}`);
  const { read, inside, inSeveral, outside, unplaced, quarantined } = records;
  expect(line).toEqual([read, inside, inSeveral, outside, unplaced, quarantined]);
});

test('the top places are those with the most calls', async () => {
  const filter = Filter.parse({ from: '2023-01-01', to: '2024-12-31', origin: 'all' });
  const [found] = explore(loaded, { method: 'explore', filter, options: { expectedBand: false } }).findings;
  const counts = await ask(
    "select count(*) as n from call where placement = 'placed' and place_key is not null group by place_key order by n desc limit 50",
  );
  expect(found?.places.map(({ count }) => [count])).toEqual(counts);
});
