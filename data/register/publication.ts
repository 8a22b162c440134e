import { choices, closed, type KindSpec, open } from './field.ts';

/** Objectives, problems and successes made public (P3103 V.B.2.d), after a release check. */
export const publication: KindSpec = {
  kind: 'publication',
  letters: 'PU',
  title: 'Publications',
  one: 'publication',
  clauses: ['V.B.2.d', 'V.A.1.c', 'V.A.2'],
  about: 'Objectives, problems and successes. Looked through for names, numbers and addresses before they leave.',
  states: [open('draft', 'Draft'), closed('published', 'Published'), closed('withdrawn', 'Withdrawn')],
  happenedOn: 'Written on',
  dueOn: 'Publish by',
  owner: 'Writer',
  group: 'optional',
  farthest: 'public',
  tells: ['words'],
  needsChief: false,
  keepers: null,
  fields: [
    {
      name: 'publicationKind',
      label: 'Kind',
      section: 'Publication',
      type: 'choice',
      isRequired: true,
      choices: choices('Objective', 'Problem', 'Success', 'Prevention material'),
      help: 'A success names at least one closed concern.',
    },
    { name: 'words', label: 'Text', section: 'Publication', type: 'words', longest: 6000, lines: 6, isRequired: true },
    {
      name: 'outlet',
      label: 'Where',
      section: 'Publication',
      type: 'choice',
      isRequired: true,
      choices: choices('Web page', 'Social media', 'Print', 'Meeting', 'Press'),
    },
    { name: 'publishedOn', label: 'Published on', section: 'Publication', type: 'date', isMade: true },
  ],
};
