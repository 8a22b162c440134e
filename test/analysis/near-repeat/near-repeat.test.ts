import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NearRepeatBand } from '#analysis/near-repeat/judge-bands.ts';
import { findNearRepeats, findNearRepeatsInSteps, type NearRepeatFinding } from '#analysis/near-repeat/near-repeat.ts';
import type { NearRepeatOptions } from '#analysis/near-repeat/options.ts';
import type { NearRepeatString } from '#analysis/near-repeat/strings.ts';
import { planeAround, toLat, toLon } from '#analysis/shared/plane.ts';
import { randomFrom } from '#test/fixture/methods/random.ts';

// Made by test/fixture/methods/near-repeat.R (R 4.2.2, surveillance 1.20.3).
const witness = JSON.parse(readFileSync(new URL('../../fixture/methods/near-repeat.json', import.meta.url), 'utf8'));
const known = {
  lon: Float64Array.from(witness.lon as number[]),
  lat: Float64Array.from(witness.lat as number[]),
  days: Float64Array.from(witness.days as number[]),
};

const CENTER = planeAround([-82.55, 35.59]);
const EVEN = { permutations: 19, distance: 'euclidean' } as const;

type Call = readonly [x: number, y: number, day: number];
function callsAt(calls: readonly Call[], plane = CENTER) {
  return {
    lon: Float64Array.from(calls, ([x]) => toLon(plane, x)),
    lat: Float64Array.from(calls, ([, y]) => toLat(plane, y)),
    days: Float64Array.from(calls, ([, , day]) => 18_631 + day),
  };
}
const find = (calls: readonly Call[], options: Partial<NearRepeatOptions> = EVEN) =>
  findNearRepeats(callsAt(calls), { ...EVEN, ...options });
const isBand = (finding: NearRepeatFinding): finding is NearRepeatBand => finding.kind === 'band';
const isString = (finding: NearRepeatFinding): finding is NearRepeatString => finding.kind === 'string';
const counted = (calls: readonly Call[], options: Partial<NearRepeatOptions> = {}) =>
  find(calls, options)
    .findings.filter(isBand)
    .filter(({ observed }) => observed > 0)
    .map(({ toMeters, toDays, observed }) => [toMeters, toDays, observed]);

type Case = { distance: 'manhattan' | 'euclidean'; edge: 'nearer' | 'farther'; clock: 'dates' | 'elapsed' };
type Expected = Case & { observed: number[]; expected: number[]; p: number[]; strings: number[] };

