import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { CALL_COLUMNS } from '#data/schema/call.ts';
import type { SourceProfile } from '#data/schema/source-profile.ts';
import { ingestCalls } from '#server/ingest/ingest-calls.ts';
import { reportAddsUp } from '#server/ingest/ingest-report.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { NOW, newFolder, SMALL_HEADER, smallProfile, writeIn } from '#test/fixture/calls-files.ts';

const row = (id: string, at: string, rest = 'THEFT,100 BLOCK ELM ST,-82.4,35.4', version = '1') =>
  `${id},${version},${at},${rest}`;
const csv = (...rows: string[]) => `${SMALL_HEADER}\n${rows.join('\n')}\n`;
const AT = '2025-03-04 17:05:09';

async function ingest(
  content: string | Uint8Array,
  profile: SourceProfile = smallProfile(),
  home = newFolder(),
  name = 'calls.csv',
) {
  const file = writeIn(newFolder(), name, content);
  const report = await ingestCalls({ files: [file], profile, home, now: NOW });
  expect(reportAddsUp(report)).toBe(true);
  return { report, home, file };
}

async function storedCalls(home: string, columns: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const paths = (await readStoreIndex(home)).sources.flatMap(({ files }) =>
    files.map(({ file }) => `'${join(home, 'calls', file)}'`),
  );
  const reader = await connection.runAndReadAll(
    `select ${columns} from read_parquet([${paths.join(',')}]) order by received_local, id`,
  );
  connection.closeSync();
  return reader.getRowsJson();
}

test('a stored call has every column of the call, on the local clock and in UTC', async () => {
  const { report, home } = await ingest(csv(row('A', AT)));
  expect(report).toMatchObject({ read: 1, accepted: 1, placed: 1 });
  const [call] = await storedCalls(home, CALL_COLUMNS.map(({ name }) => name).join(', '));
  expect(Object.fromEntries(CALL_COLUMNS.map(({ name }, at) => [name, call?.[at]]))).toEqual({
    id: 'A',
    source: 'small',
    received_local: AT,
    received_utc: '2025-03-04 22:05:09', // Eastern Standard Time is UTC-5
    occurred_from_local: null,
    occurred_to_local: null,
    time_precision: 'minute',
    type_code: 'THEFT',
    category: 'theft',
    priority: null,
    disposition: null,
    origin: 'public',
    lon: -82.4,
    lat: 35.4,
    precision: 'block',
    place_key: '353999991760000', // 3,540,000 steps north, 8,240,000 west
    address_block: '100 BLOCK ELM ST',
    beat: null,
    placement: 'placed',
  });
});

test('equal records are duplicates and an earlier version is superseded, in whatever order they come', async () => {
  const { report, home } = await ingest(csv(row('A', AT, 'NOISE,x,,', '2'), row('A', AT), row('A', AT), row('B', AT)));
  expect(report).toMatchObject({ read: 4, accepted: 2, duplicates: 1, superseded: 1 });
  expect(await storedCalls(home, 'id, type_code')).toEqual([
    ['A', 'NOISE'],
    ['B', 'THEFT'],
  ]);
});

test('a later run replaces a stored call by its later version and keeps it against an earlier one', async () => {
  const { home } = await ingest(csv(row('A', AT, undefined, '2'), row('B', AT)));
  const later = await ingest(csv(row('A', AT, 'NOISE,x,,', '3')), smallProfile(), home, 'later.csv');
  expect(later.report).toMatchObject({ accepted: 1, superseded: 0, replaced: 1 });
  const earlier = await ingest(csv(row('A', AT, 'FIGHT,x,,', '1')), smallProfile(), home, 'earlier.csv');
  expect(earlier.report).toMatchObject({ accepted: 0, superseded: 1, replaced: 0 });
  expect(await storedCalls(home, 'id, type_code')).toEqual([
    ['A', 'NOISE'],
    ['B', 'THEFT'],
  ]);
  expect((await readStoreIndex(home)).sources[0]?.inputs).toHaveLength(3);
});

