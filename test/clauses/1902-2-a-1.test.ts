import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { buildPlaceIndex, placePoints } from '#analysis/place/place.ts';
import type { AreaLayer } from '#data/schema/area.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { square } from '#test/fixture/box.ts';
import { aGroup, coordinator, officer, openGroupTown, squareAt } from '#test/fixture/group-town.ts';
import { freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const { ask, home } = await openGroupTown(store);
const shapes = {
  whole: square(-82.5, 35.5, 0.01),
  overlapping: square(-82.495, 35.5, 0.01),
  holed: { type: 'Polygon', coordinates: [squareAt(-82.4, 35.5), squareAt(-82.397, 35.503, 0.002).toReversed()] },
  parted: { type: 'MultiPolygon', coordinates: [[squareAt(-82.3, 35.5)], [squareAt(-82.28, 35.5)]] },
};
const begin = (groupId: string, revision: number, validFrom: string, drawn: object) =>
  ask(officer, 'POST', `/api/records/groups/${groupId}/boundaries`, { revision, validFrom, reason: 'drawn', ...drawn });
const on = async (day: string): Promise<AreaLayer> =>
  (await ask(officer, 'GET', `/api/groups/boundaries?on=${day}`)).json;
const countIn = (layer: AreaLayer, groupId: string, lon: number[], lat: number[]): number => {
  const index = buildPlaceIndex(layer.features.filter(({ id }) => id === groupId).map(({ geometry }) => geometry));
  const { setOf } = placePoints(index, Float64Array.from(lon), Float64Array.from(lat));
  return setOf.filter((set) => set !== 0).length;
};

beforeAll(async () => {
  for (const [groupId, geometry] of Object.entries(shapes)) {
    await ask(coordinator, 'POST', '/api/records/groups', aGroup(groupId));
    expect((await begin(groupId, 1, '2026-01-01', { geometry })).status).toBe(201);
  }
  await ask(coordinator, 'POST', '/api/records/groups', aGroup('point'));
});

test('1902.2 A.1: overlapping, holed, multi-part and point-only groups are kept and drawn as they are', async () => {
  const round = await begin('point', 1, '2026-01-01', { center: [-82.2, 35.5], radiusMeters: 300 });
  expect(round.json.geometry.coordinates[0]).toHaveLength(65);
  const byId = new Map((await on('2026-06-01')).features.map((feature) => [feature.id, feature]));
  expect([...byId.keys()].sort()).toEqual(['holed', 'overlapping', 'parted', 'point', 'whole']);
  expect(byId.get('holed')?.geometry.coordinates).toHaveLength(2);
  expect(byId.get('parted')?.geometry).toEqual(shapes.parted);
  expect(byId.get('point')?.properties).toMatchObject({ center: [-82.2, 35.5], radiusMeters: 300 });
});

test('1902.2 A.1: ground shared with a neighbor is listed with its area', async () => {
  const asked = { geometry: shapes.whole, on: '2026-06-01' };
  const shared = (await ask(officer, 'POST', '/api/records/groups/whole/shared-ground', asked)).json;
  expect(shared).toMatchObject([{ groupId: 'overlapping' }]);
  expect(shared[0].shareOfThis).toBeCloseTo(0.5, 3);
});

test('1902.2 A.1: after a redraw last quarter’s calls count as before, and the map follows', async () => {
  const [lon, lat] = [
    [-82.499, -82.496, -82.485],
    [35.501, 35.505, 35.505],
  ];
  const before = countIn(await on('2026-09-30'), 'whole', lon, lat);
  expect(before).toBe(2);
  const geometry = square(-82.497, 35.5, 0.02);
  expect((await begin('whole', 2, '2026-12-01', { geometry })).status).toBe(201);
  expect(countIn(await on('2026-09-30'), 'whole', lon, lat)).toBe(before);
  expect(countIn(await on('2026-11-30'), 'whole', lon, lat)).toBe(before);
  const now = await on('2026-12-01');
  expect(now.features.find(({ id }) => id === 'whole')?.geometry).toEqual(geometry);
  const entry = (await readStoreIndex(home)).layers.find(({ layer }) => layer === 'groups');
  const layer: AreaLayer = JSON.parse(await readFile(join(home, 'areas', entry?.file ?? ''), 'utf8'));
  expect(layer.features.find(({ id }) => id === 'whole')?.geometry).toEqual(geometry);
});

test('1902.2 A.1: versions never overlap in time: the desk says so in words, the database refuses it', async () => {
  const early = await begin('holed', 2, '2025-06-01', { geometry: shapes.holed });
  expect(early.status).toBe(422);
  expect(early.json.detail ?? early.json.errors[0].message).toContain('2026-01-01');
  const forced = store.as(officer, (tx) =>
    tx.execute(sql`insert into boundary_version select 'B-x', group_id, '2026-03-01', null, geometry, center,
      radius_meters, west, south, east, north, reason, created_at, created_by from boundary_version where group_id = 'holed'`),
  );
  await expect(forced).rejects.toMatchObject({ cause: { code: '23P01' } });
});

test('1902.2 A.1: no redraw reaches back into an earlier quarter, whose figures were told', async () => {
  const late = await begin('whole', 3, '2026-12-02', { geometry: shapes.whole });
  expect(late.status).toBe(201);
  const back = await begin('point', 2, '2026-09-30', { geometry: shapes.whole });
  expect([back.status, back.json.errors[0].path]).toEqual([422, 'validFrom']);
  expect(back.json.errors[0].message).toContain('choose 2026-10-01 or a later day');
  expect((await begin('point', 2, '2026-10-01', { geometry: shapes.whole })).status).toBe(201);
});

test('1902.2 A.1: a boundary that has not held before today is drawn anew for its day, and both drawings are kept', async () => {
  const groundOn = async (day: string) =>
    (await on(day)).features.find(({ id }) => id === 'overlapping')?.geometry.coordinates;
  const next = { geometry: { type: 'Polygon', coordinates: [squareAt(-82.6, 35.5)] } };
  const better = { geometry: { type: 'Polygon', coordinates: [squareAt(-82.6, 35.5, 0.02)] } };
  expect((await begin('overlapping', 2, '2026-12-14', next)).status).toBe(201); // today
  expect((await begin('overlapping', 3, '2027-01-01', next)).status).toBe(201);
  expect((await begin('overlapping', 4, '2026-12-14', better)).status).toBe(201);
  expect(await groundOn('2026-12-13')).toEqual(shapes.overlapping.coordinates);
  expect(await groundOn('2026-12-14')).toEqual(better.geometry.coordinates);
  expect(await groundOn('2027-01-01')).toEqual(better.geometry.coordinates);
  const versions = (await ask(officer, 'GET', '/api/records/groups/overlapping/boundaries')).json;
  const spans = versions.map(({ validFrom, validTo }: Record<string, string>) => `${validFrom} ${validTo}`);
  expect(spans).toEqual(['2026-01-01 2026-12-14', '2026-12-14 2026-12-14', '2026-12-14 null', '2027-01-01 2027-01-01']);
});

test('1902.2 A.1: a redraw that did not see the last one is refused with the group as it is', async () => {
  const stale = await begin('parted', 1, '2026-12-02', { geometry: shapes.parted });
  expect(stale.status).toBe(409);
  expect(stale.json.current).toMatchObject({ groupId: 'parted', revision: 2 });
});
