import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isFailure } from '#data/schema/records/feed.ts';
import type { WallPulse } from '#data/schema/wall.ts';
import { feedFolderOf, readFeedRecords } from './feed-records.ts';
import { readOpenFolders } from './open-folders.ts';

type FeedState = WallPulse['feed'];

const SETTLED_MS = 1_000; // two changes within one tick of the file system's clock look like one
const known = new Map<string, { mark: string; state: FeedState }>();

/** Whether the last call file of a home was taken in; `none` where no folder is watched. Reads only what has changed. */
export async function feedState(home: string): Promise<FeedState> {
  const folder = feedFolderOf(home);
  const changed = await Promise.all([changedAt(join(folder, 'files')), changedAt(join(folder, 'folders'))]);
  const mark = changed.join(' ');
  const before = known.get(home);
  if (before?.mark === mark) return before.state;
  const state = await readState(home);
  if (Math.max(...changed) < Date.now() - SETTLED_MS) known.set(home, { mark, state });
  return state;
}

async function readState(home: string): Promise<FeedState> {
  const records = await readFeedRecords(home);
  const last = records.find(({ outcome }) => outcome !== 'known');
  if (last) return isFailure(last.outcome) ? 'failed' : 'ok';
  return records.length > 0 || (await readOpenFolders(home)).length > 0 ? 'ok' : 'none';
}

const changedAt = async (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
