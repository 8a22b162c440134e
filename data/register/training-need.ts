import { choices, closed, type KindSpec, open, type RegisterField } from './field.ts';

export const INTERNAL_INVESTIGATIONS = 'internal-investigations';

const TOPICS = choices(
  'Courtesy and listening',
  'De-escalation',
  'Language access',
  'Mental health and crisis',
  'Report writing',
  'Community policing',
  'Communications and dispatch',
  'Law and procedure',
  'Other',
);

const bare: readonly RegisterField[] = [
  {
    name: 'sourceKind',
    label: 'Source',
    section: 'Need',
    type: 'choice',
    isRequired: true,
    choices: choices('Citizen representatives', 'Internal investigations', 'Supervisors'),
    help: 'From internal investigations only the topic is kept: no case, no person, no words.',
  },
  { name: 'topic', label: 'Topic', section: 'Need', type: 'choice', isRequired: true, choices: TOPICS },
  {
    name: 'audience',
    label: 'For',
    section: 'Need',
    type: 'choice',
    isRequired: true,
    choices: choices('All personnel', 'Patrol', 'Communications Officers', 'Community officers', 'Supervisors'),
  },
];

/** Training needs and where they come from (P3103 V.B.2.h). */
export const trainingNeed: KindSpec = {
  kind: 'training-need',
  letters: 'TN',
  title: 'Training needs',
  one: 'training need',
  clauses: ['V.B.2.h'],
  about: 'Needs named by citizen representatives, internal investigations and supervisors. Never a case.',
  states: [open('open', 'Open'), open('planned', 'Planned'), closed('met', 'Met'), closed('declined', 'Declined')],
  happenedOn: 'Named on',
  dueOn: 'To be met by',
  owner: 'Keeper',
  group: 'none',
  farthest: 'internal',
  tells: [],
  needsChief: false,
  keepers: null,
  fields: [
    ...bare,
    { name: 'need', label: 'Need in a sentence', section: 'Need', type: 'words', longest: 500, lines: 2 },
    { name: 'training', label: 'Training chosen', section: 'Answer', type: 'words', longest: 300 },
  ],
};

/** The whole of what a need from internal investigations can keep. */
export const BARE_NEED_FIELDS = bare;
