import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { AreaKind, AreaLayer } from '#data/schema/area.ts';
import { readStoreIndex, type StoredLayer, writeStoreIndex, writeWhole } from '#server/store/store-index.ts';

/**
 * Keeps a layer in the data home: RFC 7946 GeoJSON below `areas/`, named by its content, then its line in the index.
 * No coordinate is rounded: at seven decimals, a centimeter, two of Chicago's calls change their beat, and the app
 * would count otherwise than `join` does. The same layer again changes nothing; another under the same name takes its place in the
 * index, and the earlier file stays so that printed figures can be replayed.
 */
export async function storeLayer(
  home: string,
  { layer, title, kind }: { layer: string; title: string; kind: AreaKind },
  areas: AreaLayer,
): Promise<StoredLayer> {
  const content = JSON.stringify(areas);
  const version = createHash('sha256').update(content).digest('hex').slice(0, 16);
  const file = `${version}.geojson`;
  const entry: StoredLayer = { layer, title, kind, count: areas.features.length, version, file };
  await writeWhole(join(home, 'areas', file), content);
  const index = await readStoreIndex(home);
  const others = index.layers.filter((each) => each.layer !== layer);
  await writeStoreIndex(home, { ...index, layers: [...others, entry] });
  return entry;
}
