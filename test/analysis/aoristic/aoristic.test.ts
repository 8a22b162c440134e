import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AoristicOptions, findAoristicWeek } from '#analysis/aoristic/aoristic.ts';
import witness from '#test/fixture/methods/aoristic.json' with { type: 'json' };

const NEW_YORK = 'America/New_York';
const minutes = (local: string | null) => (local === null ? Number.NaN : Date.parse(`${local}Z`) / 60_000);
const ranges = (pairs: readonly (readonly [string | null, string | null])[]) => ({
  from: Float64Array.from(pairs, ([from]) => minutes(from)),
  to: Float64Array.from(pairs, ([, to]) => minutes(to)),
});
const weekOf = (
  pairs: readonly (readonly [string | null, string | null])[],
  options: Partial<AoristicOptions> = { timeZone: NEW_YORK },
) => findAoristicWeek(ranges(pairs), options);
const weightsOf = (...asked: Parameters<typeof weekOf>) => weekOf(...asked).findings[0]?.weights ?? [];
const filled = (weights: readonly number[]) =>
  Object.fromEntries([...weights.entries()].filter(([, weight]) => weight > 0));
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

test('weights agree with a walk of every minute through zoneinfo, in six zones and over clock changes', () => {
  let largest = 0;
  for (const { timeZone, from, to, minutes: total, minutesIn } of witness.cases) {
    const weights = weightsOf([[from, to]], { timeZone });
    minutesIn.forEach((count, cell) => {
      largest = Math.max(largest, Math.abs((weights[cell] ?? 0) - count / total));
    });
  }
  expect(witness.cases.length).toBeGreaterThan(90);
  expect(largest).toBeLessThan(1e-12);
});

test('a range is shared by elapsed time: 23:30 to 02:00 is a fifth, two fifths, two fifths', () => {
  // 2021-06-07 was a Monday
  const weights = filled(weightsOf([['2021-06-07T23:30', '2021-06-08T02:00']]));
  expect(Object.keys(weights)).toEqual(['23', '24', '25']);
  expect(weights['23']).toBeCloseTo(0.2, 12);
  expect(weights['24']).toBeCloseTo(0.4, 12);
});

test('a range over Sunday midnight wraps to Monday', () => {
  expect(filled(weightsOf([['2021-06-13T23:00', '2021-06-14T01:00']]))).toEqual({ 0: 0.5, 167: 0.5 });
});

test('a range of ten days wraps: hours it saw twice weigh twice', () => {
  const answer = weekOf([['2021-06-07T00:00', '2021-06-17T00:00']]);
  const { weights = [], overAWeek } = answer.findings[0] ?? {};
  expect(overAWeek).toBe(1);
  expect(weights[0]).toBeCloseTo(2 / 240, 12); // Monday to Wednesday came twice
  expect(weights[100]).toBeCloseTo(1 / 240, 12);
});

test('the skipped hour of spring gets nothing and the others their part of the shorter night', () => {
  const weights = filled(weightsOf([['2021-03-14T01:00', '2021-03-14T04:00']])); // a Sunday; two hours passed
  expect(weights).toEqual({ 145: 0.5, 147: 0.5 });
});

test('the repeated hour of fall weighs twice', () => {
  const weights = filled(weightsOf([['2021-11-07T00:00', '2021-11-07T03:00']])); // four hours passed
  expect(weights).toEqual({ 144: 0.25, 145: 0.5, 146: 0.25 });
});

test('an end that only the second pass of the hour puts after its start is of the second pass', () => {
  const { findings, leftOut } = weekOf([['2021-11-07T01:45', '2021-11-07T01:15']]);
  expect(findings[0]).toMatchObject({ calls: 1, medianHours: 0.5, swapped: 0 });
  expect(leftOut).toEqual([]);
});

test('instants written in UTC win over the wall clock, which is blind to the two passes', () => {
  const wall = ranges([['2021-11-07T01:30', '2021-11-07T01:30']]);
  const fromUtc = Float64Array.of(minutes('2021-11-07T05:30'));
  const toUtc = Float64Array.of(minutes('2021-11-07T06:30'));
  const { findings } = findAoristicWeek({ ...wall, fromUtc, toUtc }, { timeZone: NEW_YORK });
  expect(findings[0]).toMatchObject({ moments: 0, medianHours: 1 });
  expect(findings[0]?.weights[145]).toBe(1);
});

test('a time in the skipped hour is read as if the clocks had not been moved', () => {
  expect(filled(weightsOf([['2021-03-14T02:30', null]]))).toEqual({ 147: 1 });
});

test('a zone of half hours cuts hours where its own clock does', () => {
  const wall = ranges([['2021-06-07T10:00', '2021-06-07T11:00']]);
  const fromUtc = Float64Array.of(minutes('2021-06-07T04:30'));
  const toUtc = Float64Array.of(minutes('2021-06-07T05:30'));
  const { findings } = findAoristicWeek({ ...wall, fromUtc, toUtc }, { timeZone: 'Asia/Kolkata' });
  expect(filled(findings[0]?.weights ?? [])).toEqual({ 10: 1 });
});

