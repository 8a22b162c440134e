import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { PolicyChoices, USUAL_CHOICES } from '#data/policy/choices.ts';
import { clauseOf, POLICY_PROFILES, profileOf } from '#data/policy/profiles.ts';

const letters = (prefix: string, last: string): string[] =>
  Array.from({ length: last.charCodeAt(0) - 96 }, (_, at) => `${prefix}${String.fromCharCode(97 + at)}`);
const numbers = (prefix: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `${prefix}${from + at}`);

const CLAUSES: Record<string, string[]> = {
  'asheville-1902': [
    'Introduction',
    '1902.2 A.1',
    ...numbers('A.', 2, 9),
    ...numbers('B.', 1, 8),
    '1902.2 C',
    '1902.3 A',
    '1902.3 B',
  ],
  'andover-p3103': [
    'Header',
    'II',
    ...letters('V.A.1.', 'n'),
    ...numbers('V.A.', 2, 4),
    'V.B.1',
    ...letters('V.B.2.', 'h'),
    'V.B.3',
    ...letters('V.B.3.', 'd'),
    'V.B.4',
  ],
};

function readQuotes(profileId: string): [clause: string, words: string][] {
  const path = fileURLToPath(new URL(`../../fixture/policies/${profileId}.txt`, import.meta.url));
  const blocks = readFileSync(path, 'utf8').matchAll(/^\[(.+)\]\n(.+)$/gm);
  return [...blocks].map(([, clause = '', words = '']) => [clause, words]);
}

describe.each(Object.keys(CLAUSES))('%s', (profileId) => {
  const clauses = profileOf(profileId)?.clauses ?? [];

  test('every clause is there, in the policy’s order, and no other', () => {
    expect(clauses.map(({ clause }) => clause)).toEqual(CLAUSES[profileId]);
  });

  test('every clause says what the policy prints, to the letter', () => {
    expect(clauses.map(({ clause, text }) => [clause, text])).toEqual(readQuotes(profileId));
  });

  test('a clause whose length of time the policy does not state names the choice', () => {
    const unstated = clauses.filter(({ cadence }) => cadence.every === 'month' || cadence.every === 'event');
    expect(unstated.length).toBeGreaterThan(0);
    expect(unstated.filter(({ openChoices }) => openChoices.length === 0)).toEqual([]);
  });
});

test('a clause is found by its number, and no number is in two policies', () => {
  const all = POLICY_PROFILES.flatMap((profile) => profile.clauses);
  expect(new Set(all.map(({ clause }) => clause)).size).toBe(all.length);
  expect(clauseOf('1902.2 C')?.text).toContain('at least quarterly');
  expect(clauseOf('V.Z.9')).toBeUndefined();
});

test('the usual choices are choices, and the clauses print the same numbers', () => {
  expect(PolicyChoices.parse(USUAL_CHOICES)).toEqual(USUAL_CHOICES);
  const printed = (clause: string) =>
    clauseOf(clause)
      ?.openChoices.map(({ chosen }) => chosen)
      .join('; ');
  expect(printed('A.4')).toContain(`${USUAL_CHOICES.monthlyReportDueDays} days after the month`);
  expect(printed('A.6')).toContain(`${USUAL_CHOICES.answerWithinDays} days`);
  expect(printed('A.7')).toContain(`${USUAL_CHOICES.referralSilentDays} days`);
  expect(printed('V.B.3')).toContain(`${USUAL_CHOICES.quarterlyReportDueDays} days after the quarter`);
  expect(printed('V.B.2.e')).toContain(`${USUAL_CHOICES.concernTriageDays} days`);
  expect(printed('V.B.4')).toContain(`${USUAL_CHOICES.emailWithinDays} day`);
});
