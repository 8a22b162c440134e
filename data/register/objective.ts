import { closed, type KindSpec, LEADERS, open } from './field.ts';

/** Community education objectives, told to all personnel, with proof of reading (P3103 V.B.2.b). */
export const objective: KindSpec = {
  kind: 'objective',
  letters: 'OB',
  title: 'Education objectives',
  one: 'objective',
  clauses: ['V.B.2.b'],
  about: 'What the department wants the community to know. Every member is told; who has not read it is listed.',
  states: [open('current', 'Current'), closed('reached', 'Reached'), closed('dropped', 'Dropped')],
  happenedOn: 'Told on',
  dueOn: 'To be reached by',
  owner: 'Keeper',
  group: 'none',
  farthest: 'public',
  tells: ['statement', 'why'],
  needsChief: false,
  keepers: LEADERS,
  fields: [
    {
      name: 'statement',
      label: 'Objective',
      section: 'Objective',
      type: 'words',
      longest: 1000,
      lines: 3,
      isRequired: true,
    },
    { name: 'why', label: 'Why', section: 'Objective', type: 'words', longest: 1000, lines: 2 },
    { name: 'measure', label: 'How we will know', section: 'Objective', type: 'words', longest: 500, lines: 2 },
  ],
};