test('without versions a file that was read before cannot bring back what a later file corrected', async () => {
  const profile = smallProfile({
    columns: { ...smallProfile().columns, version: [] },
    dedupe: { key: [], withoutId: 'duplicate' },
  });
  const home = newFolder();
  const first = await ingest(csv(row('A', AT)), profile, home);
  await ingest(csv(row('A', AT, 'NOISE,x,,')), profile, home, 'corrected.csv');
  const again = await ingestCalls({ files: [first.file], profile, home, now: NOW });
  expect(again).toMatchObject({ accepted: 0, superseded: 1 });
  expect(await storedCalls(home, 'type_code')).toEqual([['NOISE']]);
});

test('the same file twice leaves the index and every Parquet file as they were', async () => {
  const { home, file } = await ingest(
    csv(row('A', AT), row('B', '2024-03-04 01:00:00'), row('C', '2025-13-01 00:00:00')),
  );
  const index = readFileSync(join(home, 'store.json'), 'utf8');
  const files = readdirSync(join(home, 'calls', 'small')).sort();
  expect(files).toHaveLength(2);
  const again = await ingestCalls({ files: [file], profile: smallProfile(), home, now: NOW });
  expect(again).toMatchObject({ read: 3, accepted: 0, rejected: 1, duplicates: 2 });
  expect(readFileSync(join(home, 'store.json'), 'utf8')).toBe(index);
  expect(readdirSync(join(home, 'calls', 'small')).sort()).toEqual(files);
  const anew = await ingest(readFileSync(file), smallProfile());
  expect(readdirSync(join(anew.home, 'calls', 'small')).sort()).toEqual(files);
});

test('a reject names the line its record starts on, the column, the value and the reason', async () => {
  const { report, home } = await ingest(
    csv(
      row('"A\nwith a line end"', AT),
      row('B', '2025-02-30 10:00:00'),
      row('C', '2025-03-09 02:30:00'), // New York's clocks went from 02:00 to 03:00
      row('D', AT, 'THEFT,"ELM, ST",far,35.4'),
      row('E', ''),
      row('F', 'yesterday'),
      row('G', '2031-01-01 00:00:00'),
      'H,1',
    ),
  );
  expect(report).toMatchObject({ read: 8, accepted: 1, rejected: 7 });
  expect(report.rejects.map(({ line, column, value, reason }) => [line, column, value, reason.slice(0, 24)])).toEqual([
    [4, 'at', '2025-02-30 10:00:00', 'no such day or hour'],
    [5, 'at', '2025-03-09 02:30:00', 'an hour that did not hap'],
    [6, 'lon', 'far', 'not a number'],
    [7, 'at', null, 'no time'],
    [8, 'at', 'yesterday', 'not a time written as %Y'],
    [9, 'at', '2031-01-01 00:00:00', 'in the future'],
    [10, null, 'H,1', '2 fields where the heade'],
  ]);
  const listed = readFileSync(report.rejectsFile ?? '', 'utf8')
    .trim()
    .split('\n');
  expect(listed.map((line) => JSON.parse(line))).toEqual(report.rejects);
  expect(await storedCalls(home, 'id')).toEqual([['A\nwith a line end']]);
});

test('rejects have the same lines when every record is whole and DuckDB alone reads the file', async () => {
  const { report } = await ingest(
    csv(row('A', AT), row('"B\nB"', AT), '', row('C', '2025-02-30 10:00:00'), row('D', AT)),
  );
  expect(report.rejects.map(({ line }) => line)).toEqual([6]);
  const bare = await ingest(csv(row('A', AT), row('C', '2025-02-30 10:00:00'), row('D', AT)));
  expect(bare.report.rejects.map(({ line }) => line)).toEqual([3]);
});

test('the hour that happens twice is read as its first pass', async () => {
  // New York, 2 November 2025: 01:30 is UTC-4 first, UTC-5 an hour later
  const { home } = await ingest(csv(row('A', '2025-11-02 01:30:00'), row('B', '2025-11-02 02:00:00')));
  expect(await storedCalls(home, 'received_utc')).toEqual([['2025-11-02 05:30:00'], ['2025-11-02 07:00:00']]);
});

