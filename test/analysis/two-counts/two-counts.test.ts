import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Interval } from '#analysis/shared/ratio-limits.ts';
import { compareTwoCounts, type TwoCounts } from '#analysis/two-counts/two-counts.ts';
import witness from '#test/fixture/methods/two-counts.json' with { type: 'json' };

const pair = (now: number, nowExposure: number, before: number, beforeExposure: number): TwoCounts => ({
  areaId: 'oak-park',
  category: 'noise',
  now,
  nowExposure,
  before,
  beforeExposure,
});
const compare = (...counts: Parameters<typeof pair>) => compareTwoCounts([pair(...counts)]).findings[0];
const near = (ours: unknown, theirs: unknown) => {
  if (typeof ours !== 'number' || typeof theirs !== 'number') return expect(ours).toEqual(theirs);
  return expect(Math.abs(ours - theirs)).toBeLessThan(1e-8 * Math.max(1, Math.abs(theirs)));
};
const nearLimits = (ours: Interval | string | undefined, theirs: object | string) => {
  if (typeof ours !== 'object' || typeof theirs !== 'object') return expect(ours).toEqual(theirs);
  for (const [end, value] of Object.entries(theirs)) near(ours[end === 'low' ? 'low' : 'high'], value);
};

test('p, limits and q agree with R poisson.test, binom.test and p.adjust', () => {
  const { findings } = compareTwoCounts(witness.cases.map((one) => ({ areaId: 'a', category: 'b', ...one })));
  findings.forEach((finding, i) => {
    const theirs = witness.cases[i];
    if (theirs === undefined) throw new Error('one finding for each case');
    near(finding.p, theirs.p);
    near(finding.pExact, theirs.pExact);
    near(finding.pFewer, theirs.pFewer);
    near(finding.q, witness.q[i]);
    nearLimits(finding.nowLimits, theirs.nowLimits);
    nearLimits(finding.beforeLimits, theirs.beforeLimits);
    nearLimits(finding.ratioLimits, theirs.ratioLimits);
    nearLimits(finding.logLimits, theirs.logLimits);
  });
});

// Wheeler's case: 0.44 by the two-sided E-test, which takes both windows for equally long; 0.005 by the C-test.
test('three in one week after one in eight weeks is 0.005, unusual, and no percent is named', () => {
  const finding = compare(3, 1, 1, 8);
  expect(finding?.pExact).toBeCloseTo(0.005, 3);
  expect(finding).toMatchObject({ verdict: 'unusual', percent: 'base-under-10', expected: 0.125, direction: 'above' });
});

test('a base of nothing has no ratio, one of ten a percent', () => {
  expect(compare(9, 7, 0, 28)).toMatchObject({ ratio: 'zero-base', logLimits: 'zero-count', percent: 'base-under-10' });
  expect(compare(15, 7, 10, 7)?.percent).toBeCloseTo(50, 12);
  expect(compare(15, 7, 9, 7)?.percent).toBe('base-under-10');
});

test('a leap year is a day longer: as many calls in it are a lower rate', () => {
  expect(compare(366, 366, 365, 365)?.ratio).toBeCloseTo(1, 12);
  expect(Number(compare(365, 366, 365, 365)?.ratio)).toBeLessThan(1);
});

test('fewer calls are never called unusual, and are marked as below', () => {
  expect(compare(2, 7, 40, 7)).toMatchObject({ verdict: 'usual', direction: 'below' });
});

test('what cannot be compared is left out by name', () => {
  const broken = [pair(3, 0, 1, 8), pair(3, 1, 1, -8), pair(0, 1, 0, 8), pair(2.5, 1, 1, 8), pair(Number.NaN, 1, 1, 8)];
  expect(compareTwoCounts(broken).leftOut.map(({ reason }) => reason)).toEqual([
    'no-exposure',
    'no-exposure',
    'no-calls',
    'not-a-count',
    'not-a-count',
  ]);
  expect(compareTwoCounts([]).findings).toEqual([]);
});

test('the unit of time changes no number, and more calls never make a rise less unusual', () => {
  fc.assert(
    fc.property(
      fc.nat(60),
      fc.nat(200),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 400 }),
      (now, before, e1, e2) => {
        const [days, hours] = [compare(now, e1, before, e2), compare(now, 24 * e1, before, 24 * e2)];
        if (days === undefined || hours === undefined) return;
        near(days.p, hours.p);
        near(days.expected, hours.expected);
        expect([days.low, days.high]).toEqual([hours.low, hours.high]);
        expect(compare(now + 1, e1, before, e2)?.p ?? 1).toBeLessThanOrEqual(days.p + 1e-12);
        for (const value of Object.values(days)) expect(value).not.toBeNaN();
      },
    ),
    { numRuns: 100 },
  );
});
