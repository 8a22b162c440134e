import { closed, type KindSpec, type RegisterField } from './field.ts';
import { LETTERS } from './programs.ts';

const counted: readonly RegisterField[] = [
  { name: 'programId', label: 'Program', section: 'Activity', type: 'entry', of: 'program', isRequired: true },
  { name: 'letter', label: 'Letter', section: 'Activity', type: 'choice', choices: LETTERS, isMade: true },
  { name: 'countsOnly', label: 'Counts only', section: 'Activity', type: 'yes-no', isMade: true },
  {
    name: 'peopleReached',
    label: 'People or homes reached',
    section: 'Activity',
    type: 'count',
    most: 1_000_000,
    isRequired: true,
  },
];

/** What was done under a program (P3103 V.A.1): day, place or group, people reached, material given. */
export const programActivity: KindSpec = {
  kind: 'program-activity',
  letters: 'PA',
  title: 'Program activity',
  one: 'activity',
  clauses: LETTERS.map(({ value }) => `V.A.1.${value}`),
  about: 'What was done under a program. Of Vacation Watch and Good Morning Andover only a count is kept.',
  states: [closed('done', 'Done')],
  happenedOn: 'Done on',
  dueOn: null,
  owner: 'Member',
  group: 'optional',
  farthest: 'public',
  tells: ['placeWords', 'material'],
  needsChief: false,
  keepers: null,
  fields: [
    ...counted,
    {
      name: 'placeWords',
      label: 'Place',
      section: 'Activity',
      type: 'words',
      longest: 200,
      help: 'A school, a park, a hall. Never a home.',
    },
    {
      name: 'material',
      label: 'Material given',
      section: 'Material',
      type: 'rows',
      each: 'material',
      most: 20,
      columns: [
        { name: 'what', label: 'What', type: 'words', longest: 120, isRequired: true },
        { name: 'count', label: 'How many', type: 'count', most: 100_000, isRequired: true },
      ],
    },
    { name: 'notes', label: 'Notes', section: 'Material', type: 'words', longest: 1000, lines: 2 },
  ],
};

/** The whole of what a counts-only program can keep: no field takes a place, a name or words. */
export const COUNTED_FIELDS = counted;
