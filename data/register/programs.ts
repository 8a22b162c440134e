import type { Choice } from './field.ts';

/** `countsOnly`: lists empty homes or people who live alone, so that only a count may be kept. */
type OrderedProgram = { readonly letter: string; readonly name: string; readonly countsOnly: boolean };

const named = (letter: string, name: string): OrderedProgram => ({ letter, name, countsOnly: false });
const counted = (letter: string, name: string): OrderedProgram => ({ letter, name, countsOnly: true });

/** The fourteen programs of P3103 V.A.1, in its words. */
export const PROGRAMS: readonly OrderedProgram[] = [
  named('a', 'Neighborhood Association and Business Liaison Program'),
  named('b', 'Citizen Satisfaction Survey'),
  named('c', 'Publication of Crime Prevention Materials'),
  named('d', 'Garage Door Program'),
  named('e', 'Ident-A-Kid'),
  named('f', 'Critters on Patrol'),
  counted('g', 'Vacation Watch'),
  named('h', 'Ride-alongs'),
  named('i', 'SPEED Program'),
  named('j', 'Crimestoppers'),
  counted('k', 'Good Morning Andover'),
  named('l', 'Social Media Program'),
  named('m', 'Welcome to Andover Program'),
  named('n', 'Donuts with the Chief'),
];

export const findOrdered = (letter: unknown): OrderedProgram | undefined =>
  PROGRAMS.find((program) => program.letter === letter);

export const LETTERS: readonly Choice[] = PROGRAMS.map(({ letter, name }) => ({
  value: letter,
  label: `${letter}. ${name}`,
}));
