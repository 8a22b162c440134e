import type { FeedFile, FeedReport } from '#data/schema/records/feed.ts';
import { plural, wordsOf } from '#web/ui/words.ts';

const count = (n: number): string => n.toLocaleString('en-US');

export const words = wordsOf({
  en: {
    title: 'Call files',
    sources: 'Sources',
    none: 'No folder is watched. Whoever runs the server names one (serve --watch), or takes files in by hand (ingest).',
    watched: (title: string, since: string) => `${title}: a folder is watched since ${since}.`,
    trouble: (why: string) => `The watched folder cannot be read: ${why}`,
    troubleNext: 'It is looked for again every half minute. Files that come to it meanwhile are taken in then.',
    empty: 'No file has come yet. A file is taken in as soon as it stands still in the folder.',
    file: 'File',
    came: 'Came',
    became: 'What became of it',
    outcomes: {
      taken: 'Taken in',
      known: 'Taken in before',
      'mostly-rejected': 'More than half not readable',
      refused: 'Refused',
      broke: 'Not taken in',
    } satisfies Record<FeedFile['outcome'], string>,
    again: 'Tried again each minute.',
    sum: ({ read, accepted, rejected, duplicates, superseded }: FeedReport) =>
      `${count(read)} read = ${count(accepted)} accepted + ${count(rejected)} rejected + ${count(duplicates)} duplicates + ${count(superseded)} superseded`,
    unplaced: (n: number) => `${plural(n, 'accepted call has', 'accepted calls have')} no place on the map.`,
    place: (line: number | null, column: string | null, why: string) => {
      const place = [...(line === null ? [] : [`Line ${count(line)}`]), ...(column === null ? [] : [column])];
      return place.length === 0 ? why : `${place.join(', ')}: ${why}`;
    },
    more: (n: number) => `and ${count(n)} more`,
    mend: 'Put a mended file into the folder, under the same name or another. Calls that were there before are counted once.',
  },
});
