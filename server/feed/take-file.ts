import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { FeedReport } from '#data/schema/records/feed.ts';
import { DataRefused } from '#server/errors.ts';
import { hashOf, ingestCalls } from '#server/ingest/ingest-calls.ts';
import type { IngestReport } from '#server/ingest/ingest-report.ts';
import { hashFile } from '#server/ingest/stage-input.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { HomeBusy, withStoreLock } from '#server/store/store-lock.ts';
import { entryAt, stampOf, whyNoFile } from './entry.ts';
import type { Feed } from './feed.ts';
import { type FeedRecord, feedFolderOf, keepFeedRecord, readFeedRecords } from './feed-records.ts';
import { brokenWords, refusalOf, rejectsOf } from './without-content.ts';

const LISTED_KNOWN = 300; // of files that were taken in before anybody watched, no more are listed

/**
 * Takes one file of a feed in, and keeps what became of it. Null: the same bytes were dealt with before, or the file
 * is gone. Throws `HomeBusy` while another process changes the home: to be tried again.
 */
export function takeFile(feed: Feed, file: string): Promise<FeedRecord | null> {
  return withStoreLock(feedFolderOf(feed.home), () => takeAlone(feed, file)); // of two watchers, one takes it
}

async function takeAlone(feed: Feed, file: string): Promise<FeedRecord | null> {
  const path = join(feed.folder, file);
  const found = await entryAt(feed.folder, file);
  if (found === null) return null;
  const seen: FeedRecord = {
    ...{ file, source: feed.profile.name, ...stampOf(found), sha256: null },
    ...{ at: new Date().toISOString(), atLocal: feed.nowLocal(), under: await underWhat(feed) },
    ...{ outcome: 'broke', report: null, words: '', line: null, column: null },
  };
  const why = whyNoFile(found);
  if (why !== null) {
    const refused: FeedRecord = { ...seen, outcome: 'refused', words: why };
    return (await wasRefused(feed, refused)) ? null : keep(feed, refused);
  }
  try {
    const sha256 = await hashFile(path);
    const before = await takenAs(feed, sha256);
    if (before !== null) return await keepKnown(feed, { ...seen, sha256 }, before);
    if (await wasRefused(feed, { ...seen, sha256 })) return null;
    return await keep(feed, { ...seen, sha256, ...(await readInto(feed, path)) });
  } catch (cause) {
    if (cause instanceof HomeBusy) throw cause;
    const isGone = (await entryAt(feed.folder, file)) === null; // its owner may take it away at any time
    return isGone ? null : keep(feed, { ...seen, words: brokenWords(cause) });
  }
}

async function keep({ home }: Feed, record: FeedRecord): Promise<FeedRecord> {
  await keepFeedRecord(home, record);
  return record;
}

async function keepKnown(feed: Feed, seen: FeedRecord, before: string): Promise<FeedRecord | null> {
  const kept = await readFeedRecords(feed.home);
  const own = kept.find(
    ({ file, source, sha256 }) => file === seen.file && source === seen.source && sha256 === seen.sha256,
  );
  if (own) {
    await keepFeedRecord(feed.home, { ...own, changedMs: seen.changedMs });
    return null;
  }
  if (kept.length >= LISTED_KNOWN && before === seen.file) return null;
  return keep(feed, { ...seen, outcome: 'known', words: before === seen.file ? '' : `the same as ${before}` });
}

/** Another watcher was quicker. */
async function wasRefused({ home }: Feed, seen: FeedRecord): Promise<boolean> {
  const telling = ({ file, source, sha256, changedMs, under }: FeedRecord) =>
    [file, source, sha256, changedMs, under].join('\n');
  const kept = await readFeedRecords(home);
  return kept.some((record) => record.outcome === 'refused' && telling(record) === telling(seen));
}

/** The name under which the store took in the same bytes by the same profile; null where it never did. */
async function takenAs({ home, profile }: Feed, sha256: string): Promise<string | null> {
  const { sources } = await readStoreIndex(home);
  const stored = sources.find(({ source }) => source === profile.name);
  if (stored?.profile !== undefined && stored.profile !== hashOf(profile)) return null;
  return stored?.inputs.find((input) => input.sha256 === sha256)?.file ?? null;
}

type Took = Pick<FeedRecord, 'outcome'> & Partial<FeedRecord>;

async function readInto({ home, profile, geocodes, nowLocal }: Feed, path: string): Promise<Took> {
  const now = Temporal.PlainDateTime.from(nowLocal()).toZonedDateTime(profile.timeZone ?? 'UTC').epochMilliseconds;
  try {
    const read = await ingestCalls({ files: [path], profile, home, now, ...(geocodes === null ? {} : { geocodes }) });
    return { outcome: read.rejected * 2 > read.read ? 'mostly-rejected' : 'taken', report: inBrief(read, profile) };
  } catch (cause) {
    if (cause instanceof HomeBusy || !(cause instanceof DataRefused)) throw cause;
    return { outcome: 'refused', ...refusalOf(cause, profile) };
  }
}

function inBrief(report: IngestReport, profile: Feed['profile']): FeedReport {
  const { read, accepted, rejected, duplicates, superseded, unplaced, span } = report;
  return { read, accepted, rejected, duplicates, superseded, unplaced, span, rejects: rejectsOf(report, profile) };
}

/** What a refusal hangs on besides the file: once that is mended, the file is tried again. */
export async function underWhat({ home, profile }: Feed): Promise<string> {
  const { timeZone, sources } = await readStoreIndex(home);
  const own = hashOf(profile);
  const stored = sources.find(({ source }) => source === profile.name)?.profile ?? own;
  return hashOf([own, timeZone || profile.timeZone, stored]).slice(0, 16);
}
