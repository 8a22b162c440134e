import { expect, test } from 'vitest';
import { BUDGET_DEFAULTS, calibrateBudget, realize, thresholdFrom } from '#analysis/spike/budget.ts';
import { findSpikes } from '#analysis/spike/spike.ts';
import { quietCity } from '#test/fixture/methods/quiet-city.ts';

const week = (...p: number[]) => ({ week: 0, looks: 100, p });

test('the threshold lets through as many former alarms as the budget allows', () => {
  const weeks = [week(0.001, 0.02), week(0.004), week(), week(0.0005)];
  const rung = (threshold: number) => weeks.flatMap(({ p }) => p).filter((p) => p <= threshold).length;
  expect([0.25, 0.5, 0.75].map((budget) => rung(thresholdFrom(weeks, budget)))).toEqual([1, 2, 3]);
});

test('a budget smaller than one alarm in all asks for more than the rarest week seen', () => {
  expect(thresholdFrom([week(0.001), week(0.01)], 0.1)).toBeCloseTo(0.0002, 12);
});

test('where nothing ever stood out the nominal threshold is kept, and a budget that cannot be spent takes all', () => {
  expect(thresholdFrom([week(), week()], 1)).toBe(0.01);
  expect(thresholdFrom([week(0.02), week(0.001)], 3)).toBe(0.03);
});

test('a held-out week is tried with the threshold of the weeks before it only', () => {
  const calm = Array.from({ length: 26 }, () => week(0.01));
  const options = { ...BUDGET_DEFAULTS, heldOutWeeks: 1 };
  const byHalf = (before: Parameters<typeof thresholdFrom>[0]) => thresholdFrom(before, 0.5);
  expect(realize([...calm, week(1e-9, 0.02)], options, byHalf)).toEqual({ weeks: 1, alarms: 1, alarmsAWeek: 1 });
  expect(realize(calm.slice(0, 13), options, byHalf)).toBeNull();
});

test('on held-out weeks of a city without any change the budget holds within 30 percent', () => {
  const city = quietCity(3, 240, 300);
  const found = calibrateBudget(city, { falseAlarmsAWeek: 2, calibrationWeeks: 78 }).findings[0];
  expect(found?.realized?.weeks).toBe(52);
  expect(Math.abs((found?.realized?.alarmsAWeek ?? 0) / 2 - 1)).toBeLessThan(0.3);
  expect(found?.watchP).toBeGreaterThan(0);
});

test('a larger budget never makes the list shorter', () => {
  const city = quietCity(5, 120, 60);
  const listed = [0.2, 1, 4].map((falseAlarmsAWeek) => {
    const watchP = calibrateBudget(city, { falseAlarmsAWeek }).findings[0]?.watchP ?? null;
    return findSpikes(city, { watchP }).findings.filter(({ verdict }) => verdict !== 'usual').length;
  });
  expect(listed).toEqual([...listed].sort((a, b) => a - b));
});

test('too short a past gives no threshold, and says so', () => {
  expect(calibrateBudget(quietCity(1, 15, 5))).toMatchObject({
    findings: [],
    leftOut: [{ what: 'the threshold', reason: 'short-history' }],
  });
  expect(calibrateBudget([]).leftOut).toHaveLength(1);
});
