import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { MapConcern } from '#data/schema/concern.ts';
import { sendDemoBulletin } from '#server/commands/demo-bulletin.ts';
import { makeDemoHome } from '#server/commands/demo-home.ts';
import { demoFeed, demoSource, seedDemoRecords } from '#server/commands/demo-records.ts';
import { readAreas } from '#server/ingest/areas/read-areas.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { homeFolder } from '#test/fixture/home-folder.ts';
import { freshStore } from '#test/fixture/record-desk.ts';

let home = '';
beforeAll(async () => {
  home = await homeFolder('demo');
  await makeDemoHome(home, { size: 'small' });
}, 120_000);
afterAll(() => rm(home, { recursive: true, force: true }));

test('the demo home holds the calls of 30 months and every layer', async () => {
  const index = await readStoreIndex(home);
  const [source] = index.sources;
  const rows = source?.files.reduce((sum, { rows: n }) => sum + n, 0) ?? 0;
  expect(rows).toBeGreaterThan(122_000); // about 128,000: product.md section 6
  expect(source?.lastReceivedLocal.slice(0, 10)).toBe('2026-12-14');
  expect(source?.quarantined['default-point']).toBeGreaterThan(400); // headquarters
  expect(index.layers.map(({ layer, count }) => [layer, count])).toEqual([
    ['groups', 24],
    ['beats', 12],
    ['districts', 3],
    ['zones', 28],
    ['city', 1],
  ]);
});

test('concerns, truth and basemap lie in the demo folder, in the shape that is read', async () => {
  const concerns = z.array(MapConcern).parse(JSON.parse(await readFile(join(home, 'demo', 'concerns.json'), 'utf8')));
  expect(concerns).toHaveLength(420);
  expect((await readdir(join(home, 'demo'))).sort()).toEqual([
    'basemap.pmtiles',
    'boundary-with-a-fault.geojson',
    'calls.csv',
    'city.json',
    'concerns.json',
    'groups-former.geojson',
    'truth.json',
  ]);
});

test('making it again changes nothing', async () => {
  const before = await stat(join(home, 'demo', 'calls.csv'));
  await makeDemoHome(home, { size: 'small' });
  expect((await stat(join(home, 'demo', 'calls.csv'))).mtimeMs).toBe(before.mtimeMs);
});

test('the boundary with a fault is repaired on import, and said so', async () => {
  const { report } = await readAreas(join(home, 'demo', 'boundary-with-a-fault.geojson'), { kind: 'group' });
  expect(report.repaired).toHaveLength(1);
});

test('the pattern that ended was sent as a bulletin of calls that this home holds, and everybody has read it', async () => {
  const store = await freshStore();
  await seedDemoRecords(store, demoSource(), demoFeed(home));
  await sendDemoBulletin(home, store);
  const { rows } = await store.pool.query(`select pattern_id, sent_at::text,
    jsonb_array_length(facts -> 'cases') as cases, (facts ->> 'missing')::int as missing, (facts ->> 'heldBack')::int as held_back,
    (select count(*)::int from notice where kind = 'bulletin' and acknowledgments = '[]') as unread,
    (select count(*)::int from mail_out where status <> 'sent') as waiting from bulletin`);
  expect(rows).toEqual([
    { pattern_id: 'P-0001', sent_at: '2026-09-28 08:50:00', cases: 5, missing: 0, held_back: 0, unread: 0, waiting: 0 },
  ]);
}, 60_000);
