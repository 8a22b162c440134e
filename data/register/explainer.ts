import { choices, closed, type KindSpec, open } from './field.ts';

/** Police procedures and policy in plain words, written once and given often (1902.2 B.4). */
export const explainer: KindSpec = {
  kind: 'explainer',
  letters: 'EX',
  title: 'Explainers',
  one: 'explainer',
  clauses: ['B.4', 'V.A.2'],
  about: 'Procedures, policy and self-protection in plain words, written once and given to many groups.',
  states: [open('draft', 'Draft'), open('current', 'Current'), closed('retired', 'Retired')],
  happenedOn: 'Written on',
  dueOn: 'Read again by',
  owner: 'Keeper',
  group: 'none',
  farthest: 'public',
  tells: ['words', 'wordsSpanish'],
  needsChief: false,
  keepers: null,
  fields: [
    {
      name: 'topic',
      label: 'Topic',
      section: 'Explainer',
      type: 'choice',
      isRequired: true,
      choices: choices('Procedure', 'Policy', 'Self-protection', 'Statistics'),
    },
    {
      name: 'words',
      label: 'In plain words',
      section: 'Explainer',
      type: 'words',
      longest: 4000,
      lines: 6,
      isRequired: true,
    },
    { name: 'source', label: 'Policy or source', section: 'Explainer', type: 'words', longest: 200 },
    { name: 'wordsSpanish', label: 'In Spanish', section: 'Spanish', type: 'words', longest: 4000, lines: 6 },
  ],
};
