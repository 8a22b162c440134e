import { expect, test } from 'vitest';
import { forecastRange, lowerMidP, upperMidP } from '#analysis/spike/negative-binomial.ts';
import witness from '#test/fixture/methods/spike.json' with { type: 'json' };

test('both tails agree with R pnbinom to nine digits', () => {
  for (const { mean, variance, counts, upper, lower } of witness.negativeBinomial) {
    counts.forEach((count, i) => {
      const [up, low] = [upper[i] ?? Number.NaN, lower[i] ?? Number.NaN];
      expect(Math.abs(upperMidP(count, { mean, variance }) - up)).toBeLessThanOrEqual(1e-9 * up);
      expect(Math.abs(lowerMidP(count, { mean, variance }) - low)).toBeLessThanOrEqual(1e-9 * low);
    });
  }
});

test('the usual range is the one R finds by trying every count', () => {
  for (const { mean, variance, low, high } of witness.negativeBinomial) {
    expect(forecastRange({ mean, variance }, 0.025)).toEqual({ low, high });
  }
});

test('a far tail stays a number above zero', () => {
  expect(upperMidP(200, { mean: 3, variance: 3.5 })).toBeGreaterThan(0);
  expect(upperMidP(200, { mean: 3, variance: 3.5 })).toBeLessThan(1e-100);
});

test('a forecast that is no negative binomial is refused', () => {
  expect(() => upperMidP(1, { mean: 0, variance: 1 })).toThrow(RangeError);
  expect(() => upperMidP(1, { mean: 2, variance: 2 })).toThrow(RangeError);
  expect(() => forecastRange({ mean: 2, variance: 3 }, 0)).toThrow(RangeError);
});
