import { tableFromIPC } from 'apache-arrow';
import { expect, test } from 'vitest';
import { NO_HOUR, NO_PLACE, NO_WEEKDAY } from '#analysis/tally/columns.ts';
import type { Call } from '#data/schema/call.ts';
import { callAt, placeLabelAt } from '#web/tables/call-at.ts';
import { toCalls } from '#web/tables/calls.ts';
import { orderNewestFirst } from '#web/tables/newest-first.ts';
import { makeExtract } from './make-extract.ts';

const read = (...years: Partial<Call>[][]) =>
  toCalls(years.map((calls, at) => tableFromIPC(makeExtract(2023 + at, calls).bytes)));

test('files that number their words differently come to one numbering', () => {
  const calls = read(
    [{ typeCode: 'ALARM' }, { typeCode: 'NOISE' }],
    [{ typeCode: 'NOISE' }, { typeCode: 'THEFT' }, { typeCode: 'ALARM' }],
  );
  expect(Array.from(calls.columns.type, (code) => calls.types[code])).toEqual([
    'ALARM',
    'NOISE',
    'NOISE',
    'THEFT',
    'ALARM',
  ]);
  expect(calls.columns.typeCount).toBe(3);
});

test('one call survives the whole way', () => {
  const calls = read([{ id: 'A-1', receivedLocal: '2024-02-29T23:59:58', lon: -82.55, lat: 35.59 }]);
  expect(calls.columns.rows).toBe(1);
  // 2024-02-29 is day 19782 since 1970-01-01: 54 years of 365 days, 13 leap days before 2024, 31 + 28 days.
  expect(calls.columns.day[0]).toBe(54 * 365 + 13 + 31 + 28);
  expect(calls.columns.hour[0]).toBe(23);
  expect([calls.lon[0], calls.lat[0]]).toEqual([-82.55, 35.59]);
  expect(callAt(calls, 0)).toMatchObject({ id: 'A-1', receivedLocal: '2024-02-29T23:59:58', placement: 'placed' });
});

test('a call before 1970 keeps its day and hour', () => {
  const calls = read([{ receivedLocal: '1969-12-31T22:30:00' }]);
  expect([calls.columns.day[0], calls.columns.hour[0]]).toEqual([-1, 22]);
});

test('a source without hours, or without days, says so in the hour column', () => {
  const calls = read([{ timePrecision: 'minute' }, { timePrecision: 'day' }, { timePrecision: 'month' }]);
  expect(Array.from(calls.columns.hour)).toEqual([0, NO_HOUR, NO_WEEKDAY]);
});

test('a quarantined location is kept for the list and hidden from every count on the map', () => {
  const calls = read([{ lon: 0, lat: 0, placement: 'default-point', placeKey: 'p' }]);
  expect(calls.lon[0]).toBeNaN();
  expect(callAt(calls, 0).lon).toBe(0);
});

test('a call without a place key has none, and no other place is mistaken for it', () => {
  const calls = read([
    {},
    { placeKey: 'p1', lon: 1, lat: 2, addressBlock: '100 BLOCK OAK ST' },
    { placeKey: 'p2', lon: 1, lat: 2 },
  ]);
  expect(Array.from(calls.columns.place)).toEqual([NO_PLACE, 0, 1]);
  expect(placeLabelAt(calls, 1)).toBe('100 BLOCK OAK ST');
  expect(placeLabelAt(calls, 2)).toBe('2.00000, 1.00000');
});

test('the newest call comes first, whatever the order of the files', () => {
  const calls = read(
    [{ receivedLocal: '2024-05-01T10:00:00' }, { receivedLocal: '2024-05-03T10:00:00' }],
    [{ receivedLocal: '2024-05-02T10:00:00' }, { receivedLocal: '1969-05-02T10:00:00' }],
  );
  expect(Array.from(orderNewestFirst(calls))).toEqual([1, 2, 0, 3]);
});

test('a word this page does not know is refused, not counted as something else', () => {
  const odd = JSON.parse('{"origin":"robot"}');
  expect(() => read([odd])).toThrow('column "origin" has the unknown word "robot"');
});
