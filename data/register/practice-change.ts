import { choices, closed, type KindSpec, open } from './field.ts';

/** A practice that bears on how police and dispatch meet the community, made better (P3103 V.B.2.f). */
export const practiceChange: KindSpec = {
  kind: 'practice-change',
  letters: 'PC',
  title: 'Practice changes',
  one: 'practice change',
  clauses: ['V.B.2.f'],
  about: 'Practices that bear on how members meet the community, and what was changed about them.',
  states: [
    open('proposed', 'Proposed'),
    open('trial', 'On trial'),
    closed('in-force', 'In force'),
    closed('dropped', 'Dropped'),
  ],
  happenedOn: 'Proposed on',
  dueOn: 'Review on',
  owner: 'Keeper',
  group: 'none',
  farthest: 'public',
  tells: ['before', 'after', 'why'],
  needsChief: false,
  keepers: null,
  fields: [
    {
      name: 'bearsOn',
      label: 'Bears on',
      section: 'Change',
      type: 'choice',
      isRequired: true,
      choices: choices('Police', 'Communications', 'Both'),
    },
    { name: 'before', label: 'As it was', section: 'Change', type: 'words', longest: 1000, lines: 2, isRequired: true },
    {
      name: 'after',
      label: 'As it is to be',
      section: 'Change',
      type: 'words',
      longest: 1000,
      lines: 2,
      isRequired: true,
    },
    { name: 'why', label: 'Why', section: 'Change', type: 'words', longest: 1000, lines: 2, isRequired: true },
    { name: 'inForceOn', label: 'In force from', section: 'Change', type: 'date' },
  ],
};
