import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { AreaLayer } from '#data/schema/area.ts';
import { areaRoutes } from '#server/routes/areas.ts';
import { openServerState } from '#server/routes/releases.ts';
import { catchUpBoundaries } from '#server/store/group-layer.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { withStoreLock } from '#server/store/store-lock.ts';
import { aGroup, officer, openGroupTown, squareAt } from '#test/fixture/group-town.ts';
import { deskOf, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const { ask, home } = await openGroupTown(store);
const small = { type: 'Polygon', coordinates: [squareAt(-82.5, 35.5)] };
const wide = { type: 'Polygon', coordinates: [squareAt(-82.5, 35.5, 0.02)] };
const begin = (revision: number, validFrom: string, geometry: object) =>
  ask(officer, 'POST', '/api/records/groups/eastbank/boundaries', {
    ...{ revision, validFrom, geometry, reason: 'Voted' },
  });
const onMap = async () => {
  const entry = (await readStoreIndex(home)).layers.find(({ layer }) => layer === 'groups');
  const layer: AreaLayer = JSON.parse(await readFile(join(home, 'areas', entry?.file ?? ''), 'utf8'));
  return layer.features.find(({ id }) => id === 'eastbank')?.geometry;
};

beforeAll(async () => {
  await ask(officer, 'POST', '/api/records/groups', aGroup('eastbank'));
  await begin(1, '2026-01-01', small);
});

test('a boundary saved during an ingest is saved, says that the map waits, and reaches it afterwards', async () => {
  await withStoreLock(home, async () => {
    const saved = await begin(2, '2026-12-01', wide);
    expect(saved.status).toBe(201);
    expect(saved.json).toMatchObject({ validFrom: '2026-12-01', isOnMap: false });
    expect(await catchUpBoundaries(home, store, officer)).toBe('The data home is being changed: the map waits.');
    expect(await onMap()).toEqual(small);
  });
  expect(await catchUpBoundaries(home, store, officer)).toBe('The map followed the boundaries.');
  expect(await onMap()).toEqual(wide);
  expect(await catchUpBoundaries(home, store, officer)).toBe('The map shows every boundary.');
});

test('after a redraw the layer that is served is the new one, and the one before stays under its own address', async () => {
  const serve = deskOf(areaRoutes(openServerState(home)));
  const groundIn = (layer: AreaLayer) => layer.features.find(({ id }) => id === 'eastbank')?.geometry;
  const listed = async () => (await serve(officer, 'GET', '/api/areas')).json[0].version;
  const before = await listed();
  expect(groundIn((await serve(officer, 'GET', `/api/areas/groups/${before}`)).json)).toEqual(wide);
  const again = await begin(3, '2026-12-10', small);
  expect(again.json).toMatchObject({ isOnMap: true });
  const now = await listed();
  expect(now).not.toBe(before);
  expect(groundIn((await serve(officer, 'GET', '/api/areas/groups')).json)).toEqual(small);
  expect(groundIn((await serve(officer, 'GET', `/api/areas/groups/${before}`)).json)).toEqual(wide);
});
