import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { AreaLayer } from '#data/schema/area.ts';
import { cutExtracts } from '#server/extract/cut-extracts.ts';
import { areaRoutes } from '#server/routes/areas.ts';
import { manifestRoutes } from '#server/routes/manifests.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { openServerState } from '#server/routes/releases.ts';
import { catchUpBoundaries } from '#server/store/group-layer.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { withStoreLock } from '#server/store/store-lock.ts';
import { square } from '#test/fixture/box.ts';
import { aGroup, coordinator, officer, openGroupTown } from '#test/fixture/group-town.ts';
import { deskOf, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const { ask, home } = await openGroupTown(store);
const small = square(-82.5, 35.5, 0.01);
const wide = square(-82.5, 35.5, 0.02);
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
  await ask(coordinator, 'POST', '/api/records/groups', aGroup('eastbank'));
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

test('after a redraw the manifest names the new layer, and the one of last quarter its old lines still', async () => {
  await cutExtracts(home);
  const state = openServerState(home);
  const serve = deskOf(newRoutes().route('/', areaRoutes(state)).route('/', manifestRoutes(state)));
  const read = async (path: string) => (await serve(officer, 'GET', path)).json;
  const groundBy = async (manifest: { areas: { layer: string; version: string }[] }) => {
    const version = manifest.areas.find(({ layer }) => layer === 'groups')?.version;
    const layer: AreaLayer = await read(`/api/areas/groups/${version}`);
    return layer.features.find(({ id }) => id === 'eastbank')?.geometry;
  };
  const before = await read('/api/manifest');
  expect(await groundBy(before)).toEqual(wide);
  expect((await begin(3, '2026-12-10', small)).json).toMatchObject({ isOnMap: true });
  const now = await read('/api/manifest');
  expect(now.manifest).not.toBe(before.manifest);
  expect(await groundBy(now)).toEqual(small);
  expect(await groundBy(await read(`/api/manifests/${before.manifest}`))).toEqual(wide);
});
