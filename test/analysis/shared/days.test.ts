import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  addDays,
  daysBetween,
  hourOfWeekOf,
  lastDayOfMonth,
  lastFullWeek,
  toDayNumber,
  toLocalDate,
  weekdayOf,
  weekOf,
} from '#analysis/shared/days.ts';

const days = fc.integer({ min: -60_000, max: 60_000 });

test('toDayNumber and toLocalDate undo each other', () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(toDayNumber(toLocalDate(day))).toBe(day);
    }),
  );
});

test('weekdayOf agrees with Temporal, Monday being 0', () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(weekdayOf(day)).toBe(Temporal.PlainDate.from(toLocalDate(day)).dayOfWeek - 1);
    }),
  );
});

test('weekOf is the Monday on or before the day', () => {
  expect(toLocalDate(weekOf(toDayNumber('2021-03-07')))).toBe('2021-03-01');
  expect(toLocalDate(weekOf(toDayNumber('2021-03-08')))).toBe('2021-03-08');
  expect(toLocalDate(weekOf(toDayNumber('1969-12-31')))).toBe('1969-12-29');
});

test('hourOfWeekOf counts from Monday 00', () => {
  expect(hourOfWeekOf(toDayNumber('2021-03-08'), 0)).toBe(0);
  expect(hourOfWeekOf(toDayNumber('2021-03-07'), 23)).toBe(167);
});

test.each(['2021-02-30', '2021-13-01', '21-01-01', '2021-1-1', ''])('toDayNumber refuses "%s"', (text) => {
  expect(() => toDayNumber(text)).toThrow(RangeError);
});

test('lastFullWeek takes a Sunday that was heard to its end', () => {
  expect(lastFullWeek('2021-03-07T23:41:00', 0)).toEqual({ from: '2021-03-01', to: '2021-03-07' });
});

test('lastFullWeek leaves out a week whose Sunday was cut at noon', () => {
  expect(lastFullWeek('2021-03-07T12:00:00', 0)).toEqual({ from: '2021-02-22', to: '2021-02-28' });
});

test('lastFullWeek takes the reporting lag off', () => {
  expect(lastFullWeek('2021-03-10T08:00:00', 2)).toEqual({ from: '2021-03-01', to: '2021-03-07' });
  expect(lastFullWeek('2021-03-10T08:00:00', 3)).toEqual({ from: '2021-02-22', to: '2021-02-28' });
});

test('daysBetween counts dates, whatever the hour', () => {
  expect(daysBetween('2026-12-14T23:59:00', '2026-12-31')).toBe(17);
  expect(daysBetween('2026-12-31', '2026-12-31T00:01:00')).toBe(0);
  expect(daysBetween('2028-03-01', '2028-02-28T12:00:00')).toBe(-2); // a leap year
});

test('addDays moves by as many days as daysBetween counts', () => {
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  fc.assert(
    fc.property(days, fc.integer({ min: -1000, max: 1000 }), (day, count) => {
      expect(daysBetween(toLocalDate(day), addDays(toLocalDate(day), count))).toBe(count);
    }),
  );
});

test('lastDayOfMonth knows leap years and December', () => {
  expect(['2019-02-01', '2020-02-11', '2000-02-29', '1900-02-01', '2021-12-31'].map(lastDayOfMonth)).toEqual([
    '2019-02-28',
    '2020-02-29',
    '2000-02-29',
    '1900-02-28',
    '2021-12-31',
  ]);
});
