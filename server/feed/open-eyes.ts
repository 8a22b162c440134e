import { readdir } from 'node:fs/promises';
import { entryAt, type Stamp, stampOf } from './entry.ts';
import { type Feed, isCallFile } from './feed.ts';
import { type FeedRecord, readFeedRecords } from './feed-records.ts';
import { underWhat } from './take-file.ts';

/** What one look at a folder found: files that are whole and were not dealt with, and whether others are still written. */
export type Look = { readonly due: readonly string[]; readonly isGrowing: boolean };
export type Eyes = { look(): Promise<Look>; leave(file: string): void };

/** A file is whole once it has stood still from one look to another that comes at least so much later. */
export const STILL_MS = 1_000;
const EMPTY_MS = 3_600_000; // whoever sends a file may open it long before the first line
const AGAIN_MS = 60_000; // after a fault that is not the file's: no memory, a disk that is full

/**
 * Looks at the folder of a feed, and remembers from one look to the next what stood there. A file is dealt with as long
 * as name, size and time of writing are those of its record: grown, replaced or touched, it is due again.
 */
export function openEyes(feed: Feed): Eyes {
  const seen = new Map<string, Stamp & { sinceMs: number }>();
  const left = new Map<string, Stamp>(); // looked into, and nothing kept of it
  return {
    leave: (file) => {
      const stamp = seen.get(file);
      if (stamp) left.set(file, stamp);
    },
    async look() {
      const due: string[] = [];
      let isGrowing = false;
      const records = await readFeedRecords(feed.home);
      const under = await underWhat(feed);
      const now = Date.now();
      for (const [file, stamp] of await stampsIn(feed)) {
        const before = seen.get(file);
        const isStill = before !== undefined && isSame(before, stamp);
        seen.set(file, { ...stamp, sinceMs: isStill ? before.sinceMs : now });
        const own = records.find((record) => record.file === file && record.source === feed.profile.name);
        if (own && isSame(own, stamp) ? isDealtWith(own, under, now) : isSame(left.get(file), stamp)) continue;
        if (stamp.sizeBytes === 0 && now - stamp.changedMs < EMPTY_MS) continue;
        if (isStill && now - before.sinceMs >= STILL_MS) due.push(file);
        else isGrowing = true;
      }
      return { due, isGrowing };
    },
  };
}

function isDealtWith({ outcome, under, at }: FeedRecord, now: string, nowMs: number): boolean {
  if (outcome === 'refused') return under === now;
  return outcome !== 'broke' || nowMs - Date.parse(at) < AGAIN_MS;
}

const isSame = (a: Stamp | undefined, b: Stamp): boolean =>
  a !== undefined && a.sizeBytes === b.sizeBytes && a.changedMs === b.changedMs;

/** What lies there under the name of a call file, in order of name. */
async function stampsIn(feed: Feed): Promise<[string, Stamp][]> {
  const names = (await readdir(feed.folder)).filter((name) => isCallFile(name, feed)).sort();
  const found = await Promise.all(
    names.map(async (name): Promise<[string, Stamp][]> => {
      const entry = await entryAt(feed.folder, name);
      return entry ? [[name, stampOf(entry)]] : []; // gone between two breaths
    }),
  );
  return found.flat();
}
