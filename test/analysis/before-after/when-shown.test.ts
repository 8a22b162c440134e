import { expect, test } from 'vitest';
import { findBeforeAfter } from '#analysis/before-after/before-after.ts';
import { weeksUntilShown } from '#analysis/before-after/when-shown.ts';
import { poisson, randomFrom } from '#test/fixture/methods/random.ts';

test.each([
  [6, 4, 0.7],
  [12, 3, 0.7],
  [3, 2, 0.5],
])(
  'of %d calls a week beside %d, a fall to %d is found four times in five after the weeks that were named',
  (treated, control, left) => {
    const weeks = weeksUntilShown({ treated, control }, left, 520) ?? 0;
    const found = (span: number, seed: number) => {
      const random = randomFrom(seed);
      const draw = (mean: number) => poisson(random, mean * span);
      const drawn = Array.from({ length: 2000 }, () =>
        findBeforeAfter(
          {
            treated: [draw(treated), draw(treated * left)],
            control: [draw(control), draw(control)],
            ...{ daysBefore: 7 * span, daysAfter: 7 * span },
          },
          { minDays: 0, minCalls: 0 },
        ),
      );
      return drawn.filter(({ findings: [one] }) => one?.verdict === 'fewer').length / drawn.length;
    };
    expect(found(weeks, 11)).toBeGreaterThan(0.77);
    expect(found(weeks, 11)).toBeLessThan(0.86);
    expect(found(Math.floor(weeks / 2), 12)).toBeLessThan(0.65);
  },
);

test('a smaller fall, fewer calls and a busier control take longer, and too long is no number', () => {
  const weeks = (treated: number, control: number, left: number) =>
    weeksUntilShown({ treated, control }, left, 52) ?? 99;
  expect(weeks(6, 4, 0.7)).toBeGreaterThan(weeks(6, 4, 0.5));
  expect(weeks(6, 4, 0.7)).toBeGreaterThan(weeks(12, 4, 0.7));
  expect(weeks(6, 8, 0.7)).toBeGreaterThan(weeks(6, 4, 0.7));
  expect(weeksUntilShown({ treated: 1, control: 1 }, 0.7, 52)).toBeNull();
  expect(weeksUntilShown({ treated: 0, control: 1 }, 0.5, 52)).toBeNull();
});
