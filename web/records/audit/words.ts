import { count, plural, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    title: 'Audit',
    lead: 'Every change, sign-in, export, print and view of exact places. Nothing here can be changed or removed.',
    whole: (lines: number) => `The chain is whole: each of ${count(lines)} lines follows from the one before it.`,
    broken: (line: number) => `The chain is broken at line ${line}`,
    brokenMore:
      'This line or one before it was changed outside the software. Keep the database as it is and tell the department’s counsel.',
    judging: 'Checking the chain.',
    judge: 'Check again',
    unjudged: 'The chain could not be checked',
    filters: 'Which lines',
    person: 'Person',
    anybody: 'Anybody',
    kind: 'Kind of record',
    anything: 'Any',
    action: 'Action',
    from: 'From',
    to: 'To',
    clear: 'All lines',
    export: 'Export as JSON lines',
    none: 'No line fits these filters.',
    lines: 'Lines, newest first',
    shown: (n: number) => `The newest ${count(n)} that fit; there are older ones.`,
    all: (n: number) => `${plural(n, 'line', 'lines')}, to the first that fits.`,
    more: 'Older lines',
    reading: 'Reading the audit',
    failed: 'The audit could not be read',
    notYours: 'The audit is read by the auditor.',
    number: 'Line',
    when: 'When, city’s clock',
    who: 'Who',
    system: 'The software itself',
    what: 'What',
    record: 'Record',
    changed: 'Said or changed',
    field: 'Field',
    before: 'Before',
    since: 'Since',
    withheld: 'Changed; what it says is kept out of the audit.',
    nothing: 'nothing',
    machine: 'Machine’s clock, UTC',
    personId: 'Person’s id',
    hash: 'SHA-256 of this line and the one before',
  },
});

/** "mail in", "sign in": a name of the software as words. */
export const inWords = (name: string): string => name.replaceAll(/[_-]/g, ' ');

/** A kept value as it is read: words as they stand, anything else as JSON. */
export function valueInWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return words.nothing;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
