import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AreaLayer } from '#data/schema/area.ts';
import { AreaProperties } from '#data/schema/area.ts';
import { storeLayer } from '#server/ingest/areas/store-layer.ts';
import { readStoreIndex } from '#server/store/store-index.ts';

const beats = { layer: 'beats', title: 'Police beats', kind: 'beat' } as const;
const home = () => mkdtempSync(join(tmpdir(), 'commonbeat-home-'));

function layer(east: number): AreaLayer {
  const properties = AreaProperties.parse({ areaId: 'a', name: 'A', kind: 'beat' });
  const ring: [number, number][] = [
    [0, 0],
    [east, 0],
    [east, 1],
    [0, 1],
    [0, 0],
  ];
  return {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', id: 'a', properties, geometry: { type: 'Polygon', coordinates: [ring] } }],
  };
}

test('a layer is kept, with every digit it came with, under the hash of its content', async () => {
  const folder = home();
  const { version, file, count } = await storeLayer(folder, beats, layer(1.123456789));
  expect([version.length, file, count]).toEqual([16, `${version}.geojson`, 1]);
  const kept: AreaLayer = JSON.parse(readFileSync(join(folder, 'areas', file), 'utf8'));
  expect(kept.features[0]?.geometry.coordinates[0]?.[1]).toEqual([1.123456789, 0]);
});

test('the same layer again changes nothing, another takes its place in the index and the file stays', async () => {
  const folder = home();
  const first = await storeLayer(folder, beats, layer(1));
  expect(await storeLayer(folder, beats, layer(1))).toEqual(first);
  const second = await storeLayer(folder, beats, layer(2));
  expect((await readStoreIndex(folder)).layers).toEqual([second]);
  expect(readdirSync(join(folder, 'areas')).toSorted()).toEqual([first.file, second.file].toSorted());
});
