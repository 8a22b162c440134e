import { expect, test } from 'vitest';
import { openedWith } from '#test/fixture/small-desk.ts';
import {
  clockInWords,
  datesKnown,
  hoursBetween,
  isFinished,
  momentInWords,
  windowInWords,
} from '#web/ask/date-words.ts';
import {
  clipTo,
  mondayOf,
  monthsBetween,
  presetOf,
  presetsOf,
  usualWindow,
  weeksSince,
  windowOf,
} from '#web/ask/dates.ts';

// The demo's Monday: calls to December 14, 2026; the last full week is December 7 to 13.
const span = {
  firstDay: '2024-06-14',
  lastDay: '2026-12-14',
  lastFullWeek: { from: '2026-12-07', to: '2026-12-13' },
  months: [],
};

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

test('a source of months is asked and answered by months', () => {
  const months = ['2019-01-01', '2019-06-01', '2020-02-01'];
  const yearly = { ...span, firstDay: '2019-01-01', lastDay: '2020-02-29', months };
  expect(usualWindow(yearly)).toEqual({ from: '2020-02-01', to: '2020-02-29' });
  expect(presetsOf(yearly)).toEqual(['last-month', 'this-year', 'all']);
  const opened = openedWith([], { months });
  expect(datesKnown({ from: '2020-02-01', to: '2020-02-29' }, opened)).toBe('Feb 2020');
  expect(datesKnown({ from: '2019-01-01', to: '2020-02-29' }, opened)).toBe('Jan 2019 to Feb 2020');
});

test('months between two are all there, also those without calls', () => {
  expect(monthsBetween('2019-11-01', '2020-02-01')).toEqual(['2019-11-01', '2019-12-01', '2020-01-01', '2020-02-01']);
});

test('a finished file says its year, since there is no this week in it', () => {
  const opened = openedWith([]);
  const source = {
    source: 'old',
    title: 'Old calls',
    readAt: '2026-12-14T11:00:00Z',
    firstReceivedLocal: '2017-01-01T00:11:41',
    lastReceivedLocal: '2021-11-03T09:37:28',
    expectedEveryHours: null,
    taken: { read: 0, accepted: 0, rejected: 0, duplicates: 0, superseded: 0, replaced: 0 },
    quarantined: {},
  };
  const finished = { ...opened, manifest: { ...opened.manifest, sources: [source] } };
  const week = { from: '2021-10-25', to: '2021-10-31' };
  expect([isFinished(opened.manifest), isFinished(finished.manifest)]).toEqual([false, true]);
  expect(datesKnown(week, finished)).toBe('Oct 25 to 31, 2021');
  expect(datesKnown(week, opened)).toBe('Oct 25 to 31');
  expect(datesKnown({ from: '2020-12-28', to: '2021-01-03' }, finished)).toBe('Dec 28, 2020 to Jan 3, 2021');
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
