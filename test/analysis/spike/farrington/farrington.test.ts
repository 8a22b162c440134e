import { expect, test } from 'vitest';
import { findFarrington } from '#analysis/spike/farrington/farrington.ts';
import type { FarringtonOptions } from '#analysis/spike/farrington/options.ts';
import witness from '#test/fixture/methods/farrington.json' with { type: 'json' };

const named = new Map(Object.entries(witness.series));
const close = (ours: number | null, theirs: number | null) => {
  if (ours === null || theirs === null) return expect(ours).toBe(theirs);
  return expect(Math.abs(ours - theirs)).toBeLessThan(1e-6 * Math.max(1, Math.abs(theirs)));
};

test('every number agrees with R surveillance::farringtonFlexible', () => {
  let judged = 0;
  for (const { series, weeks, expected, upper, p, dispersion, slope, alarm, ...settings } of witness.cases) {
    const counts = named.get(series) ?? [];
    // The fixture holds the method's name as a plain string.
    const options = { ...settings, thresholdMethod: settings.thresholdMethod as FarringtonOptions['thresholdMethod'] };
    weeks.forEach((week, i) => {
      const one = { areaId: series, category: `week ${week}`, counts: counts.slice(0, week) };
      const { findings, leftOut } = findFarrington([one], options);
      const finding = findings[0];
      if (finding === undefined) {
        expect(expected[i], `${series} ${week}`).toBeNull();
        expect(leftOut[0]?.reason).toBe('too-few-calls');
        return;
      }
      judged++;
      close(finding.expected, expected[i] ?? null);
      close(finding.upper, upper[i] ?? null);
      close(finding.p, p[i] ?? null);
      close(finding.dispersion, dispersion[i] ?? null);
      close(finding.slope, slope[i] ?? null);
      expect(finding.verdict).toBe(alarm[i] === 1 ? 'unusual' : 'usual');
    });
  }
  expect(judged).toBeGreaterThan(200);
});

const one = (counts: number[]) => ({ areaId: 'oak-park', category: 'noise', counts });
const steady = (weeks: number, level: number) => Array.from({ length: weeks }, (_, week) => level + (week % 3) - 1);

test('fewer than five calls in four weeks are not judged, and a week without calls is a zero', () => {
  const silent = [...steady(300, 6).slice(0, 296), 0, 0, 0, 4];
  expect(findFarrington([one(silent)]).leftOut).toEqual([{ what: 'oak-park noise', reason: 'too-few-calls' }]);
  expect(findFarrington([one([...silent.slice(0, -1), 5])]).findings[0]).toMatchObject({
    observed: 5,
    verdict: 'usual',
  });
});

test('a rise that began within half a year does not hide itself', () => {
  const rising = steady(300, 8).map((count, week) => (week > 290 ? count + 12 : count));
  expect(findFarrington([one(rising)]).findings[0]?.expected).toBeCloseTo(8, 0);
});

test('a former spike in the same weeks hardly lifts the limit', () => {
  const plain = steady(300, 10);
  const spiked = plain.map((count, week) => (week === 300 - 1 - 104 ? 60 : count));
  const limit = (counts: number[]) => findFarrington([one(counts)]).findings[0]?.upper ?? 0;
  expect(limit(spiked)).toBeLessThan(limit(plain) + 5);
});

test('too short a history, no calls at all and nothing to look at have their reasons', () => {
  expect(findFarrington([one(steady(263, 5))]).leftOut).toEqual([{ what: 'oak-park noise', reason: 'short-history' }]);
  expect(findFarrington([one(steady(264, 5))]).findings).toHaveLength(1);
  expect(findFarrington([one(new Array<number>(300).fill(0))]).leftOut[0]?.reason).toMatch(/too-few-calls|no-model/);
  expect(findFarrington([one([])]).leftOut).toHaveLength(1);
  expect(findFarrington([])).toMatchObject({ findings: [], leftOut: [] });
});

test('equal counts every week have a limit, and no number is missing', () => {
  const finding = findFarrington([one(new Array<number>(300).fill(7))]).findings[0];
  expect(finding).toMatchObject({ observed: 7, dispersion: 1, verdict: 'usual' });
  for (const value of Object.values(finding ?? {})) expect(value).not.toBeNaN();
});

test('what came after a week changes nothing about it, nor does the company of other series', () => {
  const counts = named.get('usual') ?? [];
  const [whole, cut] = [
    findFarrington([one(counts)], { weeks: 8 }),
    findFarrington([one(counts.slice(0, -5))], { weeks: 3 }),
  ];
  expect(whole.findings.slice(0, 3)).toEqual(cut.findings);
  const beside = findFarrington([one(named.get('busy') ?? []), one(counts)], { weeks: 8 });
  expect(beside.findings.slice(8)).toEqual(whole.findings);
});

test('seasons that do not fit into a year are refused', () => {
  expect(() => findFarrington([one(steady(300, 5))], { noPeriods: 60 })).toThrow(RangeError);
});
