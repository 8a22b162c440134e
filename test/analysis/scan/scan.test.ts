import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewestCalls, highestRatio, logLikelihoodRatio, slotOf } from '#analysis/scan/likelihood.ts';
import type { ScanOptions } from '#analysis/scan/options.ts';
import { recurrenceInWords } from '#analysis/scan/recurrence.ts';
import { findScanClusters, findScanClustersInSteps } from '#analysis/scan/scan.ts';
import type { ScanPlace } from '#analysis/scan/study.ts';
import { planeAround, toLat, toLon } from '#analysis/shared/plane.ts';
import { poisson, randomFrom } from '#test/fixture/methods/random.ts';

// Made by test/fixture/methods/scan.py (numpy, straight from the papers).
const witness = JSON.parse(readFileSync(new URL('../../fixture/methods/scan.json', import.meta.url), 'utf8'));

type Expected = { places: string[]; weeks: number; observed: number; expected: number; ratio: number; p: number };
type Case = { options: Partial<ScanOptions>; counts: number[][]; clusters: Expected[] };

const CENTER = planeAround([-82.55, 35.59]);
function placesAt(xy: readonly (readonly [number, number])[], counts: readonly (readonly number[])[], plane = CENTER) {
  return xy.map(
    ([x, y], i): ScanPlace => ({ id: `p${i}`, lon: toLon(plane, x), lat: toLat(plane, y), counts: counts[i] ?? [] }),
  );
}

describe.each(witness.cases as Case[])('$options', ({ options, counts, clusters }) => {
  const places = counts.map(
    (own, i): ScanPlace => ({
      id: `p${i}`,
      lon: witness.lon[i],
      lat: witness.lat[i],
      residents: witness.residents[i],
      counts: own,
    }),
  );
  const found = findScanClusters(places, { ...options, replications: 499, mostClusters: 3 });

  test('likelihood, calls and expected calls agree with numpy, also of those further down', () => {
    expect(found.findings).toHaveLength(clusters.length);
    clusters.forEach((expected, i) => {
      const cluster = found.findings[i];
      expect(cluster?.logLikelihoodRatio).toBeCloseTo(expected.ratio, 9);
      expect(cluster?.weeks).toBe(expected.weeks);
      expect(cluster?.observed).toBe(expected.observed);
      expect(cluster?.expected).toBeCloseTo(expected.expected, 9);
      expect(cluster?.places.toSorted()).toEqual(expected.places.toSorted());
    });
  });

  test('p agrees with the replicas of numpy', () => {
    clusters.forEach((expected, i) => {
      const spread = Math.sqrt((expected.p * (1 - expected.p) + 0.01) * (1 / 99 + 1 / 499));
      expect(Math.abs((found.findings[i]?.p ?? 2) - expected.p)).toBeLessThan(3.5 * spread);
    });
  });
});

test('the likelihood ratio has the values of its formula', () => {
  // 10 ln(10/4) + 90 ln(90/96)
  expect(logLikelihoodRatio(10, 4, 100)).toBeCloseTo(3.354440416360145, 10);
  expect(logLikelihoodRatio(100, 40, 100)).toBeCloseTo(100 * Math.log(2.5), 10); // all of them inside
  expect(logLikelihoodRatio(4, 4, 100)).toBe(0);
  expect(logLikelihoodRatio(3, 4, 100)).toBe(0); // a lull is no cluster
});

test('a short cut never passes over a cylinder that reaches the level', () => {
  const [level, total] = [5, 2_000];
  const fewest = fewestCalls(level, total, 900);
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 900, noNaN: true }),
      fc.integer({ min: 1, max: total }),
      (expected, calls) => {
        if (logLikelihoodRatio(calls, expected, total) < level) return;
        expect(fewest[slotOf(expected)]).toBeLessThanOrEqual(calls);
      },
    ),
  );
});

test('no ratio is above what is known without a logarithm', () => {
  const total = 2_000;
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 1_000, noNaN: true }),
      fc.integer({ min: 1, max: total }),
      (expected, calls) => {
        if (calls <= expected) return;
        expect(logLikelihoodRatio(calls, expected, total)).toBeLessThanOrEqual(
          highestRatio(calls, expected, total) * (1 + 1e-12) + 1e-12,
        );
      },
    ),
  );
});

