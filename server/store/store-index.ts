import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { AreaLayerEntry } from '#data/schema/area.ts';
import type { SourceAge } from '#data/schema/manifest.ts';
import { DataRefused } from '#server/errors.ts';

/** How late the calls of a feed came, as far as its deliveries tell. Dates are local. */
export type Arrivals = {
  since: string; // calls received up to this day tell nothing: they were there from the start
  deliveries: string[]; // the last whole day of each, the first one's too
  days: Record<string, Record<string, number>>; // day received to days late to calls
};

/** One taken-in feed: its Parquet files (content-named, below `home/calls/`) and what was read to make them. */
export type StoredSource = SourceAge & {
  timeZone: string;
  reportingLagDays: number;
  files: { year: number; file: string; rows: number }[];
  inputs: { file: string; sha256: string; read: number }[];
  arrivals?: Arrivals; // from the second delivery on
  profile?: string; // hash of the profile that read it; another profile reads all files anew
};

/** One boundary layer: GeoJSON below `home/areas/`, named by its version. */
export type StoredLayer = AreaLayerEntry & { file: string };

/** What the data home holds. Replaced whole, so a killed run leaves the previous one. */
export type StoreIndex = { city: string; timeZone: string; sources: StoredSource[]; layers: StoredLayer[] };

/** Raised whenever an older index could no longer be read; the files are then taken in again. */
const STORE_VERSION = 1;

const NOTHING: StoreIndex = { city: '', timeZone: '', sources: [], layers: [] };

const pathOf = (home: string) => join(home, 'store.json');

/** Throws `DataRefused` where the index was written by a Commonbeat that kept other things in it. */
export async function readStoreIndex(home: string): Promise<StoreIndex> {
  if (!existsSync(pathOf(home))) return structuredClone(NOTHING);
  const { version, ...index } = JSON.parse(await readFile(pathOf(home), 'utf8')) as StoreIndex & { version?: number };
  if (version === STORE_VERSION) return index;
  throw new DataRefused('another version of Commonbeat made it; take the files in again into a new --home', {
    file: pathOf(home),
  });
}

export async function writeStoreIndex(home: string, index: StoreIndex): Promise<void> {
  await writeWhole(pathOf(home), JSON.stringify({ version: STORE_VERSION, ...index }, null, 2));
}

/** Writes beside the target, syncs, then renames: a reader sees the old file or the new one, never half. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  const draft = `${path}.${randomUUID()}.part`;
  const handle = await open(draft, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, path);
}
