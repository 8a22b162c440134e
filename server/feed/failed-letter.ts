import { createHash } from 'node:crypto';
import type { FeedFile } from '#data/schema/records/feed.ts';
import { momentInFull } from '#server/bulletin/bulletin-words.ts';
import type { FeedLetter } from '#server/store/feed-letters.ts';
import type { FeedRecord } from './feed-records.ts';

type Known = { title: string; lastReceivedLocal: string | null };

const count = (n: number): string => n.toLocaleString('en-US');

/** Tells of a file that was not taken in: which, what is wrong and where, what still works, what to do. */
export function failedLetter(record: FeedRecord, { title, lastReceivedLocal }: Known): FeedLetter {
  const { file, source, sha256, atLocal, outcome } = record;
  const telling = createHash('sha256')
    .update(`${source}/${file}/${sha256 ?? atLocal.slice(0, 10)}`)
    .digest('hex')
    .slice(0, 16);
  const text = [
    `${file} (${title}) came on ${momentInFull(atLocal)}. ${SAYS[outcome](record)}`,
    '',
    'What is wrong',
    ...faultsOf(record).map((line) => `  ${line}`),
    '',
    'What still works',
    lastReceivedLocal === null
      ? '  No call has been taken in yet.'
      : `  Everything up to ${momentInFull(lastReceivedLocal)} is there: maps, figures, pages and walls stay as they are, and grow older. Other files of the folder go on being taken in.`,
    '',
    'What to do',
    ...toDo(record).map((line) => `  ${line}`),
  ];
  return { about: `feed/${telling}`, subject: `Call file ${SUBJECT[outcome]}: ${file}`, text: text.join('\n') };
}

/** Tells of a feed from which nothing has come for too long. Once a day. */
export function silentLetter(source: string, hours: number, nowLocal: string, { title, lastReceivedLocal }: Known) {
  const text = [
    `No new call has come from ${title} for ${count(hours)} hours, which is longer than its profile allows.`,
    lastReceivedLocal === null ? 'None has come yet.' : `The last one is of ${momentInFull(lastReceivedLocal)}.`,
    '',
    'What to do',
    '  Ask whoever sends the files (dispatch or the records system) whether the export ran, and look whether its files reach the watched folder.',
  ];
  return {
    about: `feed/${source}/silent/${nowLocal.slice(0, 10)}`,
    subject: `No new calls: ${title}`,
    text: text.join('\n'),
  };
}

const refused = 'Nothing of it was taken in.';
const SAYS: Record<FeedFile['outcome'], (record: FeedRecord) => string> = {
  taken: () => '',
  known: () => '',
  refused: () => refused,
  broke: () => `${refused} The fault is not known to be the file’s: it is tried again each minute.`,
  'mostly-rejected': ({ report }) =>
    report === null
      ? ''
      : `Of its ${count(report.read)} records ${count(report.rejected)} could not be read; ${count(report.accepted)} were taken in, ${count(report.duplicates)} had come before, ${count(report.superseded)} are earlier versions.`,
};
const SUBJECT: Record<FeedFile['outcome'], string> = {
  ...{ taken: '', known: '', refused: 'not taken in', broke: 'not taken in' },
  'mostly-rejected': 'mostly not readable',
};

const TO_DO = {
  file: [
    '1. Look at that line of the file. This letter repeats nothing of it, for a call can name a person.',
    '2. Have it written anew, or mend it, and put it into the watched folder, under the same name or another. It is taken in by itself; calls that were there before are counted once.',
    '3. Where the export itself has changed (columns, times), mend the profile of the source; the file is then tried again.',
    'The page Operations shows what became of it.',
  ],
  'no-file': [
    'Have the file itself put into the watched folder, under the same name or another. It is taken in by itself.',
    'The page Operations shows what became of it.',
  ],
  broke: [
    'Look at the machine: its disk, and whether the file may be read. The page Operations shows what became of it.',
  ],
};

function toDo({ outcome, sha256 }: FeedRecord): string[] {
  if (outcome === 'broke') return TO_DO.broke;
  return sha256 === null ? TO_DO['no-file'] : TO_DO.file;
}

function faultsOf({ report, words, line, column }: FeedRecord): string[] {
  if (report === null) return [placed(line, column, words)];
  const more = report.rejected - report.rejects.length;
  return [
    ...report.rejects.map((reject) => placed(reject.line, reject.column, reject.reason)),
    ...(more > 0 ? [`and ${count(more)} more`] : []),
  ];
}

function placed(line: number | null, column: string | null, words: string): string {
  const place = [line === null ? null : `line ${line}`, column].filter((part) => part !== null);
  return place.length === 0 ? words : `${place.join(', ')}: ${words}`;
}
