import { expect, test } from 'vitest';
import { findBeforeAfter } from '#analysis/before-after/before-after.ts';

const year = { daysBefore: 365, daysAfter: 365 };

// Wheeler and Ratcliffe (2018), Crime Science 7:11; also the tests of the authors' program.
test('the paper’s example gives its published values', () => {
  const { findings } = findBeforeAfter({
    ...year,
    control: [308, 318],
    treated: [207, 110],
    displacedControl: [150, 140],
    displaced: [178, 157],
  });
  const [found] = findings;
  expect(found).toMatchObject({ local: -107, total: -118, verdict: 'fewer', observed: 110, expected: 217 });
  expect((found?.totalError ?? 0) ** 2).toBeCloseTo(1568, 9);
  expect(found?.z).toBeCloseTo(-2.98, 2);
  expect([Math.round(found?.low ?? 0), Math.round(found?.high ?? 0)]).toEqual([-196, -40]);
});

test('it says too early and no clear change when so', () => {
  const counts = { control: [20, 20], treated: [20, 10] } as const;
  expect(findBeforeAfter({ ...counts, ...year }).findings[0]).toMatchObject({ total: -10, verdict: 'no-clear-change' });
  expect(findBeforeAfter({ ...counts, daysBefore: 365, daysAfter: 20 }).findings[0]?.verdict).toBe('too-early');
});

test('what cannot be judged is left out by name', () => {
  const none = { control: [0, 0], treated: [0, 0] } as const;
  expect(findBeforeAfter({ ...none, ...year }).leftOut[0]?.reason).toBe('no-calls');
  expect(findBeforeAfter({ ...none, daysBefore: 5, daysAfter: -1 }).leftOut[0]?.reason).toBe('reversed-dates');
});
