import { expect, test } from 'vitest';
import type { DatedCalls } from '#analysis/before-after/count-zones.ts';
import { findBeforeAfterInPlaces, type Ground, type PlacesOptions } from '#analysis/before-after/places.ts';
import { toDayNumber } from '#analysis/shared/days.ts';
import type { AreaGeometry, Position } from '#data/schema/area.ts';
import { square } from '#test/fixture/box.ts';
import witness from '#test/fixture/methods/before-after.json' with { type: 'json' };

type Call = readonly [lon: number, lat: number, day: number];

const toColumns = (calls: readonly Call[]): DatedCalls => ({
  lon: Float64Array.from(calls, ([lon]) => lon),
  lat: Float64Array.from(calls, ([, lat]) => lat),
  days: Int32Array.from(calls, ([, , day]) => day),
});

const columns = (rows: readonly (readonly number[])[]) =>
  rows.map(([lon = 0, lat = 0, day = 0]): Call => [lon, lat, day]);
const drawn = columns(witness.calls);
// The JSON file has plain arrays where a position is a pair.
const geometries = witness.areas as unknown as Record<string, AreaGeometry>;
const areas = Object.entries(geometries).map(([areaId, geometry]) => ({ areaId, geometry }));
const geometryOf = (areaId: string): AreaGeometry[] =>
  areas.filter((area) => area.areaId === areaId).map(({ geometry }) => geometry);

function askWitness(at: number, calls: readonly Call[] = drawn, more: Partial<PlacesOptions> = {}) {
  const asked = witness.cases[at] ?? witness.cases[0];
  if (asked === undefined) throw new Error('the witness has no case');
  const { control, action, weeks, ringMeters } = asked;
  const ground: Ground = {
    treated: geometryOf('T'),
    control: control === 'match' ? 'match' : geometryOf(control),
    areas,
  };
  const span = { actionDay: toDayNumber(action), firstDay: witness.firstDay, lastDay: witness.lastDay };
  const rings = asked.rings === 'both' ? 'both' : 'treated';
  const baseline = asked.baseline === 'year-before' ? 'year-before' : 'just-before';
  return findBeforeAfterInPlaces(toColumns(calls), ground, span, { weeks, ringMeters, rings, baseline, ...more });
}

test.each(witness.cases.map((asked, at) => [asked.control, asked.ringMeters, asked.rings, at] as const))(
  'counts, lines, interval and control agree with shapely: %s, %i m, %s',
  (_control, _meters, _rings, at) => {
    const asked = witness.cases[at];
    const [found] = askWitness(at).findings;
    expect(found?.counts).toEqual(asked?.counts);
    for (const line of found?.lines ?? []) {
      expect({ before: line.before, after: line.after }).toEqual(asked?.lines[line.zone]);
    }
    expect(found?.total).toBeCloseTo(asked?.total ?? 0, 9);
    expect(found?.totalError).toBeCloseTo(asked?.error ?? 0, 9);
    expect(found?.low).toBeCloseTo(asked?.low ?? 0, 6);
    expect(found?.high).toBeCloseTo(asked?.high ?? 0, 6);
    expect(found?.matched?.areaId ?? null).toBe(asked?.matched?.areaId ?? null);
    expect(found?.matched?.among ?? null).toBe(asked?.matched?.among ?? null);
    expect(found?.matched?.weeklyGap ?? 0).toBeCloseTo(asked?.matched?.weeklyGap ?? 0, 9);
  },
);

const town: Ground = { treated: [square(0, 0, 0.01)], control: [square(0.01, 0, 0.01)], areas: [] };
const span = { actionDay: 1_000, firstDay: 900, lastDay: 1_083 };

test('a call on the border of the ground and its control counts once, in the ground', () => {
  const { findings, leftOut } = findBeforeAfterInPlaces(toColumns([[0.01, 0.005, 1_000]]), town, span);
  expect(findings[0]?.counts).toMatchObject({ treated: [0, 1], control: [0, 0] });
  expect(leftOut).toContainEqual({ what: '1 call', reason: 'in-treated-and-control' });
});

