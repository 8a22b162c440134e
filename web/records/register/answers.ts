import type { CheckItem } from '#data/register/field.ts';

export type Answers = Record<string, { answer: 'yes' | 'no'; note: string }>;

export const toAnswers = (value: unknown): Answers =>
  typeof value === 'object' && value !== null ? (value as Answers) : {}; // the row boundary: the kind's schema checked it

export const headingsOf = (items: readonly CheckItem[]): string[] => [...new Set(items.map(({ heading }) => heading))];
