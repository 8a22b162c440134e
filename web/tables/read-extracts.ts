import type { ExtractFile, Manifest } from '#data/schema/manifest.ts';
import { type Api, ApiFailed } from '#web/api.ts';
import type { Opened, Progress } from '#web/compute/door.ts';
import { type Extract as ExtractRead, readExtract } from './read-extract.ts';
import { TableFailed } from './table-failed.ts';

export type Unreadable = Opened['unreadable'][number];
export type Reading = Extract<Progress, { stage: 'reading' }>;

/** How many files are under way at once: the next one downloads while this one is checked. */
const AT_ONCE = 2;
/** Progress is told in steps of this share of all bytes; a message for each network packet would slow the reading. */
const STEP = 0.01;

/**
 * All extracts of a manifest, oldest year first. A year that cannot be read is named in
 * `unreadable` and the rest goes on: four years with a warning beat an empty page.
 * Being signed out is no property of a file and stops the reading.
 */
export async function readExtracts(
  api: Pick<Api, 'extract'>,
  manifest: Pick<Manifest, 'extracts'>,
  onProgress: (reading: Reading) => void,
): Promise<{ extracts: ExtractRead[]; unreadable: Unreadable[] }> {
  const files = manifest.extracts.toSorted((a, b) => a.year - b.year);
  const progress = followProgress(files, onProgress);
  const results = await inTurns(files, async (file) => {
    const meter = progress.start(file);
    try {
      return await readExtract(api, file, meter);
    } catch (failure) {
      return toUnreadable(file, failure);
    }
  });
  const extracts = results.filter((result) => 'table' in result);
  const unreadable = results.filter((result) => 'reason' in result);
  if (extracts.length === 0 && unreadable[0])
    throw new TableFailed('unreadable', `No calls could be read. ${unreadable[0].reason}`);
  return { extracts, unreadable };
}

function toUnreadable(file: ExtractFile, failure: unknown): Unreadable {
  const isKnown = failure instanceof TableFailed || failure instanceof ApiFailed;
  if (!isKnown || (failure instanceof ApiFailed && failure.isSignedOut)) throw failure;
  const reason = `${file.year} could not be read: ${failure.message}. Its calls are missing from every count.`;
  return { file: file.file, year: file.year, reason };
}

async function inTurns<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = [...all.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

function followProgress(files: readonly ExtractFile[], onProgress: (reading: Reading) => void) {
  const rowsTotal = files.reduce((sum, file) => sum + file.rows, 0);
  const bytesTotal = files.reduce((sum, file) => sum + file.bytes, 0);
  const years = files.length < 2 ? `${files[0]?.year ?? ''}` : `${files[0]?.year}–${files.at(-1)?.year}`;
  let bytesRead = 0;
  let rowsRead = 0;
  let told = 0;
  const tell = () => {
    if (bytesRead - told < STEP * bytesTotal && bytesRead < bytesTotal) return;
    told = bytesRead;
    onProgress({ stage: 'reading', rowsRead: Math.round(rowsRead), rowsTotal, bytesRead, bytesTotal, years });
  };
  onProgress({ stage: 'reading', rowsRead: 0, rowsTotal, bytesRead: 0, bytesTotal, years });
  return {
    start: (file: ExtractFile) => (bytes: number) => {
      bytesRead += bytes;
      rowsRead += (file.rows * bytes) / file.bytes;
      tell();
    },
  };
}
