import { closed, type KindSpec, LEADERS, open } from './field.ts';
import { LETTERS } from './programs.ts';

/** The catalog of programs (P3103 V.A.1). The order itself approves its fourteen; the chief approves any other. */
export const program: KindSpec = {
  kind: 'program',
  letters: 'PG',
  title: 'Programs',
  one: 'program',
  clauses: [...LETTERS.map(({ value }) => `V.A.1.${value}`), 'V.A.3'],
  about: 'Crime prevention and community relations programs. None takes activity before it is approved.',
  states: [
    open('proposed', 'Not approved'),
    open('active', 'Active'),
    closed('paused', 'Paused'),
    closed('ended', 'Ended'),
  ],
  happenedOn: 'Begun on',
  dueOn: 'Read again by',
  owner: 'Runs it',
  group: 'none',
  farthest: 'public',
  tells: ['about'],
  needsChief: true,
  keepers: LEADERS,
  fields: [
    {
      name: 'letter',
      label: 'Letter in the order',
      section: 'Program',
      type: 'choice',
      choices: LETTERS,
      help: 'Empty for a program of your own.',
    },
    {
      name: 'about',
      label: 'What it does',
      section: 'Program',
      type: 'words',
      longest: 1000,
      lines: 3,
      isRequired: true,
    },
    {
      name: 'countsOnly',
      label: 'Counts only',
      section: 'Program',
      type: 'yes-no',
      isRequired: true,
      help: 'Yes where its lists name empty homes, people who live alone, or health. No place or name can then be kept here.',
    },
    { name: 'proposalId', label: 'From the proposal', section: 'Program', type: 'entry', of: 'proposal', isMade: true },
  ],
};
