import { expect, test } from 'vitest';
import { longDate, shortDate } from '#analysis/shared/day-words.ts';

test('a date and a moment are said as the day that stands in them, whatever the hour', () => {
  expect(['2026-12-07', '2026-12-07T00:00:00', '2026-12-07T23:59:59'].map(shortDate)).toEqual(Array(3).fill('Dec 7'));
  expect(longDate('2026-12-07T23:59:59')).toBe('Dec 7, 2026');
});
