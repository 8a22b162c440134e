import { closed, type KindSpec, open } from './field.ts';

/** A policy that residents' concerns suggest, with those concerns (P3103 V.B.2.c). */
export const policySuggestion: KindSpec = {
  kind: 'policy-suggestion',
  letters: 'PS',
  title: 'Policy suggestions',
  one: 'policy suggestion',
  clauses: ['V.B.2.c'],
  about: 'Community relations and education policies suggested by what residents said. Each shows its concerns.',
  states: [
    open('suggested', 'Suggested'),
    open('considered', 'Being considered'),
    closed('adopted', 'Adopted'),
    closed('declined', 'Declined'),
  ],
  happenedOn: 'Suggested on',
  dueOn: 'Answer by',
  owner: 'Suggested by',
  group: 'optional',
  farthest: 'internal',
  tells: [],
  needsChief: false,
  keepers: null,
  fields: [
    {
      name: 'policy',
      label: 'Policy or subject',
      section: 'Suggestion',
      type: 'words',
      longest: 200,
      isRequired: true,
    },
    {
      name: 'suggestion',
      label: 'Suggestion',
      section: 'Suggestion',
      type: 'words',
      longest: 2000,
      lines: 4,
      isRequired: true,
    },
    {
      name: 'why',
      label: 'What the concerns have in common',
      section: 'Suggestion',
      type: 'words',
      longest: 1000,
      lines: 2,
      isRequired: true,
    },
    { name: 'answer', label: 'Answer', section: 'Answer', type: 'words', longest: 1000, lines: 2 },
  ],
};
