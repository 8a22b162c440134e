import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { FeedFile, isFailure } from '#data/schema/records/feed.ts';
import { writeWhole } from '#server/store/store-index.ts';

/** What was done with one file, and by what it is known again. */
export const FeedRecord = FeedFile.extend({
  sha256: z.string().nullable(), // null: it could not be read
  changedMs: z.number(), // when the file was written, as the file system says
  under: z.string(), // the profile and the store that refused it; under others it is tried again
});
export type FeedRecord = z.infer<typeof FeedRecord>;

const KEPT = 400;

export const feedFolderOf = (home: string): string => join(home, 'feed');
const filesOf = (home: string): string => join(feedFolderOf(home), 'files');

/** All that is kept of the files of a home, the newest first. A record that a later version wrote otherwise is left out. */
export async function readFeedRecords(home: string): Promise<FeedRecord[]> {
  const found = await Promise.all((await namesIn(home)).map(async (name) => readRecord(join(filesOf(home), name))));
  return found.filter((record) => record !== null).sort((a, b) => (a.at < b.at ? 1 : -1));
}

async function readRecord(path: string): Promise<FeedRecord | null> {
  try {
    return FeedRecord.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null; // removed meanwhile, or of another version: what it told can be told again
  }
}

const namesIn = async (home: string): Promise<string[]> =>
  (await readdir(filesOf(home)).catch(() => [])).filter((name) => name.endsWith('.json'));

/** Keeps what was done with a file: once for each name and content, so that a later try takes the place of an earlier. */
export async function keepFeedRecord(home: string, record: FeedRecord): Promise<void> {
  await writeWhole(join(filesOf(home), nameOf(record)), JSON.stringify(record, null, 1));
  if (record.sha256 !== null) await rm(join(filesOf(home), nameOf({ ...record, sha256: null })), { force: true });
  await prune(home);
}

const nameOf = ({ source, file, sha256 }: FeedRecord): string => {
  const named = createHash('sha256').update(`${source}/${file}`).digest('hex').slice(0, 16);
  return `${named}-${sha256?.slice(0, 16) ?? 'unread'}.json`;
};

/** Forgets the oldest of too many: those that were taken first, for the store's index knows them too. */
async function prune(home: string): Promise<void> {
  if ((await namesIn(home)).length <= KEPT) return;
  const records = await readFeedRecords(home);
  const byUse = [
    ...records.filter(({ outcome }) => isFailure(outcome)),
    ...records.filter(({ outcome }) => !isFailure(outcome)),
  ];
  for (const record of byUse.slice(KEPT)) await rm(join(filesOf(home), nameOf(record)), { force: true });
}

/** The failures that still stand: no later version of the file, and no other file, has mended them. */
export function standingFailures<T extends FeedFile>(newestFirst: readonly T[]): T[] {
  const seen = new Set<string>();
  return newestFirst.filter(({ source, file, outcome }) => {
    const key = `${source}/${file}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return isFailure(outcome);
  });
}
