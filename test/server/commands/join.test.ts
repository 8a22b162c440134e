import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addsUp, RecordCounts } from '#data/schema/record-counts.ts';
import { sharedData } from '#test/fixture/shared-data.ts';
import { fileOf, geojson, polygon, square } from '#test/server/ingest/areas/area-files.ts';
import { runCli } from './run-cli.ts';

const areas = fileOf(
  'groups.geojson',
  geojson([
    { geometry: polygon(square(-82, 35, 1)), properties: { code: 'west, "old"', name: 'West' } },
    { geometry: polygon(square(-81.5, 35, 1)), properties: { code: 'east', name: 'East' } },
  ]),
);
// In both, in west, on the corner of west, outside, without a place, at 0,0.
const calls = fileOf('calls.csv', 'n,x,y\na,-81.2,35.5\nb,-81.8,35.5\nc,-82,36\nd,-70,35\ne,,\nf,0,0\n');
const named = ['--calls', calls, '--areas', areas, '--id', 'n', '--lon', 'x', '--lat', 'y', '--area-id', 'code'];

test('join --csv writes one row a pair, boundary inside', async () => {
  const { code, out } = await runCli('join', ...named, '--csv');
  expect(code).toBe(0);
  expect(out.split('\n')).toEqual([
    'call_id,area_id',
    'a,"west, ""old"""',
    'a,east',
    'b,"west, ""old"""',
    'c,"west, ""old"""',
    '',
  ]);
});

test('join --json counts a call in several areas in each, and its records add up', async () => {
  const { out } = await runCli('join', ...named, '--json');
  const answer: { areas: unknown; records: unknown } = JSON.parse(out);
  expect(answer.areas).toEqual([
    { areaId: 'west, "old"', name: 'West', calls: 3 },
    { areaId: 'east', name: 'East', calls: 1 },
  ]);
  const records = RecordCounts.parse(answer.records);
  expect(records).toEqual({ read: 6, inside: 2, inSeveral: 1, outside: 1, unplaced: 1, quarantined: 1 });
  expect(addsUp(records)).toBe(true);
});

test('rows that cannot be read count as quarantined, and are said', async () => {
  const broken = fileOf('broken.csv', 'n,x,y\na,-81.2,35.5\nb,west,35.5\nc,-82\n');
  const words = named.map((word) => (word === calls ? broken : word));
  const { code, out, err } = await runCli('join', ...words, '--time', 'received', '--type', 'nature', '--json');
  const { records }: { records: unknown } = JSON.parse(out);
  expect([code, records]).toEqual([0, { read: 3, inside: 0, inSeveral: 1, outside: 0, unplaced: 0, quarantined: 2 }]);
  expect(err).toContain('2 of 3 rows cannot be read');
});

test('a boundary file that cannot be used ends with 3 and its name, an unknown column too', async () => {
  const cut = fileOf('cut.geojson', '{"type":');
  const refused = await runCli('join', '--calls', calls, '--areas', cut, '--lon', 'x', '--lat', 'y');
  expect([refused.code, refused.err.trim()]).toEqual([
    3,
    'commonbeat: cut.geojson, line 1, column 9: this is not whole JSON',
  ]);
  expect((await runCli('join', '--calls', calls, '--areas', areas, '--lon', 'longitude')).code).toBe(3);
});

test('areas keeps several files as one layer and says what was repaired', async () => {
  const home = mkdtempSync(join(tmpdir(), 'commonbeat-home-'));
  const tie = fileOf(
    'tie.geojson',
    geojson([
      {
        id: 'tie',
        geometry: polygon([
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ]),
      },
    ]),
  );
  const { code, out } = await runCli(
    'areas',
    areas,
    tie,
    '--layer',
    'groups',
    '--kind',
    'group',
    '--home',
    home,
    '--json',
  );
  const said: { version: string; count: number; reports: { repaired: { areaId: string }[] }[] } = JSON.parse(out);
  expect([code, said.count, said.reports[1]?.repaired.map(({ areaId }) => areaId)]).toEqual([0, 3, ['tie']]);
  const index: { layers: unknown[] } = JSON.parse(readFileSync(join(home, 'store.json'), 'utf8'));
  expect(index.layers).toMatchObject([{ layer: 'groups', kind: 'group', count: 3, version: said.version }]);
  const unnamed = await runCli('areas', areas, '--home', mkdtempSync(join(tmpdir(), 'commonbeat-home-')), '--json');
  expect(JSON.parse(unnamed.out)).toMatchObject({ layer: 'groups', title: 'Groups' });
  expect((await runCli('areas', areas, '--layer', 'Not Good', '--home', home)).code).toBe(2);
  expect((await runCli('areas', areas, areas, '--layer', 'twice', '--home', home)).code).toBe(2);
});

const located = sharedData('asheville/apd_911_filtered_2017_2021_located.csv.gz');
const beats = sharedData('asheville/law_beats.geojson');

// Counted by GEOS 3.11.1: test/fixture/place/real-counts.json.
test.skipIf(!located || !beats)('join finds all 34,562 Asheville calls where GEOS does', async () => {
  const { out } = await runCli(
    'join',
    '--calls',
    located ?? '',
    '--areas',
    beats ?? '',
    '--id',
    'incident_number',
    '--area-id',
    'beat',
    '--json',
  );
  expect(JSON.parse(out).records).toEqual({
    read: 34562,
    inside: 30568,
    inSeveral: 0,
    outside: 928,
    unplaced: 3066,
    quarantined: 0,
  });
});
