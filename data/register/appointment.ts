import { closed, type KindSpec, open } from './field.ts';

/** Who is Community Outreach Coordinator, by the chief's act, one at a time (P3103 V.B.1). */
export const appointment: KindSpec = {
  kind: 'appointment',
  letters: 'AP',
  title: 'Coordinator appointments',
  one: 'appointment',
  clauses: ['V.B.1'],
  about: 'The chief appoints one coordinator at a time. Open work follows the post.',
  states: [open('current', 'Current'), closed('ended', 'Ended')],
  happenedOn: 'From',
  dueOn: 'Acting until',
  owner: 'Coordinator',
  group: 'none',
  farthest: 'internal',
  tells: [],
  needsChief: false,
  keepers: ['chief'],
  fields: [
    { name: 'isActing', label: 'Acting', section: 'Appointment', type: 'yes-no', isRequired: true },
    { name: 'order', label: 'Order or memo', section: 'Appointment', type: 'words', longest: 120 },
    { name: 'endedOn', label: 'Until', section: 'Appointment', type: 'date', isMade: true },
    { name: 'handedOverBy', label: 'Took over from', section: 'Hand-over', type: 'person', isMade: true },
    {
      name: 'handedOver',
      label: 'Open pieces of work handed over',
      section: 'Hand-over',
      type: 'count',
      most: 100_000,
      isMade: true,
    },
  ],
};