const quiet = (weeks: number) => Array.from({ length: weeks }, () => 2);

test('a rise in one corner over the last two weeks is found where and since when it is', () => {
  const xy = Array.from({ length: 25 }, (_, i) => [500 * (i % 5), 500 * Math.floor(i / 5)] as const);
  const counts = xy.map((_, i) => quiet(26).map((count, week) => (i < 2 && week > 23 ? 12 : count)));
  const options = { replications: 199, maxShare: 0.2 };
  const [cluster] = findScanClusters(placesAt(xy, counts), options).findings;
  expect(cluster?.places.toSorted()).toEqual(['p0', 'p1']);
  expect(cluster).toMatchObject({ weeks: 2, fromWeek: 24, observed: 48, p: 0.005, recurrenceWeeks: 200 });
  expect(cluster?.radiusKm).toBeCloseTo(0.5, 3);
});

test('a busy place that was always busy is no cluster of the permutation, but one of the Poisson model', () => {
  const xy = [0, 1, 2, 3, 4, 5].map((i) => [1_000 * i, 0] as const);
  const places = placesAt(
    xy,
    xy.map((_, i) => quiet(12).map((count) => (i === 0 ? 4 * count : count))),
  ).map((place) => ({ ...place, residents: 1_000 }));
  expect(findScanClusters(places, { maxShare: 0.5 })).toMatchObject({
    findings: [],
    leftOut: [{ what: 'scan', reason: 'no-rise' }],
  });
  const [cluster] = findScanClusters(places, { model: 'poisson', maxShare: 0.5, replications: 99 }).findings;
  expect(cluster).toMatchObject({ places: ['p0'], weeks: 6, p: 0.01 });
});

test('places equally far from a center, or on one point, enter together', () => {
  const xy = [
    [0, 0],
    [300, 0],
    [-300, 0],
    [0, 2_000],
    [0, 2_000],
    [4_000, 4_000],
    [-4_000, 4_000],
    [5_000, -4_000],
  ] as const;
  const counts = xy.map((_, i) => [...quiet(8), i === 0 || i === 1 || i === 2 ? 8 : 2, i === 4 ? 9 : 2]);
  const sets = findScanClusters(placesAt(xy, counts), { maxShare: 0.5, replications: 9 }).findings.map(
    ({ places }) => places,
  );
  for (const places of sets) {
    expect(places.includes('p3')).toBe(places.includes('p4'));
    if (places[0] === 'p0') expect(places.includes('p1')).toBe(places.includes('p2'));
  }
  expect(sets.length).toBeGreaterThan(0);
});

test('what cannot be judged is left out with its reason', () => {
  const line = [
    [0, 0],
    [500, 0],
    [1_000, 0],
  ] as const;
  const reasons = (places: readonly ScanPlace[], options: Partial<ScanOptions> = {}) =>
    findScanClusters(places, { replications: 9, ...options }).leftOut.map(({ what, reason }) => [what, reason]);
  const even = placesAt(
    line,
    line.map(() => quiet(4)),
  );
  expect(reasons([])).toEqual([['scan', 'too-few-places']]);
  expect(reasons(placesAt(line, [[1], [1], [1]]))).toEqual([['scan', 'too-few-weeks']]);
  expect(
    reasons(
      placesAt(
        line,
        line.map(() => [0, 0, 0]),
      ),
    ),
  ).toEqual([['scan', 'no-calls']]);
  expect(
    reasons(
      placesAt(line, [
        [1, 2, 3],
        [0, 0, 0],
        [0, 0, 0],
      ]),
    ),
  ).toEqual([['scan', 'one-place']]);
  expect(
    reasons(
      placesAt(line, [
        [0, 0, 3],
        [0, 0, 1],
        [0, 0, 2],
      ]),
    ),
  ).toEqual([['scan', 'one-week']]);
  expect(reasons(even, { maxShare: 0.5 })).toEqual([['scan', 'no-rise']]);
  expect(reasons(even)).toEqual([
    ['p0', 'above-share'],
    ['p1', 'above-share'],
    ['p2', 'above-share'],
    ['scan', 'above-share'],
  ]);
  expect(reasons(even, { model: 'poisson' }).slice(0, 2)).toEqual([
    ['p0', 'no-residents'],
    ['p1', 'no-residents'],
  ]);
  expect(reasons([...even, { id: 'lost', lon: Number.NaN, lat: 0, counts: quiet(4) }], { maxShare: 0.5 })[0]).toEqual([
    'lost',
    'no-place',
  ]);
  expect(() => reasons([...even, { id: 'short', lon: 0, lat: 0, counts: [1] }])).toThrow(/short holds 1 weeks/);
});

