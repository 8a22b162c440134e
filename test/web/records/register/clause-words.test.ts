import { expect, test } from 'vitest';
import { words } from '#web/records/register/words.ts';

test('clauses of one letter series are a span; any others are named by the first and a count', () => {
  expect(words.clauses(['B.4', 'V.A.2'])).toBe('B.4, V.A.2');
  expect(words.clauses(['V.A.1.a', 'V.A.1.b', 'V.A.1.c'])).toBe('V.A.1.a to V.A.1.c');
  expect(words.clauses(['V.B.2.d', 'V.A.1.c', 'V.A.2'])).toBe('V.B.2.d and 2 more');
});
