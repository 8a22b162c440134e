import { expect, test } from 'vitest';
import { SPIKE_DEFAULTS } from '#analysis/spike/options.ts';
import { predictRun, predictWeek } from '#analysis/spike/predict-week.ts';
import { negativeBinomial, randomFrom } from '#test/fixture/methods/random.ts';

const quiet = (random: () => number, weeks: number, mean: number, excess: number): number[] =>
  Array.from({ length: weeks }, () => negativeBinomial(random, mean, excess));

test('a run of one week is a week', () => {
  const past = quiet(randomFrom(3), 120, 6, 0.1);
  const { upperP: runP, ...run } = predictRun(past, 1, SPIKE_DEFAULTS) ?? { upperP: () => 1 };
  const { upperP: weekP, ...week } = predictWeek(past, SPIKE_DEFAULTS) ?? { upperP: () => 0 };
  expect(run).toEqual(week);
  expect(runP(11)).toBe(weekP(11));
});

test('the usual range of four weeks holds about 19 of 20 quiet runs, also where calls come in bunches', () => {
  const random = randomFrom(11);
  const runs = Array.from({ length: 1200 }, (_, i) => {
    const series = quiet(random, 134, 1 + (i % 12), i % 2 === 0 ? 0 : 0.15);
    const calls = series.slice(130).reduce((sum, count) => sum + count, 0);
    const usual = predictRun(series.slice(0, 130), 4, SPIKE_DEFAULTS);
    return usual !== null && calls >= usual.low && calls <= usual.high;
  });
  const share = runs.filter(Boolean).length / runs.length;
  expect(share).toBeGreaterThan(0.93);
  expect(share).toBeLessThan(0.985);
});

test('four weeks have a narrower range than four times one week, for luck evens out', () => {
  const past = quiet(randomFrom(5), 130, 8, 0);
  const week = predictRun(past, 1, SPIKE_DEFAULTS);
  const run = predictRun(past, 4, SPIKE_DEFAULTS);
  expect(run?.expected).toBeCloseTo(4 * (week?.expected ?? 0), -1);
  expect((run?.high ?? 0) - (run?.low ?? 0)).toBeLessThan(3 * ((week?.high ?? 0) - (week?.low ?? 0)));
});

test('with a short past the run is compared with the last eight weeks, and with fewer not at all', () => {
  expect(predictRun([2, 3, 1, 2, 4, 2, 3, 3], 4, SPIKE_DEFAULTS)).toMatchObject({ method: 'c-test', expected: 10 });
  expect(predictRun([2, 3, 1], 4, SPIKE_DEFAULTS)).toBeNull();
});
