import { plural } from '#web/ui/words.ts';

export const words = {
  title: 'Clause to proof',
  about: 'For any period: each clause, the records that prove it, and what is missing.',
  policy: 'Policy',
  from: 'From',
  to: 'To',
  answer: (gaps: number, all: number) =>
    gaps === 0
      ? `All ${all} clauses have proof in this period.`
      : `${gaps} of ${all} clauses have a gap in this period.`,
  gapsFirst: 'With a gap',
  proved: 'Proved',
  notDone: (n: number) => (n === 1 ? 'Which one' : 'Which ones'),
  records: (n: number) => plural(n, 'record', 'records'),
  newest: (n: number, all: number) => `The newest ${n} of ${all}; the export has all of them.`,
  standards: 'Standards',
  noStandards: 'No standard named',
  edit: 'Edit standards',
  add: 'Add a standard',
  save: 'Save',
  remove: 'Take away',
  standard: 'Number',
  edition: 'Edition',
  note: 'Note',
  standardsHint: 'The standard’s own number and edition. Its text belongs to its publisher and is not kept here.',
  csv: 'CSV',
  page: 'Page for an assessor',
  exported: 'Each export is written to the audit, with who and when.',
  failedTitle: 'The proof cannot be read',
  forbiddenTitle: 'Your role does not see the proof',
  again: 'Try again',
  theirs: (n: number) => `It now has ${plural(n, 'standard', 'standards')} for all clauses together.`,
};