test('a range without length, or without an end, counts whole in its hour', () => {
  const { findings } = weekOf([
    ['2021-06-07T10:00', '2021-06-07T10:00'],
    ['2021-06-07T10:59', null],
  ]);
  expect(findings[0]).toMatchObject({ calls: 2, moments: 2, withinAnHour: 2, medianHours: 0 });
  expect(findings[0]?.weights[10]).toBe(2);
});

test('a range that ends before it begins is left out or turned round, and said either way', () => {
  const pairs = [
    ['2021-06-07T10:00', '2021-06-07T09:00'],
    ['2021-06-07T10:00', '2021-06-07T11:00'],
  ] as const;
  const left = weekOf(pairs);
  expect(left.leftOut).toEqual([{ what: '1 call', reason: 'reversed' }]);
  expect(left.findings[0]).toMatchObject({ calls: 1, swapped: 0 });
  const swapped = weekOf(pairs, { timeZone: NEW_YORK, reversed: 'swap' });
  expect(swapped.leftOut).toEqual([]);
  expect(swapped.findings[0]).toMatchObject({ calls: 2, swapped: 1 });
  expect(filled(swapped.findings[0]?.weights ?? [])).toEqual({ 9: 1, 10: 1 });
});

test('what cannot be told is left out by name', () => {
  expect(weekOf([]).leftOut).toEqual([{ what: 'all calls', reason: 'no-calls' }]);
  expect(weekOf([[null, '2021-06-07T10:00']])).toMatchObject({
    findings: [],
    leftOut: [{ what: '1 call', reason: 'no-start' }],
  });
  const months = weekOf([
    ['2021-06-01T00:00', null],
    ['2021-07-01T00:00', null],
  ]);
  expect(months).toMatchObject({ findings: [], leftOut: [{ what: 'all calls', reason: 'months-only' }] });
  const long = weekOf([['2021-06-07T10:00', '2021-06-09T11:00']], { timeZone: NEW_YORK, mostHours: 48 });
  expect(long.leftOut).toEqual([{ what: '1 call', reason: 'too-long' }]);
  expect(weekOf([['2021-06-07T10:00', null]], {}).leftOut).toEqual([
    { what: 'changes of the clocks', reason: 'no-time-zone' },
  ]);
});

test('the hours of the window are told beside the weights', () => {
  const { findings } = weekOf([['2021-03-10T10:00', '2021-03-16T10:00']]);
  expect(findings[0]?.exposureHours[146]).toBe(0); // the skipped hour
  expect(sum(findings[0]?.exposureHours ?? [])).toBe(7 * 24 - 1);
});

const someRanges = fc.array(fc.tuple(fc.integer({ min: 0, max: 600_000 }), fc.integer({ min: 0, max: 40_000 })), {
  minLength: 1,
  maxLength: 30,
});
const start = minutes('2021-01-01T00:00');
const columns = (pairs: readonly (readonly [number, number])[]) => ({
  from: Float64Array.from(pairs, ([from]) => start + from),
  to: Float64Array.from(pairs, ([from, length]) => start + from + length),
});

test('weights add up to the calls; order, splitting the file and whole weeks do not change them', () => {
  const find = (pairs: readonly (readonly [number, number])[], timeZone = NEW_YORK) =>
    findAoristicWeek(columns(pairs), { timeZone }).findings[0];
  fc.assert(
    fc.property(someRanges, (pairs) => {
      const whole = find(pairs);
      expect(sum(whole?.weights ?? [])).toBeCloseTo(whole?.calls ?? 0, 9);
      const turned = find(pairs.toReversed());
      const [one, other] = [find(pairs.slice(0, 3)), find(pairs.slice(3))];
      const later = find(
        pairs.map(([from, length]) => [from + 10_080, length]),
        'UTC',
      );
      const here = find(pairs, 'UTC');
      for (let cell = 0; cell < 168; cell++) {
        const weight = whole?.weights[cell] ?? 0;
        expect(turned?.weights[cell]).toBeCloseTo(weight, 9);
        expect((one?.weights[cell] ?? 0) + (other?.weights[cell] ?? 0)).toBeCloseTo(weight, 9);
        expect(later?.weights[cell]).toBeCloseTo(here?.weights[cell] ?? 0, 9);
      }
    }),
    { numRuns: 25 },
  );
});

test('the time zone of the machine changes nothing', () => {
  const asked = () => weekOf([['2021-03-14T01:10', '2021-03-15T04:00']]);
  const [before, zone] = [asked(), process.env.TZ];
  process.env.TZ = 'Asia/Tokyo';
  try {
    expect(asked()).toEqual(before);
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});
