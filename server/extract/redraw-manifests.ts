import { ReleaseLevel } from '#data/schema/release-level.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { areasOf } from './index-reach.ts';
import { keepManifest, pointAt, readCurrent } from './manifest-files.ts';

/**
 * Names the layers of the index in a new manifest a level: a redrawn boundary needs no call to be cut again. The
 * manifests before stay, so that printed figures replay with the lines they were counted by.
 */
export async function redrawManifests(home: string, madeAt = new Date().toISOString()): Promise<void> {
  const areas = areasOf(await readStoreIndex(home));
  for (const level of ReleaseLevel.options) {
    const current = await readCurrent(home, level);
    if (current === null || JSON.stringify(current.areas) === JSON.stringify(areas)) continue;
    const { manifest: _, madeAt: __, ...said } = current;
    await pointAt(home, await keepManifest(home, { ...said, areas }, madeAt));
  }
}