test.each(witness.cases as Expected[])(
  'counts and expected pairs agree with surveillance::knox: $distance, $edge, $clock',
  ({ observed, expected, p, strings, ...options }) => {
    const { findings } = findNearRepeats(known, { ...options, meters: witness.meters, days: witness.edges });
    const bands = findings.filter(isBand);
    expect(bands.map((band) => band.observed)).toEqual(observed);
    bands.forEach((band, i) => {
      expect(band.expected).toBeCloseTo(expected[i] ?? Number.NaN, 10);
      expect(Math.abs(band.p - (p[i] ?? Number.NaN))).toBeLessThan(0.08); // both are shares of some hundred shuffles
    });
    expect(findings.filter(isString).map(({ calls }) => calls)).toEqual(strings);
    expect(observed.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(250);
  },
);

describe('edges and stacks', () => {
  const far: Call = [5_000, 5_000, 300]; // another place and time, so that shuffling means something

  test('a pair exactly on an edge lies in the nearer band, or in the farther one when asked', () => {
    const pair: Call[] = [[0, 0, 0], [60, 80, 7], far];
    expect(counted(pair)).toEqual([[100, 7, 1]]);
    expect(counted(pair, { edge: 'farther' })).toEqual([[200, 14, 1]]);
    expect(counted(pair, { distance: 'manhattan' })).toEqual([[200, 7, 1]]); // 140 m along the streets
  });

  test('the same address is a band of its own, duplicates and all', () => {
    const stack: Call[] = [[0, 0, 0], [0, 0, 0], [0, 0, 3], far];
    expect(counted(stack)).toEqual([[0, 7, 3]]);
    expect(counted(stack, { edge: 'farther' })).toEqual([[0, 7, 3]]);
    expect(counted(stack, { meters: [100] })).toEqual([[100, 7, 3]]);
  });

  test('an edge of 0 days is the same day', () => {
    const calls: Call[] = [[0, 0, 0.1], [50, 0, 0.9], [50, 0, 1.05], far];
    expect(counted(calls, { days: [0, 7] })).toEqual([
      [0, 7, 1],
      [100, 0, 1],
      [100, 7, 1],
    ]);
    expect(counted(calls, { days: [0, 1], clock: 'elapsed' })).toEqual([
      [0, 1, 1],
      [100, 1, 2],
    ]);
  });

  test('dates apart and time elapsed part where seven dates are more than seven days', () => {
    const calls: Call[] = [[0, 0, 0.01], [10, 0, 7.9], far];
    expect(counted(calls)).toEqual([[100, 7, 1]]);
    expect(counted(calls, { clock: 'elapsed' })).toEqual([[100, 14, 1]]);
  });
});

test('a string holds calls that hang together through others', () => {
  const calls: Call[] = [
    [180, 0, 12],
    [0, 0, 0],
    [90, 0, 6],
    [90, 90, 300],
    [2_000, 0, 5],
    [2_050, 0, 5],
    [9_000, 0, 1],
  ];
  const strings = find(calls).findings.filter(isString);
  expect(strings.map(({ rows, calls: size, places }) => ({ rows, size, places }))).toEqual([
    { rows: [1, 2, 0], size: 3, places: 3 },
    { rows: [4, 5], size: 2, places: 2 },
  ]);
  expect(strings[0]).toMatchObject({ firstDate: '2021-01-04', lastDate: '2021-01-16' });
  expect(find(calls, { minString: 3 }).findings.filter(isString)).toHaveLength(1);
});

test('what cannot be judged is left out with its reason', () => {
  const reasons = (calls: readonly Call[], options: Partial<NearRepeatOptions> = {}) =>
    find(calls, options).leftOut.filter(({ reason }) => reason !== 'no-pairs' && reason !== 'no-contrast');
  expect(reasons([])).toEqual([{ what: 'near repeats', reason: 'too-few-calls' }]);
  expect(reasons([[0, 0, 0]])).toEqual([{ what: 'near repeats', reason: 'too-few-calls' }]);
  expect(
    reasons([
      [0, 0, 0],
      [0, 0, 9],
    ]),
  ).toEqual([{ what: 'bands', reason: 'one-place' }]);
  expect(
    reasons([
      [0, 0, 3],
      [90, 0, 3],
    ]),
  ).toEqual([{ what: 'bands', reason: 'one-time' }]);
  expect(
    reasons([
      [0, 0, 0],
      [Number.NaN, 0, 1],
      [50, 0, Number.NaN],
      [50, 0, 5],
    ]),
  ).toEqual([
    { what: '1 calls', reason: 'no-place' },
    { what: '1 calls', reason: 'no-time' },
  ]);
  const firsts = Array.from({ length: 12 }, (_, i): Call => [i * 10, 0, i % 2 === 0 ? -3 : 28]);
  expect(reasons(firsts)).toEqual([{ what: 'near repeats', reason: 'months-only' }]);
  expect(reasons(Array.from({ length: 7_000 }, (_, i): Call => [0, 0, i % 90]))).toEqual([
    { what: 'near repeats', reason: 'too-many-pairs' },
  ]);
});

test('a band that chance cannot fill has no ratio, one that holds all pairs no contrast, and both are named', () => {
  const { findings, leftOut } = find(
    [
      [0, 0, 0],
      [50, 0, 5],
    ],
    { meters: [0, 100], days: [7] },
  );
  expect(findings.filter(isBand).map(({ ratio, p }) => [ratio, p])).toEqual([
    [null, 1],
    [1, 1],
  ]);
  expect(leftOut).toEqual([
    { what: '0-0 m within 0-7 days', reason: 'no-pairs' },
    { what: '0-100 m within 0-7 days', reason: 'no-contrast' },
  ]);
});

test('options that cannot be used are named', () => {
  expect(() => find([], { meters: [100, 50] })).toThrow(/meters needs 1 to 50 edges, rising/);
  expect(() => find([], { days: [] })).toThrow(/days/);
  expect(() => find([], { permutations: 0 })).toThrow(/permutations/);
});

test('a planted near repeat is found, and calls thrown evenly hold none', () => {
  const random = randomFrom(7);
  const even = Array.from(
    { length: 300 },
    (): Call => [3_000 * random(), 3_000 * random(), Math.floor(365 * random())],
  );
  const followed = even.slice(0, 40).map(([x, y, day]): Call => [x + 30, y - 30, day + 2]);
  const first = (calls: readonly Call[]) =>
    findNearRepeats(callsAt(calls), { meters: [100], days: [7] }).findings.filter(isBand)[0];
  expect(first([...even, ...followed])).toMatchObject({ p: 0.001 });
  expect(first([...even, ...followed])?.ratio).toBeGreaterThan(5);
  expect(first(even)?.p).toBeGreaterThan(0.05);
});

test('it goes one shuffle a step, so that it can be stopped', () => {
  const steps = findNearRepeatsInSteps(known, { permutations: 5 });
  expect([...steps]).toEqual([1, 2, 3, 4, 5].map((done) => ({ done, total: 5 })));
});

test('neither the order of the calls nor a move in place or time changes the answer', () => {
  const call = fc.tuple(
    fc.integer({ min: 0, max: 600 }),
    fc.integer({ min: 0, max: 600 }),
    fc.integer({ min: 1, max: 60 }),
  );
  const told = ({ findings }: ReturnType<typeof findNearRepeats>) => [
    findings.filter(isBand),
    findings.filter(isString).map(({ calls, places }) => [calls, places]),
  ];
  fc.assert(
    fc.property(fc.array(call, { minLength: 2, maxLength: 40 }), (calls) => {
      const here = told(find(calls));
      expect(told(find(calls.toReversed()))).toEqual(here);
      expect(told(find(calls.map(([x, y, day]): Call => [x, y, day + 1_001])))).toEqual(here);
      const moved = callsAt(calls, planeAround([13.4, 35.59]));
      expect(told(findNearRepeats(moved, EVEN))).toEqual(here);
    }),
    { numRuns: 40 },
  );
});
