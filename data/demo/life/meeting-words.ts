import type { Random } from '#data/demo/random.ts';

export const AGENDA_POINTS: readonly string[] = [
  'Street lights and crosswalks',
  'Cars parked where they should not be',
  'What the patrols saw last month',
  'Locks, lights and hedges',
  'The clean-up day',
  'Speeding on the main street',
  'How to report what is not an emergency',
  'National Night Out',
  'News of the city’s Neighborhood Services',
  'Noise and the new lease rules',
  'Packages and porches',
  'Garage Door visits',
  'What became of the last concerns',
];

const SAID: readonly string[] = [
  'Several people asked why nothing has been heard from the city yet; the officer will ask again this week.',
  'The members thanked the patrol for the evenings at the corner.',
  'Two new neighbors came and were shown how to reach the liaison officer.',
  'There was a long talk about whether calling is worth it. The officer showed what becomes of a call.',
  'The group wants to see the figures again next time, on one page.',
  'Somebody asked about the difference between a call and a crime; the officer explained it with last month’s list.',
  'The group asked that the night shift come to one meeting a year.',
  'Members agreed to walk the block together on a Saturday.',
  'It was quieter than last month and everybody said so.',
];

/** Short minutes as the officer writes them. */
export function minutesOf(agenda: readonly string[], attendance: number, random: Random): string {
  const points = agenda.slice(1).map((point) => `${point}: ${random.pick(SAID)}`);
  return [`${attendance} people came.`, 'The officer read the calls of the last month.', ...points].join('\n');
}
