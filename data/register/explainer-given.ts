import { choices, closed, type KindSpec } from './field.ts';

/** That a group was told, when and by whom (1902.2 B.4). */
export const explainerGiven: KindSpec = {
  kind: 'explainer-given',
  letters: 'EG',
  title: 'Explainers given',
  one: 'giving',
  clauses: ['B.4', 'V.A.2'],
  about: 'Which group was given which explainer, and what it asked.',
  states: [closed('given', 'Given')],
  happenedOn: 'Given on',
  dueOn: null,
  owner: 'Officer',
  group: 'required',
  farthest: 'group',
  tells: [],
  needsChief: false,
  keepers: null,
  fields: [
    { name: 'explainerId', label: 'Explainer', section: 'Given', type: 'entry', of: 'explainer', isRequired: true },
    {
      name: 'way',
      label: 'How',
      section: 'Given',
      type: 'choice',
      isRequired: true,
      choices: choices('Meeting', 'E-mail', 'Hand-out', 'Consultation'),
    },
    { name: 'people', label: 'People there', section: 'Given', type: 'count', most: 5000 },
    { name: 'questions', label: 'What was asked', section: 'Given', type: 'words', longest: 1000, lines: 2 },
  ],
};
