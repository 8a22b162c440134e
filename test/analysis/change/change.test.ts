import { expect, test } from 'vitest';
import { judgeChange } from '#analysis/change/change.ts';

const half = { beforeWeeks: 26, afterWeeks: 26 };

// Wheeler, ptools, tests/testthat: wdd(control, treated), and the counts of Wheeler and Ratcliffe (2018).
test.each([
  { control: [20, 20], treated: [20, 10], difference: -10, variance: 70 },
  { control: [308, 318], treated: [207, 110], difference: -107, variance: 943 },
])(
  'the difference of differences is $difference, as its authors have it',
  ({ control, treated, difference, variance }) => {
    const [compareBefore = 0, compareAfter = 0] = control;
    const [before = 0, after = 0] = treated;
    const change = judgeChange({ ...half, before, after, compareBefore, compareAfter });
    expect(change.difference).toBe(difference);
    expect(change.standardError ** 2).toBeCloseTo(variance, 6);
  },
);

test('periods of unequal length are stretched before they are compared', () => {
  const change = judgeChange({
    beforeWeeks: 52,
    before: 104,
    afterWeeks: 13,
    after: 26,
    compareBefore: null,
    compareAfter: null,
  });
  expect(change).toMatchObject({ expected: 26, difference: 0, verdict: 'no-clear-change' });
});

test('seven weeks, or nine counts, are too early whatever they say', () => {
  const bare = { compareBefore: null, compareAfter: null };
  expect(judgeChange({ ...half, ...bare, afterWeeks: 7, before: 200, after: 0 }).verdict).toBe('too-early');
  expect(judgeChange({ ...half, ...bare, before: 9, after: 0 }).verdict).toBe('too-early');
  expect(judgeChange({ ...half, ...bare, before: 10, after: 0 }).verdict).toBe('fewer');
});
