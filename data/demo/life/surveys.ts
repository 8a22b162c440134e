import { randomOf } from '#data/demo/random.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import { COORDINATOR } from './people.ts';
import { entriesOf } from './register-entry.ts';

const QUESTIONS = [
  {
    code: 'Q1',
    words: 'How satisfied are you with the police in your neighborhood?',
    favorable: 'very or rather satisfied',
  },
  { code: 'Q2', words: 'Do you know how to reach your liaison officer?', favorable: 'yes' },
  { code: 'Q3', words: 'If you told the police of a concern, did you hear what became of it?', favorable: 'yes' },
  { code: 'Q4', words: 'Do you walk in your neighborhood after dark?', favorable: 'often or sometimes' },
];

// Answers by area: from 4, which is too few to show, to 90.
const ANSWERED: readonly (readonly [area: string, first: number, second: number])[] = [
  ['Eastbank', 84, 90],
  ['Tannery Row', 61, 66],
  ['The Strand', 48, 55],
  ['Linden Flats', 57, 52],
  ['College Green', 72, 79],
  ['Cordery', 66, 70],
  ['Southbank', 38, 41],
  ['Quarry Hill', 33, 37],
  ['Juniper Rise', 29, 35],
  ['Northgate', 27, 31],
  ['Harrow Meadow', 12, 9],
  ['Canal Basin', 22, 26],
  ['Riverbend Apartments', 7, 11],
  ['Cedar Hollow', 4, 6],
];

/** Two waves of the citizen survey. */
export function makeSurveys(seed: number): RegisterEntry[] {
  const random = randomOf(seed, 'surveys');
  const wave = (title: string, from: string, to: string, which: 1 | 2, level: number) => ({
    title,
    status: 'closed',
    ownerId: COORDINATOR,
    happenedOn: from,
    fields: {
      askedTo: to,
      way: 'several-ways',
      leastAnswers: 10,
      questions: QUESTIONS,
      results: ANSWERED.flatMap((row) =>
        QUESTIONS.map(({ code }, q) => {
          const answers = row[which];
          const share = Math.min(0.95, Math.max(0.2, level - q * 0.09 + random.between(-0.12, 0.12)));
          return { question: code, area: row[0], answers, favorable: Math.round(answers * share) };
        }),
      ),
    },
  });
  return entriesOf('survey-wave', [
    wave('Citizen survey, spring 2025', '2025-04-07', '2025-05-16', 1, 0.66),
    wave('Citizen survey, spring 2026', '2026-04-06', '2026-05-15', 2, 0.71),
  ]);
}
