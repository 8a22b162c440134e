import { expect, test } from 'vitest';
import { clockInWords, hoursBetween, momentInWords, windowInWords } from '#web/ask/date-words.ts';
import { clipTo, mondayOf, presetOf, weeksSince, windowOf } from '#web/ask/dates.ts';

// The demo's Monday: calls to December 14, 2026; the last full week is December 7 to 13.
const span = { firstDay: '2024-06-14', lastDay: '2026-12-14', lastFullWeek: { from: '2026-12-07', to: '2026-12-13' } };

test('named windows end with the last full week, but for this year and all days', () => {
  expect(windowOf('four-weeks', span)).toEqual({ from: '2026-11-16', to: '2026-12-13' });
  expect(windowOf('year', span)).toEqual({ from: '2025-12-15', to: '2026-12-13' }); // 364 days are 52 weeks
  expect(mondayOf(windowOf('year', span).from)).toBe('2025-12-15');
  expect(windowOf('this-year', span)).toEqual({ from: '2026-01-01', to: '2026-12-14' });
});

test('a window is called by its name only when it is exactly that', () => {
  expect(presetOf({ from: '2026-12-07', to: '2026-12-13' }, span)).toBe('last-week');
  expect(presetOf({ from: '2026-12-07', to: '2026-12-12' }, span)).toBeNull();
});

test('a window is cut where the calls end', () => {
  expect(clipTo({ from: '2026-12-14', to: '2026-12-20' }, span)).toEqual({ from: '2026-12-14', to: '2026-12-14' });
});

test('a series goes back to the chosen dates, and never shows fewer weeks than asked', () => {
  const weeks = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'].map((week) => ({ week }));
  expect(weeksSince(weeks, '2026-11-18', 1).map(({ week }) => week)).toEqual(['2026-11-16', '2026-11-23']);
  expect(weeksSince(weeks, '2026-11-25', 3)).toHaveLength(3);
  expect(weeksSince(weeks, '2027-01-01', 2)).toHaveLength(2);
});

test('dates are said as short as they can be', () => {
  expect(windowInWords({ from: '2026-12-07', to: '2026-12-13' })).toBe('Dec 7 to 13');
  expect(windowInWords({ from: '2026-11-16', to: '2026-12-13' })).toBe('Nov 16 to Dec 13');
  expect(windowInWords({ from: '2025-12-15', to: '2026-12-13' })).toBe('Dec 15, 2025 to Dec 13, 2026');
});

test('a moment is said as seen from the city’s own clock', () => {
  const now = '2026-12-14T07:42:00';
  expect(momentInWords('2026-12-14T06:00:00', now)).toBe('6:00 am today');
  expect(momentInWords('2026-12-13T22:40:00', now)).toBe('10:40 pm yesterday');
  expect(momentInWords('2026-12-10T06:00:00', now)).toBe('Thu, Dec 10');
  expect(momentInWords('2021-08-10T06:00:00', now)).toBe('Aug 10, 2021');
  expect(clockInWords('2026-12-14T00:05:00')).toBe('12:05 am');
  expect(hoursBetween('2026-12-13T22:40:00', now)).toBe(9);
});
