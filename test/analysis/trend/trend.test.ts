import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mannKendall } from '#analysis/shared/mann-kendall.ts';
import { bundleWeeks } from '#analysis/trend/bundle.ts';
import { senSlope } from '#analysis/trend/sen-slope.ts';
import { findTrends } from '#analysis/trend/trend.ts';
import slopes from '#test/fixture/methods/sen-slope.json' with { type: 'json' };
import witness from '#test/fixture/methods/trend.json' with { type: 'json' };

const series = (...counts: number[]) => ({ areaId: 'a', category: 'noise', counts });

test('s, tau, z and p agree with R cor.test, with and without ties', () => {
  for (const { y, s, tau, z, p } of witness.series) {
    const found = mannKendall(y);
    expect(found?.s).toBe(s);
    expect(found?.tau).toBeCloseTo(tau, 9);
    expect(found?.z).toBeCloseTo(z, 9);
    expect(found?.p).toBeCloseTo(p, 9);
  }
});

test('slope and interval agree with scipy theilslopes', () => {
  witness.series.forEach(({ y }, i) => {
    const { slope, low, high } = senSlope(y, mannKendall(y)?.variance ?? 0, 0.95);
    [slope, low, high].forEach((value, at) => {
      expect(value).toBeCloseTo(slopes.slopes[i]?.[at] ?? Number.NaN, 9);
    });
  });
});

test('a series that rises, one that falls and one that does neither are told apart', () => {
  const { findings } = findTrends([
    { ...series(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), areaId: 'up' },
    { ...series(30, 27, 28, 25, 20, 21, 15, 11, 9, 2), areaId: 'down' },
    { ...series(3, 5, 2, 4, 3, 5, 2, 4, 3, 4), areaId: 'flat' },
  ]);
  const directions = Object.fromEntries(findings.map(({ areaId, direction }) => [areaId, direction]));
  expect(directions).toEqual({ up: 'rising', down: 'falling', flat: 'no-clear-trend' });
  expect(findings.find(({ areaId }) => areaId === 'up')?.slope).toBe(1);
});

test('what cannot be judged is left out with its reason', () => {
  const zeros = Array.from({ length: 12 }, () => 0);
  expect(findTrends([]).findings).toEqual([]);
  const { findings, leftOut } = findTrends([
    series(),
    series(4),
    series(...zeros),
    series(...zeros.map(() => 3)),
    series(...zeros, Number.NaN),
  ]);
  expect(findings).toEqual([]);
  expect(leftOut.map(({ reason }) => reason)).toEqual([
    'too-few-steps',
    'too-few-steps',
    'no-calls',
    'no-variance',
    'not-a-number',
  ]);
});

test('options that cannot be used are refused by name', () => {
  expect(() => findTrends([], { minSteps: 1 })).toThrow(/minSteps/);
  expect(() => findTrends([], { significantQ: 1 })).toThrow(/significantQ/);
  expect(() => findTrends([], { level: 0 })).toThrow(/level/);
});

test('weeks are bundled back from the last one', () => {
  expect([...bundleWeeks([9, 1, 2, 3, 4], 2)]).toEqual([3, 7]);
  expect([...bundleWeeks([1, 2], 4)]).toEqual([]);
});

test('more calls in every step change nothing, and time turned round turns the trend', () => {
  const counts = fc.array(fc.nat({ max: 20 }), { minLength: 10, maxLength: 40 });
  fc.assert(
    fc.property(counts, fc.nat({ max: 100 }), (y, more) => {
      const here = mannKendall(y);
      expect(mannKendall(y.map((value) => value + more))).toEqual(here);
      const back = mannKendall(y.toReversed());
      expect(Math.abs((back?.s ?? 0) + (here?.s ?? 0))).toBe(0);
      expect(back?.p).toBe(here?.p);
    }),
    { numRuns: 50 },
  );
});

test('the order of the series changes no answer', () => {
  const some = witness.series.map(({ y }, i) => ({ areaId: `a${i}`, category: 'noise', counts: y }));
  expect(findTrends(some.toReversed()).findings).toEqual(findTrends(some).findings);
});
