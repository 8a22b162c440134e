import { failedLetter, silentLetter } from '#server/feed/failed-letter.ts';
import { readFeedRecords, standingFailures } from '#server/feed/feed-records.ts';
import { lookThrough, type Through } from '#server/feed/look-through.ts';
import { readFolders, readOpenFolders } from '#server/feed/open-folders.ts';
import { type FeedLetter, writeFeedLetter } from '#server/store/feed-letters.ts';
import { type RecordStore, systemActing } from '#server/store/record-store.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import type { Job } from './start-jobs.ts';

type Place = { home: string; store: RecordStore; nowLocal: () => string };

/** Each night: what the watchers of this home missed, and whether its feeds still bring anything. */
export const lookThroughFolders = (place: Place): Job => ({
  name: 'call-files',
  when: '40 2 * * *',
  run: async () => {
    const { home, nowLocal } = place;
    const folders = await readOpenFolders(home);
    if (folders.length === 0) return 'No folder is watched';
    const came: Through[] = [];
    for (const folder of folders) came.push(await lookThrough(home, folder, nowLocal));
    for (const { source, silentHours } of came) {
      if (silentHours === null) continue;
      await write(place, [silentLetter(source, silentHours, nowLocal(), await knownOf(home, source))]);
    }
    const words = came.map(inWords).join('; ');
    if (came.some(isTrouble)) throw new Error(words);
    return words;
  },
});

/** Each minute: a letter of every file that failed and has not been mended since, once. */
export const tellFailedFiles = (place: Place): Job => ({
  name: 'call-files-failed',
  when: '* * * * *',
  run: async () => {
    const failed = standingFailures(await readFeedRecords(place.home));
    const letters = await Promise.all(
      failed.map(async (record) => failedLetter(record, await knownOf(place.home, record.source))),
    );
    const written = await write(place, letters);
    return `${failed.length} call files wait to be mended, ${written} letters written`;
  },
});

async function write({ store, nowLocal }: Place, letters: readonly FeedLetter[]): Promise<number> {
  let written = 0;
  const acting = systemActing(nowLocal());
  for (const letter of letters) {
    if (await store.as(acting, (tx) => writeFeedLetter(tx, acting, letter))) written += 1;
  }
  return written;
}

async function knownOf(home: string, source: string) {
  const stored = (await readStoreIndex(home)).sources.find((each) => each.source === source);
  const folder = (await readFolders(home)).find(({ profile }) => profile.name === source);
  const title = stored?.title ?? folder?.profile.title ?? source;
  return { title, lastReceivedLocal: stored?.lastReceivedLocal ?? null };
}

const isTrouble = ({ trouble, waiting, silentHours }: Through): boolean =>
  trouble !== '' || waiting.length > 0 || silentHours !== null;

function inWords({ source, taken, waiting, trouble, silentHours }: Through): string {
  const says = [
    trouble === '' ? `${taken} files taken in` : `its folder: ${trouble}`,
    ...(waiting.length === 0 ? [] : [`waiting to be mended: ${waiting.join(', ')}`]),
    ...(silentHours === null ? [] : [`no new call for ${silentHours} hours`]),
  ];
  return `${source}: ${says.join(', ')}`;
}
