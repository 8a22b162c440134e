import { FeedFile } from '#data/schema/records/feed.ts';
import type { Operations } from '#data/schema/records/operation.ts';
import type { Role } from '#data/schema/release-level.ts';
import { entryAt } from './entry.ts';
import { readFeedRecords, standingFailures } from './feed-records.ts';
import { readOpenFolders } from './open-folders.ts';

const MOST = 50;

/** The folders of a home and what became of their files. Where a folder lies is for whoever runs the machine. */
export async function readFeed(home: string, role: Role): Promise<Operations['feed']> {
  const records = await readFeedRecords(home);
  const open = await readOpenFolders(home);
  const pathOf = new Map(open.map(({ profile, folder }) => [profile.name, folder]));
  const standing = standingFailures(records);
  const entries = await Promise.all(standing.map(({ source, file }) => entryAt(pathOf.get(source) ?? '', file)));
  const waiting = standing.filter((_, at) => entries[at]); // taken away, it waits no longer
  const files = records.filter((record) => !waiting.includes(record));
  const folders = open.map(({ profile, folder, sinceLocal, trouble }) => ({
    ...{ source: profile.name, title: profile.title, sinceLocal, trouble },
    folder: role === 'administrator' ? folder : null,
  }));
  return { folders, waiting: FeedFile.array().parse(waiting), files: FeedFile.array().parse(files.slice(0, MOST)) };
}
