import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { toDayNumber, toLocalDate, weekdayOf } from '#analysis/shared/days.ts';
import { hoursOfExposure } from '#analysis/shared/exposure.ts';

const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);

test('a plain week gives every cell one hour', () => {
  const hours = hoursOfExposure({ from: '2021-06-07', to: '2021-06-13' }, 'America/New_York');
  expect([...new Set(hours)]).toEqual([1]);
});

// New York moved its clocks on 2021-03-14 at 02:00 and on 2021-11-07 at 02:00 (IANA tz database, rules US 2007 on).
test('the hour skipped in spring is not there, and the one repeated in fall is there twice', () => {
  const sunday = 24 * 6;
  const spring = hoursOfExposure({ from: '2021-03-08', to: '2021-03-14' }, 'America/New_York');
  expect([spring[sunday + 1], spring[sunday + 2], spring[sunday + 3], sum(spring)]).toEqual([1, 0, 1, 167]);
  const fall = hoursOfExposure({ from: '2021-11-01', to: '2021-11-07' }, 'America/New_York');
  expect([fall[sunday], fall[sunday + 1], fall[sunday + 2], sum(fall)]).toEqual([1, 2, 1, 169]);
});

// Lord Howe Island moves by half an hour: 2021-04-04 02:00 back to 01:30 (IANA tz database).
test('a zone that moves by half an hour gives half an hour', () => {
  const hours = hoursOfExposure({ from: '2021-03-29', to: '2021-04-04' }, 'Australia/Lord_Howe');
  expect(hours[24 * 6 + 1]).toBe(1.5);
  expect(sum(hours)).toBe(168.5);
});

// Samoa had no 30 December 2011: it moved over the date line (IANA tz database, Pacific/Apia).
test('a day that a zone left out has no hours', () => {
  const hours = hoursOfExposure({ from: '2011-12-26', to: '2012-01-01' }, 'Pacific/Apia');
  const friday = weekdayOf(toDayNumber('2011-12-30'));
  expect(sum(hours.subarray(24 * friday, 24 * friday + 24))).toBe(0);
  expect(sum(hours)).toBe(144);
});

test.each(['America/Chicago', 'Europe/London', 'Asia/Kolkata', 'America/Sao_Paulo'])(
  'all cells together are the hours elapsed in %s, for any window',
  (timeZone) => {
    for (let start = toDayNumber('2016-01-04'); start < toDayNumber('2020-01-01'); start += 97) {
      const window = { from: toLocalDate(start), to: toLocalDate(start + 45) };
      const begin = Temporal.PlainDate.from(window.from).toZonedDateTime(timeZone);
      const end = Temporal.PlainDate.from(toLocalDate(start + 46)).toZonedDateTime(timeZone);
      const elapsed = (end.epochMilliseconds - begin.epochMilliseconds) / 3_600_000;
      expect(sum(hoursOfExposure(window, timeZone))).toBeCloseTo(elapsed, 9);
    }
  },
);
