import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectedBand } from '#analysis/spike/expected-band.ts';
import { findSpikes, type WeeklySeries } from '#analysis/spike/spike.ts';
import { quietCity } from '#test/fixture/methods/quiet-city.ts';
import { negativeBinomial, randomFrom } from '#test/fixture/methods/random.ts';
import witness from '#test/fixture/methods/spike.json' with { type: 'json' };

const series = (counts: number[], areaId = 'oak-park', category = 'noise'): WeeklySeries => ({
  areaId,
  category,
  counts,
});
const judge = (counts: number[]) => findSpikes([series(counts)]).findings[0];
const repeated = (pattern: number[], weeks: number) =>
  Array.from({ length: weeks }, (_, week) => pattern[week % pattern.length] ?? 0);

test('a season of history is judged as R judges it from the written definition', () => {
  for (const { counts, expected, p, low, high } of witness.season) {
    const finding = findSpikes([series(counts)], { farringtonYears: Number.POSITIVE_INFINITY }).findings[0];
    const byExactTest = finding?.method === 'c-test';
    if (byExactTest) throw new Error('the fixture is meant for the negative binomial');
    expect(finding?.expected).toBeCloseTo(expected, 9);
    expect(finding?.p).toBeCloseTo(p, 9);
    expect([finding?.low, finding?.high]).toEqual([low, high]);
  }
});

test('a week far above its season is unusual, and the answer says what was expected', () => {
  const finding = judge([...repeated([8, 11, 9, 12, 10], 104), 31]);
  expect(finding).toMatchObject({ observed: 31, verdict: 'unusual', direction: 'above', method: 'negative-binomial' });
  expect(finding?.expected).toBeCloseTo(10, 0);
  expect(finding?.weeksOfHistory).toBe(104);
});

test('a short history is compared with its last eight weeks by the C-test', () => {
  expect(judge([50, 50, 50, 2, 3, 2, 1, 3, 2, 2, 1, 14])).toMatchObject({
    method: 'c-test',
    expected: 2,
    verdict: 'unusual',
    weeksOfHistory: 11,
  });
});

test('one call becoming three is never an alarm', () => {
  for (const past of [7, 8, 20, 60, 104, 220]) {
    for (const every of [1, 4, 8]) {
      const counts = Array.from({ length: past }, (_, week) => ((past - 1 - week) % every === 0 ? 1 : 0));
      const verdicts = findSpikes([series([...counts, 3])]).findings.map((finding) => finding.verdict);
      expect(verdicts.every((verdict) => verdict === 'usual')).toBe(true);
    }
  }
});

test('the method follows the length of the history', () => {
  const methodAt = (past: number) => judge([...repeated([8, 11, 9, 12, 10], past), 31])?.method;
  expect([8, 54].map(methodAt)).toEqual(['c-test', 'c-test']);
  expect([55, 158].map(methodAt)).toEqual(['negative-binomial', 'negative-binomial']);
  expect([159, 300].map(methodAt)).toEqual(['farrington', 'farrington']);
});

test('with three years of past a quiet series is not judged, but counts as a look', () => {
  const busy = series([...repeated([8, 11, 9, 12, 10], 220), 31], 'busy');
  const quiet = series([...repeated([2, 3], 216), 0, 0, 1, 0, 1], 'quiet');
  const { findings, leftOut } = findSpikes([busy, quiet]);
  expect(leftOut).toEqual([{ what: 'quiet noise', reason: 'too-few-calls' }]);
  expect(findings[0]?.q).toBeCloseTo(2 * (findings[0]?.p ?? 0), 15);
});

test('a calibrated threshold replaces the nominal one', () => {
  const counts = [...repeated([8, 11, 9, 12, 10], 104), 18];
  const p = judge(counts)?.p ?? 0;
  const verdictAt = (watchP: number) => findSpikes([series(counts)], { watchP, unusualQ: 1e-9 }).findings[0]?.verdict;
  expect([verdictAt(p * 1.01), verdictAt(p * 0.99)]).toEqual(['watch', 'usual']);
});

test('a quieter week is marked as below, not as a spike', () => {
  expect(judge([...repeated([28, 31, 29, 32, 30], 104), 9])).toMatchObject({ direction: 'below', verdict: 'usual' });
});

test('a spike of long ago does not hide the one of this week', () => {
  const past = repeated([8, 11, 9, 12, 10], 104);
  past[101] = 60;
  expect(judge([...past, 31])?.verdict).toBe('unusual');
});

