import { expect, test } from 'vitest';
import { findShifts } from '#analysis/cusum/cusum.ts';
import { averageRunLength, limitFor } from '#analysis/cusum/run-length.ts';
import witness from '#test/fixture/methods/cusum.json' with { type: 'json' };
import { poisson, randomFrom } from '#test/fixture/methods/random.ts';

const one = (counts: readonly number[], areaId = 'oak-park') => ({ areaId, category: 'noise', counts });
const drawn = (seed: number, weeks: number, mean: number) => {
  const random = randomFrom(seed);
  return Array.from({ length: weeks }, () => poisson(random, mean));
};

test('run lengths agree with R surveillance::arlCusum', () => {
  for (const { h, k, mean, runLength } of witness.runs) {
    const ours = averageRunLength({ unit: 0.1, reference: Math.round(10 * k), limit: Math.round(10 * h) }, mean);
    expect(Math.abs(ours / runLength - 1)).toBeLessThan(1e-6);
  }
});

test('a limit of one call above a reference of one is the chance of two calls in a week', () => {
  const chance = 1 - Math.exp(-0.6) * 1.6;
  expect(averageRunLength({ unit: 1, reference: 1, limit: 1 }, 0.6)).toBeCloseTo(1 / chance, 10);
});

test('the run length is the one that a simulation meets', () => {
  const random = randomFrom(4);
  let weeks = 0;
  for (let run = 0; run < 1500; run++) {
    for (let sum = 0; sum < 6; weeks++) sum = Math.max(0, sum + poisson(random, 4) - 5);
  }
  const chain = averageRunLength({ unit: 1, reference: 5, limit: 6 }, 4);
  expect(Math.abs(weeks / 1500 / chain - 1)).toBeLessThan(0.08);
});

test('the limit is the lowest with the wanted run length', () => {
  const limit = limitFor(300, 0.5, 11, 5);
  const at = (steps: number) => averageRunLength({ unit: 0.5, reference: 11, limit: steps }, 5);
  expect(at(limit)).toBeGreaterThanOrEqual(300);
  expect(at(limit - 1)).toBeLessThan(300);
});

test('the sums agree with R surveillance::algo.cusum', () => {
  const { counts, from, k, h, sums, alarm } = witness;
  const found = findShifts([one(counts)], { watchedWeeks: counts.length - from, usual: 5, k, h }).findings[0];
  expect(found?.sums.map((sum) => sum.toFixed(6))).toEqual(sums.map((sum) => sum.toFixed(6)));
  expect(found?.signalWeek).toBe(from + alarm.indexOf(1));
  expect(found?.verdict).toBe('unusual');
});

test('a lasting rise of a third is found, a single busy week of as many calls is not', () => {
  const steady = Array.from({ length: 78 }, (_, week) => 8 + (week % 3));
  const lasting = steady.map((count, week) => (week >= 66 ? count + 3 : count));
  const single = steady.map((count, week) => (week === 60 ? count + 8 : count));
  const verdicts = findShifts([one(lasting), one(single), one(steady)]).findings.map(({ verdict }) => verdict);
  expect(verdicts).toEqual(['unusual', 'usual', 'usual']);
});

// The trap of the row: the run length takes the level as known.
test('a level taken one standard error too low brings false signals twice as soon', () => {
  const runs = Array.from({ length: 300 }, (_, seed) => one(drawn(seed + 1, 100, 9)));
  const signaled = (usual: number) =>
    findShifts(runs, { watchedWeeks: 100, runLength: 500, usual }).findings.filter(
      ({ signalWeek }) => signalWeek !== null,
    );
  expect(signaled(9).length / 300).toBeLessThan(0.25);
  expect(signaled(9 - Math.sqrt(9 / 52)).length).toBeGreaterThan(1.5 * signaled(9).length);
});

test('what has no chart is left out by name', () => {
  const silent = new Array<number>(78).fill(0);
  expect(findShifts([one(drawn(1, 77, 5)), one(silent), one([])]).leftOut.map(({ reason }) => reason)).toEqual([
    'short-history',
    'no-past-calls',
    'short-history',
  ]);
});

test('the order of the series does not change the answer', () => {
  const [a, b] = [one(drawn(1, 90, 5), 'a'), one(drawn(2, 90, 30), 'b')];
  expect(findShifts([a, b]).findings.toReversed()).toEqual(findShifts([b, a]).findings);
});
