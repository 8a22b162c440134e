import type { Group } from '#data/schema/records/group.ts';
import { choices, closed, type KindSpec, LEADERS, open } from './field.ts';

/** Which officer is liaison to which association, business or neighborhood without one (P3103 V.B.2.a, V.A.1.a). */
export const liaison: KindSpec = {
  kind: 'liaison',
  letters: 'LI',
  title: 'Liaisons',
  one: 'liaison',
  clauses: ['V.A.1.a', 'V.B.2.a'],
  about: 'An officer for every association, every neighborhood without one, and any business that wishes it.',
  states: [open('current', 'Current'), closed('ended', 'Ended')],
  happenedOn: 'From',
  dueOn: 'Read again by',
  owner: 'Liaison officer',
  group: 'optional',
  farthest: 'public',
  tells: ['business'],
  needsChief: false,
  keepers: LEADERS,
  fields: [
    {
      name: 'serves',
      label: 'Serves',
      section: 'Assignment',
      type: 'choice',
      isRequired: true,
      choices: choices('Association', 'Business', 'Neighborhood without an association'),
    },
    {
      name: 'business',
      label: 'Business',
      section: 'Assignment',
      type: 'words',
      longest: 120,
      help: 'Where it is no registered group.',
    },
    { name: 'endedOn', label: 'Until', section: 'Assignment', type: 'date' },
    { name: 'note', label: 'Note', section: 'Assignment', type: 'words', longest: 500, lines: 2 },
  ],
};

/** What a liaison of a registered group serves, by the group's kind. */
export const servesOf = (kind: Group['kind']): string => {
  if (kind === 'business') return 'business';
  return kind === 'neighborhood' ? 'neighborhood-without-an-association' : 'association';
};