test('what cannot be judged is left out with its reason', () => {
  const { findings, leftOut } = findSpikes([
    series([4, 9], 'new-beat'),
    series([], 'empty'),
    series(repeated([0], 60), 'silent'),
    series([0, 0, 0, 0, 1, 0, 0, 0, 0, 0], 'rare'),
  ]);
  expect(findings).toEqual([]);
  expect(leftOut).toEqual([
    { what: 'new-beat noise', reason: 'short-history' },
    { what: 'empty noise', reason: 'short-history' },
    { what: 'silent noise', reason: 'no-past-calls' },
    { what: 'rare noise', reason: 'too-few-calls' },
  ]);
});

test('a burst where nothing was ever called in is judged by the exact test', () => {
  expect(judge([...repeated([0], 60), 6])).toMatchObject({ method: 'c-test', verdict: 'unusual', expected: 0 });
});

test('the options used are printed with the answer', () => {
  expect(findSpikes([], { unusualQ: 0.01 }).options).toMatchObject({ unusualQ: 0.01, shortWeeks: 8, level: 0.95 });
});

const someSeries = fc.array(
  fc.record({
    areaId: fc.uuid(),
    category: fc.constantFrom('noise', 'theft'),
    counts: fc.array(fc.nat(25), { minLength: 0, maxLength: 130 }),
  }),
  { maxLength: 12 },
);

test('the order of the series does not change the answer', () => {
  fc.assert(
    fc.property(
      someSeries.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        expect(findSpikes(shuffled).findings).toEqual(findSpikes(all).findings);
      },
    ),
    { numRuns: 25 },
  );
});

test('looking at fewer series changes no p, and every number of every finding is finite', () => {
  fc.assert(
    fc.property(someSeries, fc.nat(12), (all, cut) => {
      const whole = new Map(
        findSpikes(all).findings.map((finding) => [`${finding.areaId} ${finding.category}`, finding.p]),
      );
      for (const finding of [all.slice(0, cut), all.slice(cut)].flatMap((part) => findSpikes(part).findings)) {
        expect(finding.p).toBe(whole.get(`${finding.areaId} ${finding.category}`));
        for (const value of Object.values(finding)) expect(value).not.toBeNaN();
        expect(finding.low).toBeLessThanOrEqual(finding.high);
      }
    }),
    { numRuns: 25 },
  );
});

test('every series is a finding or is left out', () => {
  fc.assert(
    fc.property(someSeries, (all) => {
      const { findings, leftOut } = findSpikes(all);
      expect(findings.length + leftOut.length).toBe(all.length);
    }),
    { numRuns: 25 },
  );
});

test('more calls in the judged week never make it less unusual', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(20), { minLength: 8, maxLength: 120 }),
      fc.integer({ min: 2, max: 40 }),
      (past, count) => {
        const [less, more] = [judge([...past, count]), judge([...past, count + 1])];
        if (less && more) expect(more.p).toBeLessThanOrEqual(less.p + 1e-12);
      },
    ),
    { numRuns: 60 },
  );
});

test('expectedBand gives each week the range that judging it then would have given', () => {
  const random = randomFrom(7);
  const counts = Array.from({ length: 90 }, () => negativeBinomial(random, 12, 0.05));
  expectedBand(counts).forEach((band, week) => {
    const finding = judge(counts.slice(0, week + 1));
    expect(band).toEqual(finding ? { low: finding.low, high: finding.high } : null);
  });
});

test('a city without any change has about one false alarm a week', () => {
  for (const weeks of [63, 130, 219]) {
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const alarms = seeds.map(
      (seed) => findSpikes(quietCity(seed, weeks)).findings.filter((finding) => finding.verdict !== 'usual').length,
    );
    const aWeek = alarms.reduce((a, b) => a + b, 0) / seeds.length;
    expect(aWeek).toBeGreaterThan(0.3);
    expect(aWeek).toBeLessThan(1.9);
  }
});

// At the same budget of one false alarm a week over 600 series, a negative binomial on 52 weeks finds 31 % of
// four-sd spikes and one on the same season of four years 37 % (methods notes, measured by simulation).
test('a spike of four standard deviations is found about as often as the best rule measured', () => {
  const city = quietCity(11, 219);
  const found = city.filter(({ counts, sd }, i) => {
    const spiked = Array.from(counts);
    spiked[218] = (spiked[218] ?? 0) + Math.round(4 * sd);
    const others = city.filter((_, other) => other !== i && other % 20 === 0);
    const finding = findSpikes([series(spiked, 'spiked'), ...others]).findings.find((one) => one.areaId === 'spiked');
    return finding !== undefined && finding.p <= 1 / 600;
  });
  expect(found.length / city.length).toBeGreaterThan(0.33);
});
