import { count, plural, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    title: 'Audit',
    lead: 'Every change, sign-in, export, print and view of exact places. Nothing here can be changed or removed.',
    whole: (lines: number) => `The chain is whole: each of ${count(lines)} lines follows from the one before it.`,
    broken: (line: number) => `The chain is broken at line ${line}`,
    brokenMore:
      'This line or one before it was changed outside the software. Keep the database as it is and tell the department’s counsel.',
    missing: (line: number) => `Line ${line} is missing from the audit`,
    replaced: (line: number) => `Line ${line} is not the line that was kept`,
    missingMore: (lines: number, at: string) =>
      `Its head was kept outside the database on ${at}; the audit now has ${count(lines)} lines. Its end was cut off, or the database was put back without the software’s restore.`,
    replacedMore: (at: string) =>
      `Its head was kept outside the database on ${at}, and the line in the audit is another one now: the chain was made anew.`,
    goodTo: (line: number, at: string) => `Line ${line}, kept on ${at}, still stands; what changed comes after it.`,
    noneGood: 'No earlier head that was kept still stands.',
    outside: 'Keep the database and the file audit-head as they are and tell the department’s counsel.',
    unreadable: (line: number) => `Line ${line} of the file of kept heads cannot be read`,
    unreadableMore:
      'The file audit-head in the data home was changed outside the software, or its disk failed. The heads that can be read were compared. Keep the file, and compare it with a copy.',
    agree: (kept: number, line: number, at: string) =>
      `The chain passes through ${kept === 1 ? 'the one head that was' : `all ${count(kept)} heads that were`} kept outside the database. The last was kept on ${at}, of line ${line}.`,
    noHead:
      'No head of the chain is kept outside the database, so one that was made anew would not be seen. The next night, start or backup keeps one; where this home has run through a night, its file audit-head was taken away.',
    cameBack: (at: string, backupOf: string) => `On ${at} the records came back from a backup of ${backupOf}`,
    cameTo: (line: number) => `The backup ends at line ${line}; the line after it is the restore.`,
    lost: (line: number) =>
      `What had been written after it, up to line ${line} at least, was lost then and is not compared.`,
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
