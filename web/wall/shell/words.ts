import { daysBetween } from '#analysis/shared/days.ts';
import { clockInWords, weekdayInWords } from '#web/ask/date-words.ts';
import { count, plural, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    calls: 'Calls',
    to: (moment: string) => `to ${moment}`,
    incomplete: (days: number) => (days === 1 ? 'last day incomplete' : `last ${count(days)} days incomplete`),
    old: (age: string) => `${age} old`,
    stale: (source: string, age: string) => `${source} are ${age} old`,
    staleTo: (moment: string) => `The last came in ${moment}. The figures are as they stood then.`,
    silent: (moment: string | null) =>
      moment === null ? 'No word from the server' : `No word from the server since ${moment}`,
    silentLead: 'This is how it stood. The wall goes on by itself when the server answers.',
    databaseAway: 'The records cannot be read',
    databaseAwayLead: (moment: string) => `What is owed is as it stood ${moment}.`,
    records: 'Records',
    feedFailed: 'Last call file refused',
    paused: 'Paused',
    noClock: 'clock not told',
    page: (at: number, of: number) => `Page ${at} of ${of}`,
    tooSmall: 'This screen is too small for this distance: words are smaller than they should be.',
    ignored: (parts: readonly string[]) => `Not understood in the address: ${parts.join(', ')}`,
    waiting: 'The first board is being made',
    waitingLead: 'The calls are counted once for all walls. It takes some seconds.',
    waitingAway: 'The server does not answer',
    waitingAwayLead: 'The wall begins by itself when it does.',
    demo: 'Show the demo’s wall without pairing',
    help: 'Keys and settings of this wall',
    close: 'Close',
    keys: [
      ['Space', 'pause, go on'],
      ['← →', 'page back, page on'],
      ['F', 'full screen'],
      ['?', 'this help'],
    ],
    settingsLead: 'Settings stand in the address, so that a box that boots finds them:',
    settings: [
      ['distance=4', 'meters from which it is read'],
      ['diagonal=55', 'inches of the screen'],
      ['dwell=25', 'seconds a page, 20 to 40; an alert has 40'],
      ['pages=city,alert,trends', 'also district, concerns, groups, escalations'],
      ['district=North', 'of the districts only this one'],
      ['dim=22-6', 'hours between which it is dark'],
      ['pause=hold', 'a pause lasts until somebody ends it'],
    ],
  },
});

/** "7:40 am", "yesterday 10:40 pm", "Thu, Dec 10": short, since it is read in passing. */
export function momentShort(local: string, clockLocal: string): string {
  const age = daysBetween(local, clockLocal);
  if (age === 0) return clockInWords(local);
  return age === 1 ? `yesterday ${clockInWords(local)}` : weekdayInWords(local);
}

/** "14 hours", "3 days". */
export const ageInWords = (hours: number): string =>
  hours < 48 ? plural(hours, 'hour', 'hours') : plural(Math.floor(hours / 24), 'day', 'days');
