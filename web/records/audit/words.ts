import { count, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    title: 'Audit',
    lead: 'Every change, sign-in, export, print and view of exact places. Nothing here can be changed or removed.',
    whole: (lines: number) => `The chain is whole: each of ${count(lines)} lines follows from the one before it.`,
    broken: (line: number) => `The chain is broken at line ${line}`,
    brokenMore:
      'This line or one before it was changed outside the software. Keep the database as it is and tell the department’s counsel.',
    judging: 'Checking the chain.',
    person: 'Person',
    anybody: 'anybody',
    kind: 'Kind of record',
    anything: 'any',
    action: 'Action',
    from: 'From',
    to: 'To',
    export: 'Export as JSON lines',
    none: 'No line fits these filters.',
    more: 'Older lines',
    failed: 'The audit could not be read',
    again: 'Try again',
    notYours: 'The audit is read by the auditor.',
    number: 'Line',
    when: 'When, city’s clock',
    who: 'Who',
    what: 'What',
    record: 'Record',
    changed: 'Changed',
  },
});
