import { type CheckItem, choices, closed, type KindSpec, open } from './field.ts';

/** CPTED and security assessments (1902.2 B.7). */
export const assessment: KindSpec = {
  kind: 'assessment',
  letters: 'AS',
  title: 'Assessments',
  one: 'assessment',
  clauses: ['B.7'],
  about:
    'Crime prevention through environmental design, and security: what was looked at, what was advised, what became of it.',
  states: [
    open('asked', 'Asked for'),
    open('planned', 'Visit planned'),
    open('following-up', 'Following up'),
    closed('done', 'Done'),
    closed('withdrawn', 'Withdrawn'),
  ],
  happenedOn: 'Asked for on',
  dueOn: 'Follow-up visit',
  owner: 'Inspector',
  group: 'optional',
  farthest: 'group',
  tells: ['summary', 'recommendations'],
  needsChief: false,
  keepers: null,
  fields: [
    {
      name: 'assessmentKind',
      label: 'Kind',
      section: 'Request',
      type: 'choice',
      isRequired: true,
      choices: choices('CPTED', 'Security'),
    },
    {
      name: 'requestedBy',
      label: 'Asked for by',
      section: 'Request',
      type: 'words',
      longest: 120,
      isRequired: true,
      help: 'A role or a group: the manager, the association. Not a private name.',
    },
    { name: 'site', label: 'Site', section: 'Request', type: 'words', longest: 200, isRequired: true },
    { name: 'purpose', label: 'Purpose', section: 'Request', type: 'words', longest: 500, lines: 2, isRequired: true },
    { name: 'visitedOn', label: 'Visited on', section: 'Visit', type: 'date' },
    { name: 'doneOn', label: 'Written up on', section: 'Visit', type: 'date' },
    {
      name: 'resurveyOf',
      label: 'Survey it repeats',
      section: 'Visit',
      type: 'entry',
      of: 'assessment',
      help: 'The earlier one is shown beside this one, answer by answer.',
    },
    { name: 'items', label: 'What was looked at', section: 'Survey', type: 'checklist', items: items() },
    {
      name: 'recommendations',
      label: 'Recommendations',
      section: 'Recommendations',
      type: 'rows',
      each: 'recommendation',
      most: 40,
      columns: [
        { name: 'words', label: 'Recommendation', type: 'words', longest: 300, isRequired: true },
        { name: 'toWhom', label: 'For', type: 'words', longest: 120 },
        {
          name: 'state',
          label: 'State',
          type: 'choice',
          isRequired: true,
          choices: choices('Open', 'Done', 'Declined'),
        },
        { name: 'stateOn', label: 'Since', type: 'date' },
      ],
    },
    {
      name: 'summary',
      label: 'Summary for the owner',
      section: 'Recommendations',
      type: 'words',
      longest: 2000,
      lines: 3,
      help: 'An assessment lowers opportunities. It is no promise that nothing will happen.',
    },
  ],
};

function items(): CheckItem[] {
  const under = (heading: string, labels: Record<string, string>): CheckItem[] =>
    Object.entries(labels).map(([item, label]) => ({ item, heading, label }));
  return [
    ...under('Natural surveillance', {
      lighting: 'Lamps light every walk, door and parking space',
      sightlines: 'Windows look onto walks and parking',
      planting: 'Shrubs below three feet, branches above seven',
      hiding: 'No recess or blind corner beside a path',
    }),
    ...under('Access control', {
      doors: 'Outer doors are solid and close by themselves',
      locks: 'Locks and frames hold; keys are accounted for',
      windows: 'Ground-floor windows lock',
      entrances: 'Visitors are led to one entrance',
    }),
    ...under('Territoriality', {
      numbering: 'House numbers can be read from the street',
      borders: 'It is plain where private ground begins',
      signs: 'Signs say who may be here and when',
      ownership: 'Shared ground looks used and owned',
    }),
    ...under('Maintenance', {
      graffiti: 'Graffiti is gone within two days',
      vacant: 'Vacant units are closed and watched',
      repairs: 'Broken lamps, fences and doors are repaired',
      litter: 'Litter and dumping are cleared',
    }),
  ];
}