test('places that cannot be believed are quarantined with their reason, kept and never placed', async () => {
  const at = (lon: string, lat: string) => `THEFT,x,${lon},${lat}`;
  const { report, home } = await ingest(
    csv(
      row('A', AT, at('-82.4', '35.4')),
      row('B', AT, at('0', '0')),
      row('C', AT, at('-82.5', '35.5')),
      row('D', AT, at('35.4', '-82.4')),
      row('E', AT, at('151.2', '-33.9')),
      row('F', AT, at('945000', '1250000')),
      row('G', AT, at('', '')),
      row('H', AT, at('NA', 'NA')),
    ),
  );
  expect(report).toMatchObject({ read: 8, accepted: 8, placed: 1, unplaced: 2 });
  expect(report.quarantined).toEqual({ '0,0': 1, 'default-point': 1, 'not degrees': 1, outside: 1, 'swapped axes': 1 });
  expect(await storedCalls(home, 'placement')).toEqual(
    ['placed', 'default-point', 'default-point', 'outside', 'outside', 'outside', 'unplaced', 'unplaced'].map((one) => [
      one,
    ]),
  );
  expect((await readStoreIndex(home)).sources[0]?.quarantined).toEqual(report.quarantined);
});

test('a run whose every point lies outside is stopped, and the reason is named', async () => {
  const rows = Array.from({ length: 12 }, (_, n) => row(`A${n}`, AT, `THEFT,x,35.4${n},-82.4`));
  await expect(ingest(csv(...rows))).rejects.toThrow(/all 12 points lie outside.*exchange/);
});

// NAD83 / North Carolina (EPSG:2264 in US feet, EPSG:32119 in meters); the point is Asheville's city hall
const NORTH_CAROLINA =
  '+proj=lcc +lat_0=33.75 +lon_0=-79 +lat_1=36.1666666666667 +lat_2=34.3333333333333 +x_0=609601.22 +y_0=0 +datum=NAD83 +units=m';
test('projected meters become degrees; feet read as meters are found', async () => {
  const profile = smallProfile({ crs: NORTH_CAROLINA, defaultPoints: [] });
  const meters = 'THEFT,x,287570,209060';
  const feet = `THEFT,x,${287570 / 0.3048006096},${209060 / 0.3048006096}`;
  const { report, home } = await ingest(csv(row('A', AT, meters), row('B', AT, feet)), profile);
  expect(report).toMatchObject({ placed: 1, quarantined: { 'feet read as meters': 1 } });
  const [call] = await storedCalls(home, 'lon, lat');
  expect(Number(call?.[0])).toBeCloseTo(-82.55, 1);
  expect(Number(call?.[1])).toBeCloseTo(35.59, 1);
  const all = Array.from({ length: 12 }, (_, n) => row(`A${n}`, AT, feet));
  await expect(ingest(csv(...all), profile)).rejects.toThrow(/feet: add \+units=us-ft/);
});

test('rows without an id are duplicates or kept, as the profile says', async () => {
  const rows = csv(row('', AT), row('', AT), row('A', AT));
  const key = { dedupe: { key: [], withoutId: 'duplicate' } };
  expect((await ingest(rows, smallProfile(key))).report).toMatchObject({ accepted: 2, duplicates: 1 });
  const keep = smallProfile({ dedupe: { key: [], withoutId: 'keep' } });
  const kept = await ingest(rows, keep);
  expect(kept.report).toMatchObject({ accepted: 3, duplicates: 0 });
  expect(await ingestCalls({ files: [kept.file], profile: keep, home: kept.home, now: NOW })).toMatchObject({
    accepted: 0,
    duplicates: 3,
  });
});

test('columns may change their order and letter case from file to file', async () => {
  const folder = newFolder();
  const one = writeIn(folder, '1.csv', csv(row('A', AT)));
  const two = writeIn(folder, '2.csv', `LON,Lat,AT,ID,TYPE,extra\n-82.4,35.4,${AT},B,NOISE,1\n`);
  const report = await ingestCalls({ files: [one, two], profile: smallProfile(), home: newFolder(), now: NOW });
  expect(report).toMatchObject({ read: 2, accepted: 2 });
  expect(report.notes).toEqual(
    expect.arrayContaining(['2.csv: no column for version', '2.csv: no column for address']),
  );
});