test('the ring takes no call of the control, and says how many it left to it', () => {
  const { findings, leftOut } = findBeforeAfterInPlaces(
    toColumns([
      [0.011, 0.005, 1_000], // 111 m into the control
      [-0.001, 0.005, 1_000],
    ]),
    town,
    span,
  );
  expect(findings[0]?.counts).toMatchObject({ control: [0, 1], ring: [0, 1] });
  expect(leftOut).toContainEqual({ what: '1 call', reason: 'in-ring-and-control' });
});

test('two grounds that lap over each other are one: a call in both counts once', () => {
  const lapping = { ...town, treated: [square(0, 0, 0.01), square(0.005, 0, 0.01)], control: [square(0.05, 0, 0.01)] };
  const { findings } = findBeforeAfterInPlaces(toColumns([[0.007, 0.005, 1_000]]), lapping, span);
  expect(findings[0]?.counts.treated).toEqual([0, 1]);
});

test('periods are whole weeks from the day of action; days that have not wholly arrived are in none', () => {
  const at = (day: number): Call => [0.005, 0.005, day];
  const { findings } = findBeforeAfterInPlaces(
    toColumns([at(915), at(916), at(999), at(1_000), at(1_083), at(1_084)]),
    town,
    { ...span, lastDay: 1_085 }, // 12 weeks and two days
  );
  expect(findings[0]).toMatchObject({ weeks: 12, counts: { treated: [2, 2] } });
  expect(findings[0]?.before).toEqual({ from: '1972-07-05', to: '1972-09-26' });
  expect(findings[0]?.after).toEqual({ from: '1972-09-27', to: '1972-12-19' });
});

test('the same weeks of the year before take out a season that the control does not have', () => {
  const busyFrom = [1_000, 1_000 - 364]; // every autumn, in the treated ground alone
  const calls = busyFrom.flatMap((from) =>
    Array.from({ length: 84 }, (_, day): Call => [0.005, 0.005, from + day]).concat([[0.015, 0.005, from]]),
  );
  const long = { ...span, firstDay: 600 };
  const asked = { ringMeters: 0 };
  const yearBefore = findBeforeAfterInPlaces(toColumns(calls), town, long, { ...asked, baseline: 'year-before' });
  expect(yearBefore.findings[0]).toMatchObject({ total: 0, verdict: 'no-clear-change' });
  expect(findBeforeAfterInPlaces(toColumns(calls), town, long, asked).findings[0]?.verdict).toBe('more');
});

test('a clear fall, a fall that moved next door, and one that is too early to tell', () => {
  const often = (lon: number, before: number, after: number): Call[] => [
    ...Array.from({ length: before }, (_, i): Call => [lon, 0.005, 916 + (i % 84)]),
    ...Array.from({ length: after }, (_, i): Call => [lon, 0.005, 1_000 + (i % 84)]),
  ];
  const apart = { ...town, control: [square(0.05, 0, 0.01)] };
  const fell = [...often(0.005, 200, 60), ...often(0.055, 150, 150)];
  const verdictOf = (calls: readonly Call[], lastDay = 1_083) =>
    findBeforeAfterInPlaces(toColumns(calls), apart, { ...span, lastDay }).findings[0];
  expect(verdictOf(fell)).toMatchObject({ verdict: 'fewer', total: -140, expected: 200, observed: 60 });
  const moved = [...fell, ...often(0.0115, 20, 160)];
  expect(verdictOf(moved)).toMatchObject({ verdict: 'no-clear-change', local: -140, displacement: 140 });
  expect(verdictOf(fell, 1_040)?.verdict).toBe('too-early');
  expect(verdictOf(often(0.005, 5, 2))?.verdict).toBe('too-few');
});

type Unjudged = { ground?: Ground; calls?: Call[]; options?: Partial<PlacesOptions>; when?: typeof span };

