import { choices, closed, type KindSpec, open } from './field.ts';

/** Significant cases, police events, facility changes (1902.2 B.2). */
export const news: KindSpec = {
  kind: 'news',
  letters: 'NE',
  title: 'News for groups',
  one: 'news item',
  clauses: ['B.2'],
  about: 'Progress on significant cases, events, changes of facilities. Internal until a person lets it out.',
  states: [open('draft', 'To be told'), closed('told', 'Told'), closed('withdrawn', 'Withdrawn')],
  happenedOn: 'Since',
  dueOn: 'Tell by',
  owner: 'Officer',
  group: 'optional',
  farthest: 'public',
  tells: ['words'],
  needsChief: false,
  keepers: null,
  fields: [
    {
      name: 'newsKind',
      label: 'About',
      section: 'News',
      type: 'choice',
      isRequired: true,
      choices: choices('Significant case', 'Police event', 'Facility change', 'Other'),
    },
    {
      name: 'words',
      label: 'In plain words',
      section: 'News',
      type: 'words',
      longest: 2000,
      lines: 4,
      isRequired: true,
    },
    { name: 'eventOn', label: 'Day of the event', section: 'News', type: 'date' },
    {
      name: 'told',
      label: 'Told to',
      section: 'Told',
      type: 'rows',
      each: 'telling',
      most: 60,
      columns: [
        { name: 'groupId', label: 'Group', type: 'group', isRequired: true },
        { name: 'toldOn', label: 'On', type: 'date', isRequired: true },
        { name: 'way', label: 'How', type: 'choice', choices: choices('Meeting', 'E-mail', 'Phone', 'Hand-out') },
      ],
    },
  ],
};
