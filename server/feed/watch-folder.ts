import { setTimeout as sleep } from 'node:timers/promises';
import { watch } from 'chokidar';
import { HomeBusy } from '#server/store/store-lock.ts';
import { type Feed, isCallFile, troubleWith } from './feed.ts';
import type { FeedRecord } from './feed-records.ts';
import { openEyes, STILL_MS } from './open-eyes.ts';
import { keepClosed, keepOpen, type OpenFolder } from './open-folders.ts';
import { takeFile } from './take-file.ts';

export type WatchOptions = {
  readonly signal: AbortSignal; // ends the watch, once the file under way is in
  readonly onFile: (record: FeedRecord) => void;
  readonly onTrouble: (words: string) => void; // the folder cannot be read; it is looked for again
  readonly isPolled?: boolean; // for a network share, which does not tell of changes
};

const LOOK_EVERY = 30_000; // whether we were told or not
const POLL_EVERY = 2_000;
const BUSY_MS = 1_000;
const GATHER_MS = 200; // a file that is being written rings often

/**
 * Takes in what lies in the folder of a feed and what comes to it, one file at a time in order of name, until it is
 * told to stop. A file that is refused ends nothing.
 */
export async function watchFolder(feed: Feed, options: WatchOptions): Promise<void> {
  const { signal, onTrouble } = options;
  const eyes = openEyes(feed);
  const bell = openBell(feed, options);
  const open = { ...asOpened(feed), trouble: '' };
  while (!signal.aborted) {
    let isGrowing = false;
    try {
      await keepOpen(feed.home, open);
      isGrowing = (await takeDue(feed, eyes, options)).isGrowing;
      open.trouble = '';
    } catch (cause) {
      const trouble = (await troubleWith(feed.folder)) || (cause instanceof Error ? cause.message : String(cause));
      if (trouble !== open.trouble) onTrouble(trouble);
      open.trouble = trouble;
    }
    await bell.next(isGrowing ? STILL_MS + GATHER_MS : bell.every());
  }
  await bell.close();
  await keepClosed(feed.home, open).catch(() => undefined); // a home that is gone watches nothing
}

/** Looks once and takes what is due. Gives what became of it, and whether files are still being written. */
export async function takeDue(
  feed: Feed,
  eyes: ReturnType<typeof openEyes>,
  { signal, onFile }: Pick<WatchOptions, 'signal' | 'onFile'>,
): Promise<{ isGrowing: boolean }> {
  const { due, isGrowing } = await eyes.look();
  for (const file of due) {
    const record = await takeWhenFree(feed, file, signal);
    if (record === 'stopped') break;
    if (record === null) eyes.leave(file);
    else onFile(record);
  }
  return { isGrowing };
}

/** Waits for its turn where another process changes the home. */
async function takeWhenFree(feed: Feed, file: string, signal: AbortSignal): Promise<FeedRecord | null | 'stopped'> {
  while (!signal.aborted) {
    try {
      return await takeFile(feed, file);
    } catch (cause) {
      if (!(cause instanceof HomeBusy)) throw cause;
      await sleep(BUSY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
  return 'stopped';
}

const asOpened = ({ folder, profile, geocodes, nowLocal }: Feed): OpenFolder => ({
  ...{ folder, profile, geocodes, sinceLocal: nowLocal(), trouble: '', isOpen: true },
});

/** Rings when something in the folder changes. */
function openBell(feed: Feed, { signal, isPolled = false }: WatchOptions) {
  let every = isPolled ? POLL_EVERY : LOOK_EVERY;
  let ring = () => {};
  let hasRung = false;
  const onChange = () => {
    hasRung = true;
    ring();
  };
  const isStrange = (path: string) => path !== feed.folder && !isCallFile(path.slice(feed.folder.length + 1), feed);
  const watcher = isPolled ? null : watch(feed.folder, { depth: 0, ignoreInitial: true, ignored: isStrange });
  watcher?.on('all', onChange).on('error', () => {
    every = POLL_EVERY; // the system has no more watches to give: we look by ourselves
    onChange();
  });
  signal.addEventListener('abort', onChange);
  return {
    every: () => every,
    async next(ms: number) {
      if (!hasRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          ring = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      ring = () => {};
      if (hasRung && !signal.aborted) await sleep(GATHER_MS);
      hasRung = false;
    },
    async close() {
      signal.removeEventListener('abort', onChange);
      await watcher?.close();
    },
  };
}
