import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AreaLayer } from '#data/schema/area.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { storeLayer } from '#server/ingest/areas/store-layer.ts';
import { boundariesOn } from './boundaries.ts';
import type { RecordStore } from './record-store.ts';
import { readStoreIndex } from './store-index.ts';
import { withStoreLock } from './store-lock.ts';

const LAYER = 'groups';

/**
 * Brings the map's layer of groups to the boundaries that hold today. Areas of the layer that the registry has no
 * boundary for stay as they were taken in.
 */
export async function followBoundaries(home: string, records: RecordStore, acting: Acting): Promise<void> {
  await withStoreLock(home, async () => {
    const today = await records.as(acting, (tx) => boundariesOn(tx, acting.nowLocal.slice(0, 10)));
    const known = (await readStoreIndex(home)).layers.find(({ layer }) => layer === LAYER);
    const before = known === undefined ? [] : await readFeatures(join(home, 'areas', known.file));
    const kept = new Set(today.features.map(({ id }) => id));
    const features = [...before.filter(({ id }) => !kept.has(id)), ...today.features];
    const title = known?.title ?? 'Community groups';
    await storeLayer(home, { layer: LAYER, title, kind: 'group' }, { type: 'FeatureCollection', features });
  });
}

async function readFeatures(path: string): Promise<AreaLayer['features']> {
  const layer: AreaLayer = JSON.parse(await readFile(path, 'utf8')); // the row boundary: storeLayer wrote it
  return layer.features;
}
