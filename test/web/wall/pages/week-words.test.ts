import { expect, test } from 'vitest';
import { lastDayOf, periodNamed, weekNamed } from '#web/wall/pages/week-words.ts';

test('a week is "last week" only in the week after it', () => {
  expect(periodNamed('2026-12-07', '2026-12-14T07:42:00')).toBe('last week');
  expect(periodNamed('2026-12-07', '2026-12-20T23:59:00')).toBe('last week');
  expect(periodNamed('2026-12-07', '2026-12-13T07:42:00')).toBe('this week');
  expect(periodNamed('2026-12-07', '2026-12-21T00:00:00')).toBe('in the week of December 7');
});

test('a week long ago carries its year', () => {
  expect(weekNamed('2026-12-07', '2027-01-04T09:00:00')).toBe('week of December 7');
  expect(weekNamed('2020-03-02', '2027-01-04T09:00:00')).toBe('week of March 2, 2020');
});

test('a week ends on its Sunday, also over a month’s end', () => {
  expect(lastDayOf('2026-12-07')).toBe('December 13');
  expect(lastDayOf('2026-11-30')).toBe('December 6');
});