test('NDJSON, gzip, UTF-16 and Windows-1252 files give the same calls as plain UTF-8', async () => {
  const text = csv(row('A', AT, 'THEFT,CAFÉ ST,-82.4,35.4'), row('B', AT));
  const plain = await ingest(text);
  const expected = await storedCalls(plain.home, 'id, type_code, address_block, received_utc, lon');
  const format = (encoding: string) => smallProfile({ format: { kind: 'csv', encoding } });
  const json =
    '{"id":"A","version":1,"at":"2025-03-04 17:05:09","type":"THEFT","address":"CAFÉ ST","lon":-82.4,"lat":35.4}\n{"id":"B","version":1,"at":"2025-03-04 17:05:09","type":"THEFT","address":"100 BLOCK ELM ST","lon":-82.4,"lat":35.4}\n';
  const others = [
    await ingest(gzipSync(text), smallProfile(), newFolder(), 'calls.csv.gz'),
    await ingest(`\uFEFF${text.replaceAll('\n', '\r\n')}`),
    await ingest(Buffer.from(`\uFEFF${text}`, 'utf16le'), format('utf-16le')),
    await ingest(Buffer.from(text, 'latin1'), format('windows-1252')),
    await ingest(json, smallProfile({ format: { kind: 'ndjson' } }), newFolder(), 'calls.ndjson'),
  ];
  for (const { home } of others) {
    expect(await storedCalls(home, 'id, type_code, address_block, received_utc, lon')).toEqual(expected);
  }
});

test('an unknown type is kept, counted by name and restricted', async () => {
  const { report, home } = await ingest(csv(row('A', AT, 'QZX 77,x,,'), row('B', AT, ',x,,')));
  expect(report.unknownTypes).toEqual({ 'NOT GIVEN': 1, 'QZX 77': 1 });
  expect(await storedCalls(home, 'category')).toEqual([['unknown'], ['unknown']]);
});

test('a dry run reports the same and keeps nothing', async () => {
  const file = writeIn(newFolder(), 'calls.csv', csv(row('A', AT), row('A', AT)));
  const home = join(newFolder(), 'none');
  const report = await ingestCalls({ files: [file], profile: smallProfile(), home, dryRun: true, now: NOW });
  expect(report).toMatchObject({ read: 2, accepted: 1, duplicates: 1, manifest: { changed: false } });
  expect(existsSync(home)).toBe(false);
});

test('a changed profile reads all files anew, or refuses when one is missing', async () => {
  const { home, file } = await ingest(csv(row('A', AT)));
  const changed = smallProfile({ precision: 'exact' });
  await expect(ingest(csv(row('B', AT)), changed, home, 'b.csv')).rejects.toThrow(
    /profile small has changed.*calls\.csv/,
  );
  expect(await ingestCalls({ files: [file], profile: changed, home, now: NOW })).toMatchObject({ accepted: 1 });
  expect(await storedCalls(home, 'id, precision')).toEqual([['A', 'exact']]);
});

test('a home on one clock refuses a source on another', async () => {
  const { home } = await ingest(csv(row('A', AT)));
  await expect(
    ingest(csv(row('B', AT)), smallProfile({ name: 'far', timeZone: 'Europe/London' }), home),
  ).rejects.toThrow(/another --home/);
});

test('the index keeps what became of every record of all runs, and a repeated file adds nothing', async () => {
  const home = newFolder();
  const first = await ingest(csv(row('A', AT), row('A', AT), row('B', 'no date')), smallProfile(), home);
  await ingestCalls({ files: [first.file], profile: smallProfile(), home, now: NOW });
  await ingest(
    csv(row('A', AT, 'ASSAULT,100 BLOCK ELM ST,-82.4,35.4', '2'), row('C', AT)),
    smallProfile(),
    home,
    'later.csv',
  );
  const [source] = (await readStoreIndex(home)).sources;
  expect(source?.taken).toEqual({ read: 5, accepted: 3, rejected: 1, duplicates: 1, superseded: 0, replaced: 1 });
  expect(await storedCalls(home, 'id')).toHaveLength(2); // accepted less replaced
});
