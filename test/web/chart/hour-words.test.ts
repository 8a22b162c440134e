import { expect, test } from 'vitest';
import { hoursInWords, hoursOfWeekInWords } from '#web/chart/hour-words.ts';

test('a box of hours is said in words', () => {
  const box = [2, 3].flatMap((day) => [13, 14, 15].map((hour) => 24 * day + hour));
  expect(hoursOfWeekInWords(box)).toBe('Wed and Thu, 1 to 4 pm');
});

test('an hour before noon is not given the afternoon', () => {
  expect(hoursInWords(11, 12)).toBe('11 am to 1 pm');
  expect(hoursInWords(12, 13)).toBe('noon to 2 pm');
  expect(hoursInWords(22, 23)).toBe('10 pm to 12 am');
});

test('no hours picked is any hour, and a ragged choice is counted', () => {
  expect(hoursOfWeekInWords([])).toBe('any hour');
  expect(hoursOfWeekInWords([0, 30, 60])).toBe('3 hours of the week');
});

test('a run of days is said from first to last', () => {
  const weekdays = [0, 1, 2, 3, 4].flatMap((day) => Array.from({ length: 24 }, (_, hour) => 24 * day + hour));
  expect(hoursOfWeekInWords(weekdays)).toBe('Mon to Fri, all day');
});
