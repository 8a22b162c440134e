import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addYear,
  isWithin,
  monthInWords,
  monthOf,
  quarterBefore,
  quarterInWords,
  quarterOf,
} from '#analysis/duty/spans.ts';
import { addDays, daysBetween } from '#analysis/shared/days.ts';

const aDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));

test.each([
  ['2026-12-14', '2026-Q4', '2026-10-01', '2026-12-31'],
  ['2028-02-29', '2028-Q1', '2028-01-01', '2028-03-31'],
  ['2027-03-31', '2027-Q1', '2027-01-01', '2027-03-31'],
  ['2027-04-01', '2027-Q2', '2027-04-01', '2027-06-30'],
  ['2027-09-30', '2027-Q3', '2027-07-01', '2027-09-30'],
])('%s lies in %s', (day, label, from, to) => {
  expect(quarterOf(day)).toEqual({ label, from, to });
});

test('February ends where the year says so', () => {
  expect(monthOf('2028-02-03').to).toBe('2028-02-29');
  expect(monthOf('2027-02-03').to).toBe('2027-02-28');
});

test('a month and a quarter are said as a person says them', () => {
  expect(monthInWords(monthOf('2026-11-03'))).toBe('November 2026');
  expect(quarterInWords(quarterOf('2026-11-03'))).toBe('Q4 2026');
});

test('a year after February 29 is February 28', () => {
  expect(addYear('2024-02-29')).toBe('2025-02-28');
  expect(addYear('2024-12-19')).toBe('2025-12-19');
});

test('every day lies in its quarter, quarters follow each other without a gap, and last 90 to 92 days', () => {
  fc.assert(
    fc.property(aDay, (day) => {
      const quarter = quarterOf(day);
      expect(isWithin(quarter, day)).toBe(true);
      expect(addDays(quarterBefore(quarter).to, 1)).toBe(quarter.from);
      const length = daysBetween(quarter.from, quarter.to) + 1;
      expect(length).toBeGreaterThanOrEqual(90);
      expect(length).toBeLessThanOrEqual(92);
    }),
  );
});
