import { expect, test } from 'vitest';
import { EARS_DEFAULTS, type EarsRule, findEars } from '#analysis/ears/ears.ts';
import witness from '#test/fixture/methods/ears.json' with { type: 'json' };

const named = new Map(Object.entries(witness.series));
const one = (counts: readonly number[], areaId = 'oak-park') => ({ areaId, category: 'noise', counts });
const repeated = (pattern: readonly number[], days: number) =>
  Array.from({ length: days }, (_, day) => pattern[day % pattern.length] ?? 0);

test('limits and alarms agree with R surveillance::earsC', () => {
  for (const { series, method, baseline, minSigma, alpha, first, upper, alarm } of witness.cases) {
    const counts = named.get(series) ?? [];
    const rule = method as EarsRule; // the fixture holds the rule's name as a plain string
    const options = {
      rules: [rule],
      baseline,
      minSigma,
      days: upper.length,
      alpha: { ...EARS_DEFAULTS.alpha, [rule]: alpha },
    };
    const { findings } = findEars([one(counts)], options);
    expect(findings.map(({ day }) => day + 1)).toEqual(upper.map((_, i) => first + i));
    findings.forEach((finding, i) => {
      expect(Math.abs(finding.upper - (upper[i] ?? 0))).toBeLessThan(1e-9 * Math.max(1, upper[i] ?? 0));
      expect(finding.verdict).toBe(alarm[i] === 1 ? 'watch' : 'usual');
    });
  }
});

test('by default the last day is judged by all three rules', () => {
  const { findings, options } = findEars([one([...repeated([4, 6, 5], 30), 15])]);
  expect(findings.map(({ rule, verdict }) => `${rule} ${verdict}`)).toEqual(['C1 watch', 'C2 watch', 'C3 usual']);
  expect(options.alpha).toEqual({ C1: 0.001, C2: 0.001, C3: 0.025 });
});

test('three raised days in a row ring by C3 where no single one does', () => {
  const days = [...repeated([4, 6, 5, 3, 7], 30), 9, 9, 7];
  const rings = (rule: EarsRule) => findEars([one(days)], { rules: [rule] }).findings[0]?.verdict;
  expect([rings('C1'), rings('C2'), rings('C3')]).toEqual(['usual', 'usual', 'watch']);
});

test('too short a past and a past without scatter are named', () => {
  expect(findEars([one([1, 2, 3])], { rules: ['C1'] }).leftOut).toEqual([
    { what: 'oak-park noise C1', reason: 'short-history' },
  ]);
  expect(findEars([one([...repeated([2], 20), 9])], { rules: ['C2'] }).leftOut[0]?.reason).toBe('no-scatter');
  expect(findEars([one([...repeated([2], 20), 9])], { rules: ['C2'], minSigma: 1 }).findings[0]?.verdict).toBe('watch');
  expect(findEars([one([])]).findings).toEqual([]);
  expect(() => findEars([], { baseline: 2 })).toThrow(RangeError);
});

test('the company and the order of other series change nothing', () => {
  const [a, b] = [one(repeated([4, 6, 5, 9], 40), 'a'), one(repeated([1, 0, 3], 40), 'b')];
  const both = findEars([b, a], { days: 5 }).findings;
  expect(both.filter(({ areaId }) => areaId === 'a')).toEqual(findEars([a], { days: 5 }).findings);
});
