import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SeasonOptions } from '#analysis/season/options.ts';
import { findSeasons } from '#analysis/season/season.ts';
import witness from '#test/fixture/methods/season.json' with { type: 'json' };
import other from '#test/fixture/methods/season-statsmodels.json' with { type: 'json' };

const series = (counts: ArrayLike<number>) => ({ areaId: 'a', category: 'noise', counts });
function seasonOf(counts: readonly number[], options: Partial<SeasonOptions>) {
  const [found] = findSeasons([series(counts)], options).findings;
  if (found === undefined) throw new Error('the series was left out');
  return found;
}
const farthest = (found: ArrayLike<number>, expected: readonly number[]) =>
  Math.max(...expected.map((value, i) => Math.abs(value - (found[i] ?? Number.NaN))));

test('season, trend and weights agree with R stl, periodic and moving, robust or not', () => {
  expect(witness.cases).toHaveLength(6);
  for (const { counts, period, seasonalWindow, robust, seasonal, trend, weights } of witness.cases) {
    const window = typeof seasonalWindow === 'number' ? seasonalWindow : 'periodic';
    const found = seasonOf(counts, { period, seasonalWindow: window, robust });
    expect(farthest(found.seasonal, seasonal)).toBeLessThan(1e-9);
    expect(farthest(found.trend, trend)).toBeLessThan(1e-9);
    if (robust) expect(farthest(found.weights, weights)).toBeLessThan(1e-9);
  }
});

test('with its settings season and trend agree with statsmodels, which differs from R in them', () => {
  for (const { case: at, robust, seasonal, trend } of other.cases) {
    const { counts = [], period = 0 } = witness.cases[at] ?? {};
    const found = seasonOf(counts, {
      period,
      seasonalWindow: 7,
      seasonalDegree: 1,
      lowPassWindow: period + (period % 2 === 0 ? 1 : 2),
      jumps: 'none',
      robust,
      inner: robust ? 2 : 5,
    });
    expect(farthest(found.seasonal, seasonal)).toBeLessThan(1e-9);
    expect(farthest(found.trend, trend)).toBeLessThan(1e-9);
  }
});

test('a year of 52.18 weeks is taken as 52 and said so; a wild week is not believed', () => {
  const counts = witness.cases[0]?.counts ?? [];
  const { findings, options } = findSeasons([series(counts)]);
  const wild = seasonOf(counts, { robust: true });
  expect(options).toMatchObject({ period: 52, robust: false, seasonalWindow: 'periodic' });
  expect(wild.weights[59]).toBe(0);
  expect(findings[0]?.strength).toBeGreaterThan(0.2);
});

test('what cannot be judged is left out with its reason', () => {
  const { findings, leftOut } = findSeasons(
    [
      series([]),
      series([1, 2, 3, 1, 2, 3]),
      series(Array(20).fill(0)),
      series(Array(20).fill(4)),
      series([...Array(20).fill(1), Number.NaN]),
    ],
    { period: 3 },
  );
  expect(findings).toEqual([]);
  expect(leftOut.map(({ reason }) => reason)).toEqual([
    'short-history',
    'short-history',
    'no-calls',
    'no-variance',
    'not-a-number',
  ]);
});

test('options that cannot be used are refused by name', () => {
  expect(() => findSeasons([], { period: 1 })).toThrow(/period/);
  expect(() => findSeasons([], { seasonalWindow: 8 })).toThrow(/seasonalWindow/);
  expect(() => findSeasons([], { trendWindow: 2 })).toThrow(/trendWindow/);
  expect(() => findSeasons([], { inner: 0 })).toThrow(/inner/);
});

test('the parts add up, and more calls in every step move the trend alone', () => {
  const counts = fc.array(fc.nat({ max: 30 }), { minLength: 20, maxLength: 60 });
  fc.assert(
    fc.property(counts, fc.nat({ max: 50 }), (y, more) => {
      const answer = findSeasons([series(y)], { period: 7 });
      const [here] = answer.findings;
      if (here === undefined) return;
      for (let i = 0; i < y.length; i++) {
        const sum = (here.seasonal[i] ?? 0) + (here.trend[i] ?? 0) + (here.remainder[i] ?? 0);
        expect(sum).toBeCloseTo(y[i] ?? Number.NaN, 9);
      }
      const raised = seasonOf(
        y.map((value) => value + more),
        { period: 7, robust: false },
      );
      const plain = seasonOf(y, { period: 7, robust: false });
      expect(farthest(raised.seasonal, [...plain.seasonal])).toBeLessThan(1e-6);
    }),
    { numRuns: 30 },
  );
});

test('seasons of two halves of the calls add up to that of all, and the order of the series changes nothing', () => {
  const counts = fc.array(fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 30 })), { minLength: 20, maxLength: 60 });
  fc.assert(
    fc.property(counts, (pairs) => {
      const halves = [0, 1].map((at) => pairs.map((pair) => pair[at] ?? 0));
      if (halves.some((half) => new Set(half).size < 2)) return; // left out: no variance
      const whole = pairs.map(([first, second]) => first + second);
      if (new Set(whole).size < 2) return;
      const asked = { period: 7, robust: false };
      const [first, second] = halves.map((half) => seasonOf(half, asked).seasonal);
      const sum = whole.map((_, i) => (first?.[i] ?? 0) + (second?.[i] ?? 0));
      expect(farthest(seasonOf(whole, asked).seasonal, sum)).toBeLessThan(1e-8);
      const named = halves.map((half, at) => ({ ...series(half), areaId: `area ${at}` }));
      const byArea = (answer: ReturnType<typeof findSeasons>) =>
        answer.findings.toSorted((a, b) => (a.areaId < b.areaId ? -1 : 1));
      expect(byArea(findSeasons(named.toReversed(), asked))).toEqual(byArea(findSeasons(named, asked)));
    }),
    { numRuns: 20 },
  );
});
