import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { LocalMoment } from '#data/schema/records/common.ts';
import { SourceProfile } from '#data/schema/source-profile.ts';
import { writeWhole } from '#server/store/store-index.ts';
import { feedFolderOf } from './feed-records.ts';

/** A folder that somebody watches: enough to look through it where the watcher was killed. */
export const OpenFolder = z.object({
  folder: z.string(), // absolute
  profile: SourceProfile,
  geocodes: z.string().nullable(),
  sinceLocal: LocalMoment,
  trouble: z.string(), // why it cannot be read
  isOpen: z.boolean(), // false: its watcher was stopped in order
});
export type OpenFolder = z.infer<typeof OpenFolder>;

const foldersOf = (home: string): string => join(feedFolderOf(home), 'folders');

/** The folders that are watched, or were until their watcher was killed, by source. */
export const readOpenFolders = async (home: string): Promise<OpenFolder[]> =>
  (await readFolders(home)).filter(({ isOpen }) => isOpen);

/** Those too whose watcher was stopped. */
export async function readFolders(home: string): Promise<OpenFolder[]> {
  const names = (await readdir(foldersOf(home)).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
  const found = await Promise.all(names.map((name) => readFolder(join(foldersOf(home), name))));
  return found.filter((folder) => folder !== null);
}

async function readFolder(path: string): Promise<OpenFolder | null> {
  try {
    return OpenFolder.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null; // of another version: the next watcher writes it anew
  }
}

/** Says that a folder is watched, where that is not written already: another watcher may have begun it, or closed it. */
export async function keepOpen(home: string, open: OpenFolder): Promise<void> {
  const kept = (await readFolders(home)).find(({ profile }) => profile.name === open.profile.name);
  const isOwn = kept?.folder === open.folder;
  if (isOwn && kept.isOpen && kept.trouble === open.trouble) return;
  await keepFolder(home, { ...open, sinceLocal: isOwn ? kept.sinceLocal : open.sinceLocal });
}

export async function keepClosed(home: string, closed: OpenFolder): Promise<void> {
  const kept = (await readFolders(home)).find(({ profile }) => profile.name === closed.profile.name);
  if (kept?.folder === closed.folder) await keepFolder(home, { ...kept, isOpen: false });
}

/** One folder a source. */
const keepFolder = (home: string, open: OpenFolder): Promise<void> =>
  writeWhole(join(foldersOf(home), `${open.profile.name}.json`), JSON.stringify(open, null, 1));
