import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Manifest } from '#data/schema/manifest.ts';
import type { ReleaseLevel } from '#data/schema/release-level.ts';
import { writeWhole } from '#server/store/store-index.ts';

export type UnnamedManifest = Omit<Manifest, 'manifest' | 'madeAt'>;

const manifestPath = (home: string, hash: string) => join(home, 'manifests', `${hash}.json`);
const pointerPath = (home: string, level: ReleaseLevel) => join(home, `manifest-${level}.json`);

/**
 * Names a manifest by what it says (all but `madeAt`) and keeps it. The one already kept
 * under that name wins, so cutting an unchanged store again changes no byte.
 */
export async function keepManifest(home: string, said: UnnamedManifest, madeAt: string): Promise<Manifest> {
  const hash = createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);
  const path = manifestPath(home, hash);
  if (existsSync(path)) return readManifest(path);
  const manifest = { manifest: hash, ...said, madeAt };
  await writeWhole(path, JSON.stringify(manifest, null, 1));
  return manifest;
}

/** Makes a manifest the one its level loads from now on. */
export async function pointAt(home: string, manifest: Manifest): Promise<void> {
  const current = await readCurrent(home, manifest.releaseLevel);
  if (current?.manifest === manifest.manifest) return;
  await writeWhole(pointerPath(home, manifest.releaseLevel), JSON.stringify(manifest, null, 1));
}

/** The manifest a level loads now, or null before the first cut. */
export async function readCurrent(home: string, level: ReleaseLevel): Promise<Manifest | null> {
  const path = pointerPath(home, level);
  return existsSync(path) ? readManifest(path) : null;
}

/** Every manifest ever made for a level. */
export async function readManifests(home: string, level: ReleaseLevel): Promise<Manifest[]> {
  const folder = join(home, 'manifests');
  if (!existsSync(folder)) return [];
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const manifests = await Promise.all(files.map((name) => readManifest(join(folder, name))));
  return manifests.filter((manifest) => manifest.releaseLevel === level);
}

const readManifest = async (path: string): Promise<Manifest> =>
  Manifest.parse(JSON.parse(await readFile(path, 'utf8')));
