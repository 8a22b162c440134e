import { expect, test } from 'vitest';
import { sayChanges } from '#analysis/two-counts/said.ts';
import { compareTwoCounts } from '#analysis/two-counts/two-counts.ts';

const LEVEL = 0.95;
/** Pairs of one area each, over 7 days and as many days before unless said. */
const compared = (...counts: [now: number, before: number, beforeDays?: number][]) => {
  const pairs = counts.map(([now, before, beforeDays = 7], i) => ({
    ...{ areaId: `a-${i}`, category: 'noise', now, before, nowExposure: 7, beforeExposure: beforeDays },
  }));
  const { findings } = compareTwoCounts(pairs, { level: LEVEL });
  return findings.map((finding, i) => ({ ...finding, nowExposure: 7, beforeExposure: counts[i]?.[2] ?? 7 }));
};

test('a change is said where the exact limits of the ratio do not hold 1, and only there', () => {
  for (let before = 0; before <= 30; before++) {
    for (let now = 0; now <= 30; now++) {
      const [finding] = compared([now, before, 28]);
      if (finding === undefined) continue; // no call in either window
      const { low, high } = finding.ratioLimits;
      const isClear = low > 1 || (high !== 'no-limit' && high < 1);
      const [said] = sayChanges([finding], LEVEL);
      expect(said === 'more' || said === 'fewer', `${now} after ${before}`).toBe(isClear);
    }
  }
});

test('five calls in two weeks could have shown nothing, six could', () => {
  expect(sayChanges(compared([5, 0]), LEVEL)).toEqual(['too-few']);
  expect(sayChanges(compared([6, 0]), LEVEL)).toEqual(['more']);
  expect(sayChanges(compared([0, 6]), LEVEL)).toEqual(['fewer']);
  expect(sayChanges(compared([3, 3]), LEVEL)).toEqual(['no-clear-change']);
});

test('many looks ask for more: what is clear alone is not clear among fifty', () => {
  const quiet = Array.from({ length: 49 }, (): [number, number] => [20, 20]);
  expect(sayChanges(compared([33, 15]), LEVEL)).toEqual(['more']);
  expect(sayChanges(compared([33, 15], ...quiet), LEVEL)[0]).toBe('no-clear-change');
  expect(sayChanges(compared([60, 10], ...quiet), LEVEL)[0]).toBe('more');
});

test('with windows of unequal length rates are compared, not counts', () => {
  expect(sayChanges(compared([25, 40, 28]), LEVEL)).toEqual(['more']);
});
