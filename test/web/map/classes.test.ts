import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classColors, classOf, niceBreaks } from '#web/map/classes.ts';

const finite = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 0, maxLength: 60 });

test('breaks rise, lie within the values, and are at most one fewer than the classes', () => {
  fc.assert(
    fc.property(finite, (values) => {
      const breaks = niceBreaks(values);
      expect(breaks.length).toBeLessThanOrEqual(4);
      breaks.forEach((edge, index) => {
        expect(edge).toBeGreaterThan(breaks[index - 1] ?? Math.min(...values));
        expect(edge).toBeLessThanOrEqual(Math.max(...values));
      });
    }),
  );
});

test('the quintiles of 0 to 100 are the round numbers they are', () => {
  const values = Array.from({ length: 101 }, (_, value) => value);
  expect(niceBreaks(values)).toEqual([20, 40, 60, 80]);
});

test('quantiles move to numbers that can be read aloud', () => {
  const breaks = niceBreaks([0.3, 2.13, 4.88, 7.41, 9.9, 13.07, 17.6, 20.2, 24.91, 31.4]);
  for (const edge of breaks) expect(String(edge).length, String(edge)).toBeLessThanOrEqual(2);
});

// Burglaries of one week in Arlington's seven districts.
test('counts have whole edges', () => {
  expect(niceBreaks([5, 2, 0, 0, 4, 5, 1])).toEqual([1, 2, 3, 5]);
});

test('one area far above the rest does not take the classes of the others away', () => {
  expect(niceBreaks([5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 400])).toHaveLength(4);
});

test('values that are all alike make one class', () => {
  expect(niceBreaks([4, 4, 4])).toEqual([]);
  expect(niceBreaks([])).toEqual([]);
});

test('a value on an edge belongs to the class above it', () => {
  expect([0, 2.9, 3, 5.9, 6, 100].map((value) => classOf(value, [3, 6]))).toEqual([0, 0, 1, 1, 2, 2]);
});

test('five classes leave out the palest and the darkest step, six the palest', () => {
  const ramp = ['1', '2', '3', '4', '5', '6', '7'];
  expect(classColors(ramp, 5)).toEqual(['2', '3', '4', '5', '6']);
  expect(classColors(ramp, 6)).toEqual(['2', '3', '4', '5', '6', '7']);
  expect(classColors(ramp, 7)).toEqual(ramp);
});
