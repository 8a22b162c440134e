import { expect, test } from 'vitest';
import { findEarlyWarnings } from '#analysis/early-warning/early-warning.ts';

const TODAY = '2026-12-14';
const heard = (...days: string[]) => days.map((heardOn, at) => ({ id: `C-${at}`, heardOn }));
const series = (subject: string, days: string[], more = {}) => ({
  subject,
  concerns: heard(...days),
  openConcerns: [],
  ...more,
});

// By hand: two of two in a quarter of the time, (1/4)² = 1/16; two or more of three, 3·(1/16)·(3/4) + 1/64 = 10/64.
test('the tails are those of the binomial, worked out by hand', () => {
  const { findings } = findEarlyWarnings(
    [series('two', ['2026-12-01', '2026-12-10']), series('three', ['2026-07-01', '2026-12-01', '2026-12-10'])],
    TODAY,
  );
  expect(findings.map(({ subject, tail }) => [subject, tail])).toEqual([
    ['two', expect.closeTo(1 / 16, 12)],
    ['three', expect.closeTo(10 / 64, 12)],
  ]);
});

test('a slow rise is listed before it has four concerns; a steady subject is not', () => {
  const rising = series('rising', ['2026-08-20', '2026-10-30', '2026-11-28']);
  const steady = series('steady', ['2026-05-01', '2026-06-10', '2026-07-20', '2026-08-30', '2026-10-10', '2026-11-20']);
  expect(findEarlyWarnings([rising, steady], TODAY).findings.map(({ subject }) => subject)).toEqual(['rising']);
});

test('rising calls beside rising concerns and an old open one come first, each with its rows', () => {
  const weeklyCalls = [...Array(26).fill(2), ...Array(8).fill(4)];
  const openConcerns = [{ id: 'C-9', since: '2026-08-01' }];
  const days = ['2026-12-01', '2026-12-10'];
  const { findings } = findEarlyWarnings([series('a', days), series('b', days, { weeklyCalls, openConcerns })], TODAY);
  expect(findings.map(({ subject }) => subject)).toEqual(['b', 'a']);
  expect(findings[0]?.evidence.map(({ signal }) => signal)).toEqual(['concerns', 'calls', 'old-open']);
  expect(findings[0]?.evidence[2]?.rows).toEqual(['C-9']);
});

test('one concern is no rise, and is said to be left out; what comes after today is not looked at', () => {
  const { findings, leftOut } = findEarlyWarnings([series('one', ['2026-12-01', '2026-12-20'])], TODAY);
  expect(findings).toEqual([]);
  expect(leftOut).toContainEqual({ what: 'one', reason: 'one-concern' });
});
