import type { Logger } from 'pino';
import { isFailure } from '#data/schema/records/feed.ts';
import { UsageError } from '#server/errors.ts';
import { type Feed, openFeed } from '#server/feed/feed.ts';
import { watchFolder } from '#server/feed/watch-folder.ts';
import { fileInWords } from './feed-words.ts';

type FeedWords = { watch?: string; source?: string; poll: boolean };

/** The feed that a server is asked to watch; null where it is asked for none. */
export async function feedFrom({ watch, source, poll }: FeedWords, home: string): Promise<Feed | null> {
  if (watch !== undefined) return openFeed({ home, folder: watch, source });
  if (source !== undefined || poll) throw new UsageError('--source and --poll go with --watch');
  return null;
}

/** Watches beside the server's other work: DuckDB reads in threads of its own, and nobody waits for it. Gives what stops it. */
export function serveFeed(feed: Feed, isPolled: boolean, log: Logger): () => Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  const watched = watchFolder(feed, {
    signal,
    isPolled,
    onFile: (record) => {
      const { sizeBytes, outcome } = record;
      log[isFailure(outcome) ? 'error' : 'info']({ sizeBytes, outcome }, fileInWords(record));
    },
    onTrouble: (words) => log.error({ folder: feed.folder }, words),
  }).catch((cause: unknown) => log.error(cause, 'the folder is no longer watched'));
  return async () => {
    controller.abort();
    await watched;
  };
}
