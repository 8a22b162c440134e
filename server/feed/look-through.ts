import { setTimeout as sleep } from 'node:timers/promises';
import { ageLimits } from '#analysis/shared/feed-age.ts';
import { isFailure } from '#data/schema/records/feed.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { entryAt } from './entry.ts';
import { type Feed, troubleWith } from './feed.ts';
import { readFeedRecords, standingFailures } from './feed-records.ts';
import { openEyes, STILL_MS } from './open-eyes.ts';
import type { OpenFolder } from './open-folders.ts';
import { takeDue } from './watch-folder.ts';

const MOST_MS = 10 * 60_000; // a home that is busy for longer is tried again the next night

/** What a look through one folder came to. */
export type Through = {
  readonly source: string;
  readonly taken: number;
  readonly waiting: readonly string[]; // files that were not taken in and were not mended since
  readonly trouble: string; // why the folder cannot be read; empty where it can
  readonly silentHours: number | null; // for so long no call has come, which is too long
};

/** Takes in what a watcher has missed: killed, or never told by a network share. */
export async function lookThrough(home: string, open: OpenFolder, nowLocal: () => string): Promise<Through> {
  const feed: Feed = { home, folder: open.folder, profile: open.profile, geocodes: open.geocodes, nowLocal };
  const trouble = await troubleWith(open.folder);
  let taken = 0;
  if (trouble === '') {
    const eyes = openEyes(feed);
    await eyes.look();
    await sleep(STILL_MS + 50);
    const onFile = ({ outcome }: { outcome: Parameters<typeof isFailure>[0] }) => {
      if (!isFailure(outcome)) taken += 1;
    };
    await takeDue(feed, eyes, { signal: AbortSignal.timeout(MOST_MS), onFile });
  }
  const { name } = open.profile;
  const own = (await readFeedRecords(home)).filter(({ source }) => source === name);
  const failed = standingFailures(own).map(({ file }) => file);
  const entries = await Promise.all(failed.map((file) => entryAt(open.folder, file)));
  const waiting = failed.filter((_, at) => entries[at]);
  return { source: name, taken, waiting, trouble, silentHours: await silentHours(home, open, nowLocal()) };
}

/** How long no call has come, where that is longer than the red age of the profile. */
async function silentHours(
  home: string,
  { profile, sinceLocal }: OpenFolder,
  nowLocal: string,
): Promise<number | null> {
  const { redHours } = ageLimits(profile);
  if (redHours === null) return null;
  const { sources } = await readStoreIndex(home);
  const last = sources.find(({ source }) => source === profile.name)?.lastReceivedLocal ?? sinceLocal;
  const from = last > sinceLocal ? last : sinceLocal; // who has just begun to watch is given the time to bring something
  const hours = Math.floor((Date.parse(`${nowLocal}Z`) - Date.parse(`${from}Z`)) / 3_600_000);
  return hours > redHours ? hours : null;
}
