import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AreaLayer } from '#data/schema/area.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { redrawManifests } from '#server/extract/redraw-manifests.ts';
import { storeLayer } from '#server/ingest/areas/store-layer.ts';
import { boundariesOn } from './boundaries.ts';
import type { RecordStore } from './record-store.ts';
import { readStoreIndex } from './store-index.ts';
import { HomeBusy, withStoreLock } from './store-lock.ts';

const LAYER = 'groups';

const waitingIn = (home: string) => join(home, 'groups-layer.waiting'); // kept as a file: a killed server still knows

/**
 * Brings the map's layer of groups, and the manifests that name it, to the boundaries that hold today. Areas of the layer that the registry has no
 * boundary for stay as they were taken in. While an ingest holds the data home the layer waits (see
 * `catchUpBoundaries`); says whether it is on the map by now.
 */
export async function followBoundaries(home: string, records: RecordStore, acting: Acting): Promise<boolean> {
  try {
    await withStoreLock(home, () => rewriteLayer(home, records, acting));
    return true;
  } catch (cause) {
    await writeFile(waitingIn(home), '');
    if (cause instanceof HomeBusy) return false;
    throw cause;
  }
}

/** Brings a layer that had to wait onto the map; says in a few words what it did. */
export async function catchUpBoundaries(home: string, records: RecordStore, acting: Acting): Promise<string> {
  if (!existsSync(waitingIn(home))) return 'The map shows every boundary.';
  const isOnMap = await followBoundaries(home, records, acting);
  return isOnMap ? 'The map followed the boundaries.' : 'The data home is being changed: the map waits.';
}

async function rewriteLayer(home: string, records: RecordStore, acting: Acting): Promise<void> {
  await rm(waitingIn(home), { force: true }); // before reading: what is saved from here on asks anew
  const today = await records.as(acting, (tx) => boundariesOn(tx, acting.nowLocal.slice(0, 10)));
  const known = (await readStoreIndex(home)).layers.find(({ layer }) => layer === LAYER);
  const before = known === undefined ? [] : await readFeatures(join(home, 'areas', known.file));
  const kept = new Set(today.features.map(({ id }) => id));
  const features = [...before.filter(({ id }) => !kept.has(id)), ...today.features];
  const title = known?.title ?? 'Community groups';
  await storeLayer(home, { layer: LAYER, title, kind: 'group' }, { type: 'FeatureCollection', features });
  await redrawManifests(home);
}

async function readFeatures(path: string): Promise<AreaLayer['features']> {
  const layer: AreaLayer = JSON.parse(await readFile(path, 'utf8')); // the row boundary: storeLayer wrote it
  return layer.features;
}
