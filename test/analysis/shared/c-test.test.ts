import { expect, test } from 'vitest';
import { cTestLower, cTestRange, cTestUpper } from '#analysis/shared/c-test.ts';
import { poisson, randomFrom } from '#test/fixture/methods/random.ts';
import witness from '#test/fixture/methods/spike.json' with { type: 'json' };

test('the mid-p agrees with R pbinom', () => {
  for (const { count, past, pastWeeks, upper } of witness.cTest) {
    expect(Math.abs(cTestUpper(count, past, pastWeeks) / upper - 1)).toBeLessThan(1e-9);
  }
});

// Wheeler, "Checking a Poisson distribution fit" and the C- and E-test comparison: 3 in 1 week after 1 in 8 weeks
// is 0.005 by the C-test (R binom.test), not the 0.44 of the two-sided E-test. Mid-p takes half of the equal case off.
test('three calls in one week after one in eight weeks are 0.005, not 0.44', () => {
  const half = 0.5 * 4 * (1 / 9) ** 3 * (8 / 9);
  expect(cTestUpper(3, 1, 8) + half).toBeCloseTo(0.00503, 5);
});

test('the usual range is the one R finds by trying every count', () => {
  for (const { past, pastWeeks, low, high } of witness.cTest) {
    expect(cTestRange(past, pastWeeks, 0.025)).toEqual({ low, high });
  }
});

test('both tails together are the whole', () => {
  for (const { count, past, pastWeeks } of witness.cTest) {
    expect(cTestUpper(count, past, pastWeeks) + cTestLower(count, past, pastWeeks)).toBeCloseTo(1, 12);
  }
});

// Two single periods without any change: 2(√after - √before) passes 3 in 9.1 to 3.5 % of the cases, the form that
// knows its exposure in 0.03 to 0.28 % (simulation of 200,000 draws per mean, product notes 3.1).
test.each([
  [2, 0.091, 0.0003],
  [4, 0.052, 0.0023],
  [9, 0.039, 0.0028],
])(
  'at a mean of %d the square-root rule cries wolf as often as published, the corrected one does not',
  (mean, naive, right) => {
    const random = randomFrom(mean);
    const draws = 60_000;
    let [naiveAlarms, rightAlarms, cTestAlarms] = [0, 0, 0];
    for (let i = 0; i < draws; i++) {
      const [before, after] = [poisson(random, mean), poisson(random, mean)];
      if (Math.abs(2 * (Math.sqrt(after) - Math.sqrt(before))) > 3) naiveAlarms++;
      if (Math.abs(2 * (Math.sqrt(after + 3 / 8) - Math.sqrt(before + 3 / 8))) / Math.SQRT2 > 3) rightAlarms++;
      if (before + after > 0 && cTestUpper(after, before, 1) < 0.00135) cTestAlarms++;
    }
    expect(naiveAlarms / draws).toBeCloseTo(naive, 2);
    expect(Math.abs(rightAlarms / draws - right)).toBeLessThan(0.0008);
    expect(cTestAlarms / draws).toBeLessThan(0.002); // the same one-sided level, kept
  },
);
