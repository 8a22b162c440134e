import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AreaFeature, AreaLayer, Position } from '#data/schema/area.ts';
import type { MapConcern } from '#data/schema/concern.ts';
import { toCalls } from '#web/tables/calls.ts';
import { fillSql } from '#web/tables/fill-sql.ts';
import { placeInLayer } from '#web/tables/layer-places.ts';
import { runSql } from '#web/tables/run-sql.ts';
import type { SqlEngine } from '#web/tables/sql-engine.ts';
import { openBlockingDuckdb } from './blocking-duckdb.ts';
import { makeExtract } from './make-extract.ts';

const square = (areaId: string, west: number, east: number): AreaFeature => {
  const ring: Position[] = [
    [west, 0],
    [east, 0],
    [east, 1],
    [west, 1],
    [west, 0],
  ];
  return {
    type: 'Feature',
    id: areaId,
    properties: {
      areaId,
      name: areaId,
      kind: 'group',
      groupKind: null,
      residents: 100,
      addresses: null,
      validFrom: null,
      center: null,
      radiusMeters: null,
    },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
};
const groups: AreaLayer = { type: 'FeatureCollection', features: [square('west', 0, 2), square('east', 1, 3)] };
const concerns: MapConcern[] = [
  {
    concernId: 'C-0001',
    title: 'Loud at night',
    category: 'noise',
    status: 'open',
    raisedOn: '2024-03-01',
    answeredOn: null,
    lon: 0.5,
    lat: 0.5,
  },
];
const extracts = [
  makeExtract(2023, [
    { id: 'a', lon: 0.5, lat: 0.5 },
    { id: 'b', lon: 1.5, lat: 0.5 },
  ]),
  makeExtract(2024, [{ id: 'c', lon: 2.5, lat: 0.5, receivedLocal: '2024-07-01T10:20:30' }, { id: 'd' }]),
];

let engine: SqlEngine;
const ask = (text: string, atMost = 100) => runSql(engine.connection, text, atMost);

beforeAll(async () => {
  engine = await openBlockingDuckdb();
  const calls = toCalls(extracts.map(({ bytes }) => tableFromIPC(bytes)));
  const places = { groups: placeInLayer(groups, calls, concerns) };
  await fillSql(engine.connection, { extracts, layers: { groups }, places, concerns });
});
afterAll(() => engine.close());

test('every call of every file is in the table, in order', async () => {
  const { rows } = await ask('select id from call order by rowid');
  expect(rows).toEqual([['a'], ['b'], ['c'], ['d']]);
});

test('filling the tables leaves the extracts readable', () => {
  expect(extracts.map(({ bytes }) => tableFromIPC(bytes).numRows)).toEqual([2, 2]);
});

test('a call in two areas has two rows in call_in_area', async () => {
  const { rows } = await ask('select call_id, layer, area_id from call_in_area order by all');
  expect(rows).toEqual([
    ['a', 'groups', 'west'],
    ['b', 'groups', 'east'],
    ['b', 'groups', 'west'],
    ['c', 'groups', 'east'],
  ]);
});

test('areas and concerns can be asked for, dates as dates', async () => {
  expect((await ask('select area_id, residents from area order by 1')).rows).toEqual([
    ['east', 100],
    ['west', 100],
  ]);
  const { columns, rows } = await ask('select concern_id, raised_on, answered_on from concern');
  expect(columns.map((column) => column.type)).toEqual(['text', 'date', 'date']);
  expect(rows).toEqual([['C-0001', '2024-03-01', null]]);
});

test('cells come as plain values', async () => {
  const { rows } = await ask(
    `select received_local, count(*), sum(2), 9007199254740993, true, 1.25, time '10:00:00', [1, 2], interval '3 days 30 hours', 'x'::blob,
     'infinity'::timestamp, lon from call where id = 'c' group by all`,
  );
  expect(rows).toEqual([
    [
      '2024-07-01 10:20:30',
      1,
      2,
      '9007199254740993',
      true,
      1.25,
      '10:00:00',
      '[1,2]',
      '3 days 30:00:00',
      '78',
      'out of range',
      2.5,
    ],
  ]);
});

test('rows beyond those asked for are cut off, and that is said', async () => {
  expect(await ask('select id from call order by id', 2)).toMatchObject({ rows: [['a'], ['b']], truncated: true });
  expect(await ask('select id from call order by id', 4)).toMatchObject({ truncated: false });
});

test('an empty answer still has its columns', async () => {
  const { columns, rows } = await ask('select id, lon from call where false');
  expect(columns).toEqual([
    { name: 'id', type: 'text' },
    { name: 'lon', type: 'number' },
  ]);
  expect(rows).toEqual([]);
});

test('a mistake is answered with the message of the database', async () => {
  await expect(ask('select nothing from call')).rejects.toMatchObject({
    code: 'query',
    message: expect.stringContaining('Referenced column "nothing" not found'),
  });
});

test('no statement reaches a file or another host, even past the guard', async () => {
  await expect(ask("select * from read_csv('https://example.org/x.csv')")).rejects.toThrow('disabled by configuration');
  await expect(async () => engine.connection.query('set threads = 1')).rejects.toThrow('configuration has been locked');
});
