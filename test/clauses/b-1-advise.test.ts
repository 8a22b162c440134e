import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { booleanPointInPolygon, point } from '@turf/turf';
import { expect, test } from 'vitest';
import { CATEGORIES } from '#data/codes/categories.ts';
import type { AreaGeometry } from '#data/schema/area.ts';
import { Filter } from '#data/schema/filter.ts';
import { HandOutDesk } from '#data/schema/records/hand-out.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { withDuckDb } from '#server/extract/open-duckdb.ts';
import { areaRoutes } from '#server/routes/areas.ts';
import { extractRoutes } from '#server/routes/extracts.ts';
import { manifestRoutes } from '#server/routes/manifests.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { openServerState } from '#server/routes/releases.ts';
import { EASTBANK, EASTBANK_BEFORE, openBriefedTown } from '#test/fixture/briefed-town.ts';
import { actingAs } from '#test/fixture/record-desk.ts';
import { createApi } from '#web/api.ts';
import { explore } from '#web/compute/explore.ts';
import { createLoaded } from '#web/compute/loaded.ts';
import { openTables } from '#web/tables/open-tables.ts';

const town = await openBriefedTown();
const briefed = async (query: string) => HandOutDesk.parse((await town.brief('eastbank', query)).json).facts;
const callsTold = async (query: string) => (await briefed(query)).calls;
const publicKinds: string[] = CATEGORIES.filter(({ leastLevel }) => leastLevel === 'public').map(
  ({ category }) => category,
);

/** The same calls counted by other means: SQL over the stored files, and Turf for inside or not. */
async function countApart(ground: AreaGeometry, from: string, to: string): Promise<Map<string, number>> {
  const files = (await readdir(join(town.home, 'calls'))).map((file) => `'${join(town.home, 'calls', file)}'`);
  const rows = await withDuckDb(async (connection) =>
    (
      await connection.runAndReadAll(`select category, lon, lat from read_parquet([${files.join(', ')}])
        where origin = 'public' and placement = 'placed' and received_local::date between '${from}' and '${to}'`)
    ).getRowsJson(),
  );
  const counts = new Map(publicKinds.map((category) => [category, 0]));
  for (const [category, lon, lat] of rows) {
    const here = counts.get(String(category));
    if (here === undefined || !booleanPointInPolygon(point([Number(lon), Number(lat)]), ground)) continue;
    counts.set(String(category), here + 1);
  }
  return counts;
}

/** What Explore shows an analyst who asks for this group, these days and one kind. */
async function openExplore() {
  const state = openServerState(town.home);
  const acting: Acting = actingAs('analyst');
  const app = newRoutes();
  app.use(async (c, next) => {
    c.set('acting', acting);
    await next();
  });
  app.route('/', manifestRoutes(state)).route('/', extractRoutes(state, town.store)).route('/', areaRoutes(state));
  app.get('/api/concerns', (c) => c.json([]));
  const loaded = createLoaded(
    await openTables(
      createApi((path, init) => app.request(path, init)),
      () => {},
    ),
  );
  return (category: string, from: string, to: string): number => {
    const filter = Filter.parse({ from, to, layer: 'groups', areas: ['eastbank'], categories: [category] });
    return explore(loaded, { method: 'explore', filter, options: { expectedBand: false } }).findings[0]?.calls ?? -1;
  };
}

test('B.1: hand-out totals equal what Explore counts for the group and period, and a count by other means, to the record', async () => {
  const { calls: told, from, to } = await briefed('?from=2026-11-08&to=2026-12-10');
  const apart = await countApart(EASTBANK, from, to);
  const exploreCounts = await openExplore();
  expect(told.lines.map(({ category }) => category).sort()).toEqual([...publicKinds].sort());
  for (const { category, shown, calls } of told.lines) {
    const counted = apart.get(category) ?? -1;
    expect(exploreCounts(category, from, to), category).toBe(counted);
    expect({ category, shown, calls }).toEqual({
      category,
      shown: counted === 0 ? 'zero' : counted < 5 ? 'withheld' : 'count',
      calls: counted > 0 && counted < 5 ? null : counted,
    });
  }
  expect(told.lines.map(({ shown }) => shown)).toEqual(expect.arrayContaining(['count', 'zero', 'withheld']));
  expect(told.lines.reduce((sum, { calls }) => sum + (calls ?? 0), 0)).toBeGreaterThan(100);
});

test('B.1: a period before the boundary was redrawn is counted inside the boundary that held then', async () => {
  const { lines, boundary } = await callsTold('?from=2026-09-01&to=2026-10-31');
  const then = await countApart(EASTBANK_BEFORE, '2026-09-01', '2026-10-31');
  const now = await countApart(EASTBANK, '2026-09-01', '2026-10-31');
  expect(lines.find(({ category }) => category === 'noise')?.calls).toBe(then.get('noise'));
  expect(then.get('noise')).not.toBe(now.get('noise'));
  expect(boundary).toMatchObject({ validFrom: '2024-06-14', isNewer: false });
});

test('B.1: a period that the redrawing cuts is counted inside the newer boundary, and says so', async () => {
  const { lines, boundary } = await callsTold('?from=2026-10-15&to=2026-11-20');
  const counted = await countApart(EASTBANK, '2026-10-15', '2026-11-20');
  expect(lines.find(({ category }) => category === 'theft')?.calls).toBe(counted.get('theft'));
  expect(boundary).toMatchObject({ validFrom: '2026-11-01', isNewer: true });
});

test('B.1: kinds that are never public, and calls that officers made, are in no number of the hand-out', async () => {
  const { lines, notCounted } = await callsTold('?from=2026-11-08&to=2026-12-10');
  expect(lines.some(({ category }) => category === 'domestic' || category === 'patrol-check')).toBe(false);
  expect(notCounted).toEqual(expect.arrayContaining(['domestic', 'patrol-check', 'sexual-offense']));
  expect(JSON.stringify(lines)).not.toMatch(/domestic|patrol|unheard/i);
});
