import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ReleaseLevel } from '#data/schema/release-level.ts';
import { readCurrent } from '#server/extract/manifest-files.ts';
import { CODINGS } from '#server/extract/packed-file.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import type { Found } from './check-machine.ts';

/** Every file that the store lists is there and is still what its name says. */
export async function checkStore(home: string): Promise<Found> {
  const { sources, layers } = await readStoreIndex(home);
  const calls = sources.flatMap((source) => source.files.map(({ file }) => join(home, 'calls', file)));
  const areas = layers.map(({ file }) => join(home, 'areas', file));
  if (calls.length + areas.length === 0) return { state: 'note', detail: `${home} holds no records yet` };
  const wrong = await findWrong([...calls, ...areas]);
  if (wrong) return { state: 'broken', detail: `${wrong}; take its source in again` };
  return { state: 'ok', detail: `files of calls: ${calls.length}, layers of boundaries: ${areas.length}` };
}

/** Every extract that a level loads now is there, packed and plain, and is still what its name says. */
export async function checkExtracts(home: string): Promise<Found> {
  const manifests = await Promise.all(ReleaseLevel.options.map((level) => readCurrent(home, level)));
  const made = manifests.filter((manifest) => manifest !== null);
  if (made.length === 0) return { state: 'note', detail: 'nothing has been cut yet; serve does it' };
  if (made.length < manifests.length) return { state: 'broken', detail: 'a release level has no manifest; run serve' };
  const files = [...new Set(made.flatMap(({ extracts }) => extracts.map(({ file }) => join(home, 'extracts', file))))];
  const unpacked = files.find((file) => CODINGS.some(({ ending }) => !existsSync(file + ending)));
  const wrong = await findWrong(files);
  if (wrong) return { state: 'broken', detail: `${wrong}; delete it and run serve, which cuts it again` };
  if (unpacked) return { state: 'note', detail: `${unpacked} has lost a packed twin; serve packs it again` };
  return { state: 'ok', detail: `${files.length} files for ${made.length} release levels` };
}

/** The first file that is gone, or whose name ends in a hash that is not its own. */
async function findWrong(paths: string[]): Promise<string | null> {
  for (const path of paths) {
    if (!existsSync(path)) return `${path} is gone`;
    const named = /([0-9a-f]{16,64})\.\w+$/.exec(basename(path))?.[1];
    if (named && !(await hashOf(path)).startsWith(named)) return `${path} is not what it was`;
  }
  return null;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
