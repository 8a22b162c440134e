import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBox, fromDays, fromRuns, toBox, toDays, toRuns } from '#web/ask/hours-address.ts';

test('neighboring hours are written as runs', () => {
  expect(toRuns([13, 15, 14, 20])).toEqual(['13-15', '20']);
  expect(fromRuns(['13-15', '20'], 23)).toEqual([13, 14, 15, 20]);
});

test('a boxed piece of the week is written day by day', () => {
  const wedAndThu = [61, 62, 63, 85, 86, 87]; // 24 * 2 + 13 to 15, 24 * 3 + 13 to 15
  expect(toBox(wedAndThu)).toEqual(['wed:13-15', 'thu:13-15']);
  expect(fromBox(['wed:13-15', 'thu:13-15'])).toEqual(wedAndThu);
});

test('any set of hours of the week comes back as it went', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 167 })), (cells) => {
      expect(fromBox(toBox(cells))).toEqual([...cells].sort((a, b) => a - b));
    }),
  );
});

test('what is no hour or day narrows nothing', () => {
  expect(fromRuns(['noon', '30-40', '-3'], 23)).toEqual([]);
  expect(fromBox(['someday:3', 'mon'])).toEqual([]);
  expect(fromDays(['sunday'])).toEqual([]);
  expect(toDays([0, 6, 9])).toEqual(['mon', 'sun']);
});