test('options that cannot be used are named', () => {
  expect(() => findScanClusters([], { maxShare: 0.6 })).toThrow(/maxShare/);
  expect(() => findScanClusters([], { replications: 0 })).toThrow(/replications/);
  expect(() => findScanClusters([], { maxRadiusKm: 0 })).toThrow(/maxRadiusKm/);
});

test('the recurrence is said in plain words', () => {
  expect(recurrenceInWords(0.001, 999)).toBe(
    'Chance alone would give a cluster this strong about once in 1,000 weeks (19 years) of weekly looks, or more rarely.',
  );
  expect(recurrenceInWords(0.01, 999)).toBe(
    'Chance alone would give a cluster this strong about once in 100 weeks (1.9 years) of weekly looks.',
  );
  expect(recurrenceInWords(0.2, 999)).toBe(
    'Chance alone would give a cluster this strong about once in 5 weeks of weekly looks.',
  );
  expect(recurrenceInWords(1, 999)).toBe('Chance alone gives a cluster this strong in most weeks.');
});

test('of towns where nothing rises, about one in twenty has a cluster with p of 0.05 or less', () => {
  const random = randomFrom(11);
  const xy = Array.from({ length: 20 }, () => [3_000 * random(), 3_000 * random()] as const);
  let found = 0;
  for (let town = 0; town < 120; town++) {
    const counts = xy.map(() => Array.from({ length: 10 }, () => poisson(random, 1.5)));
    const [first] = findScanClusters(placesAt(xy, counts), { maxShare: 0.3, replications: 39, seed: town }).findings;
    if ((first?.p ?? 1) <= 0.05) found++;
  }
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(14); // 6 expected; more than 13 once in 300 runs
});

test('it goes in steps, so that it can be stopped', () => {
  const places = placesAt(
    [
      [0, 0],
      [500, 0],
      [900, 0],
    ],
    [
      [1, 2, 5],
      [5, 3, 1],
      [4, 2, 1],
    ],
  );
  const steps = findScanClustersInSteps(places, { maxShare: 0.5, replications: 10 });
  const told = [...steps];
  expect(told.at(-1)).toEqual({ done: 10, total: 10 });
  expect(told.length).toBeGreaterThan(1);
});

test('neither the order of the places nor a move to the east changes the answer', () => {
  const place = fc.tuple(
    fc.integer({ min: 0, max: 20 }),
    fc.integer({ min: 0, max: 20 }),
    fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 6, maxLength: 6 }),
  );
  const told = (places: readonly ScanPlace[]) => {
    const { findings, leftOut } = findScanClusters(places, { maxShare: 0.5, replications: 19 });
    const strength = findings.map(({ observed, expected, weeks, logLikelihoodRatio: ratio, p }) => [
      observed,
      expected.toFixed(9),
      weeks,
      ratio.toFixed(9),
      p,
    ]);
    return { strength: strength.slice(0, 1), leftOut: leftOut.map(({ reason }) => reason).toSorted() };
  };
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 12 }), (drawn) => {
      const xy = drawn.map(([x, y]) => [100 * x, 100 * y] as const);
      const counts = drawn.map(([, , own]) => own);
      const here = told(placesAt(xy, counts));
      expect(told(placesAt(xy, counts).toReversed())).toEqual(here);
      expect(told(placesAt(xy, counts, planeAround([13.4, 35.59])))).toEqual(here);
    }),
    { numRuns: 40 },
  );
});