test.each<[string, Unjudged]>([
  ['too-early', { when: { ...span, lastDay: 1_005 } }],
  ['too-early', { when: { ...span, actionDay: 2_000 } }],
  ['too-few-weeks-before', { when: { ...span, firstDay: 980 } }],
  ['no-year-before', { options: { baseline: 'year-before' as const } }],
  ['no-treated-ground', { ground: { ...town, treated: [] } }],
  ['no-control', { ground: { ...town, control: [] } }],
  [
    'no-control',
    { ground: { ...town, control: 'match' as const, areas: [{ areaId: 'a', geometry: square(0.2, 0, 0.01) }] } },
  ],
  ['no-calls', { calls: [] }],
])('what cannot be compared is left out by name: %s', (reason, { ground = town, when = span, options, ...asked }) => {
  const calls = asked.calls ?? [[0.005, 0.005, 1_000]];
  const { findings, leftOut } = findBeforeAfterInPlaces(toColumns(calls), ground, when, options);
  expect(findings).toEqual([]);
  expect(leftOut.map((one) => one.reason)).toContain(reason);
});

test('calls without a place are counted aloud, in no zone', () => {
  const { leftOut } = findBeforeAfterInPlaces(
    toColumns([
      [Number.NaN, Number.NaN, 1_000],
      [0.005, 0.005, 1_000],
    ]),
    town,
    span,
  );
  expect(leftOut).toContainEqual({ what: '1 call', reason: 'no-place' });
});

test('the order of the rows, of the areas, and weeks moved as a whole change nothing', () => {
  const plain = askWitness(3);
  expect(askWitness(3, drawn.toReversed())).toEqual(plain);
  const turned = { ...askGround(3), areas: areas.toReversed() };
  expect(findBeforeAfterInPlaces(toColumns(drawn), turned, spanOf(3, 0), { weeks: 30 })).toEqual(plain);
  const later = drawn.map(([lon, lat, day]): Call => [lon, lat, day + 70]);
  const [moved] = findBeforeAfterInPlaces(toColumns(later), askGround(3), spanOf(3, 70), { weeks: 30 }).findings;
  expect(moved).toMatchObject({ lines: plain.findings[0]?.lines, matched: plain.findings[0]?.matched });
});

function askGround(at: number): Ground {
  const control = witness.cases[at]?.control ?? 'match';
  return { treated: geometryOf('T'), control: control === 'match' ? 'match' : geometryOf(control), areas };
}

function spanOf(at: number, shift: number) {
  const actionDay = toDayNumber(witness.cases[at]?.action ?? '') + shift;
  return { actionDay, firstDay: witness.firstDay + shift, lastDay: witness.lastDay + shift };
}

test('a move to the east changes no count', () => {
  const east = 16; // degrees: whole, so that borders stay where they were beside the calls
  const moved = (geometry: AreaGeometry): AreaGeometry =>
    geometry.type === 'Polygon'
      ? { type: 'Polygon', coordinates: geometry.coordinates.map(movedRing) }
      : { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(movedRing)) };
  const movedRing = (ring: Position[]) => ring.map(([lon, lat]): Position => [lon + east, lat]);
  const ground = askGround(0);
  const there = {
    treated: ground.treated.map(moved),
    control: ground.control === 'match' ? ground.control : ground.control.map(moved),
    areas: [],
  };
  const calls = drawn.map(([lon, lat, day]): Call => [lon + east, lat, day]);
  const { findings } = findBeforeAfterInPlaces(toColumns(calls), there, spanOf(0, 0), { weeks: 26 });
  expect(findings[0]?.counts).toEqual(witness.cases[0]?.counts);
});

test('counts of two halves of a file add up to those of the whole', () => {
  const [whole] = askWitness(0).findings;
  const half = (odd: number) =>
    askWitness(
      0,
      drawn.filter((_, i) => i % 2 === odd),
    ).findings[0]?.counts;
  const [first, second] = [half(0), half(1)];
  for (const zone of ['treated', 'control', 'ring', 'control-ring'] as const) {
    const sum = [0, 1].map((at) => (first?.[zone][at] ?? 0) + (second?.[zone][at] ?? 0));
    expect(sum).toEqual(whole?.counts[zone]);
  }
});

test('an option that cannot be used is refused by name', () => {
  expect(() => askWitness(0, drawn, { ringMeters: -1 })).toThrow(/ringMeters/);
  expect(() => askWitness(0, drawn, { weeks: 2.5 })).toThrow(/weeks/);
  expect(() => askWitness(0, drawn, { level: 1 })).toThrow(/level/);
});
