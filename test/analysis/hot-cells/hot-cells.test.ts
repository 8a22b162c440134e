import normal from '@stdlib/stats-base-dists-normal';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findHotCells } from '#analysis/hot-cells/hot-cells.ts';
import { giStar } from '#analysis/shared/gi-star.ts';
import { adjustForLooks } from '#analysis/shared/many-looks.ts';
import { box } from '#test/fixture/box.ts';
import witness from '#test/fixture/methods/hot-cells.json' with { type: 'json' };
import { poisson, randomFrom } from '#test/fixture/methods/random.ts';

const town = box(-82.6, 35.55, -82.5, 35.65);

function callsAround(lon: number, lat: number, count: number, spread = 0): [number, number][] {
  const random = randomFrom(count);
  return Array.from({ length: count }, () => [lon + spread * (random() - 0.5), lat + spread * (random() - 0.5)]);
}
const points = (lonLat: [number, number][]) => ({
  lon: Float64Array.from(lonLat, ([lon]) => lon),
  lat: Float64Array.from(lonLat, ([, lat]) => lat),
});

test('z agrees with R spdep::localG on a city with a hole and a ragged edge', () => {
  const scores = giStar(witness.counts, Uint8Array.from(witness.inCity), witness.columns);
  if (typeof scores === 'string') throw new Error(scores);
  expect(scores.length).toBe(witness.z.length);
  scores.forEach(({ z }, i) => {
    expect(z).toBeCloseTo(witness.z[i] ?? Number.NaN, 10);
  });
});

test('q agrees with R p.adjust, and the fixture has hot cells to find', () => {
  const q = adjustForLooks(witness.z.map((z) => 2 * normal.cdf(-Math.abs(z), 0, 1)));
  q.forEach((value, i) => {
    expect(value).toBeCloseTo(witness.q[i] ?? Number.NaN, 10);
  });
  expect(q.filter((value) => value < 0.05).length).toBeGreaterThan(3);
});

test('a cluster is hot, and the strongest cell covers it', () => {
  const { findings, leftOut } = findHotCells(
    points([...callsAround(-82.55, 35.6, 400, 0.1), ...callsAround(-82.52, 35.58, 120)]),
    [town],
  );
  expect(leftOut).toEqual([]);
  const [first] = findings;
  expect(first?.verdict).toBe('hot');
  const lons = first?.ring.map(([lon]) => lon) ?? [];
  expect(Math.abs((Math.min(...lons) + Math.max(...lons)) / 2 - -82.52)).toBeLessThan(0.006);
  expect(first?.ring.at(-1)).toEqual(first?.ring[0]);
  expect(findings.reduce((sum, cell) => sum + cell.count, 0)).toBe(520);
});

test('cells outside of the city are not there, and calls in them are said to be left out', () => {
  const west = box(-82.6, 35.55, -82.58, 35.65);
  const east = box(-82.52, 35.55, -82.5, 35.65);
  const between = callsAround(-82.55, 35.6, 7);
  const { findings, leftOut } = findHotCells(points([...callsAround(-82.59, 35.6, 30, 0.01), ...between]), [
    west,
    east,
  ]);
  expect(leftOut).toEqual([{ what: '7 calls', reason: 'beyond-cells' }]);
  for (const { ring } of findings) {
    const middle = ((ring[0]?.[0] ?? 0) + (ring[1]?.[0] ?? 0)) / 2;
    expect(middle < -82.58 || middle > -82.52).toBe(true);
  }
});

test('what cannot be judged is left out with its reason', () => {
  expect(findHotCells(points([]), []).leftOut).toEqual([{ what: 'cells', reason: 'no-areas' }]);
  expect(findHotCells(points([]), [town]).leftOut).toEqual([{ what: 'cells', reason: 'no-variance' }]);
  expect(findHotCells(points([]), [box(-82.551, 35.599, -82.55, 35.6)]).leftOut).toEqual([
    { what: 'cells', reason: 'too-few-cells' },
  ]);
  expect(findHotCells(points([]), [box(-120, 20, -80, 50)]).leftOut).toEqual([{ what: 'cells', reason: 'too-wide' }]);
});

test('calls thrown evenly make hardly any cell significant', () => {
  const random = randomFrom(5);
  const columns = 40;
  let found = 0;
  for (let city = 0; city < 20; city++) {
    const counts = Array.from({ length: columns * columns }, () => poisson(random, 6));
    const scores = giStar(counts, new Uint8Array(counts.length).fill(1), columns);
    if (typeof scores === 'string') throw new Error(scores);
    const z = scores.map((score) => score.z);
    const mean = z.reduce((a, b) => a + b, 0) / z.length;
    expect(Math.abs(mean)).toBeLessThan(0.2);
    found += z.filter((value) => Math.abs(value) > 1.96).length;
  }
  expect(Math.abs(found / (20 * columns * columns) - 0.05)).toBeLessThan(0.01);
});

test('neither the order of the calls nor a move to the east changes a score', () => {
  const someCalls = fc.array(
    fc.tuple(fc.double({ min: -0.049, max: 0.049, noNaN: true }), fc.double({ min: -0.049, max: 0.049, noNaN: true })),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(
    fc.property(someCalls, (offsets) => {
      const at = (lon: number) => offsets.map(([x, y]): [number, number] => [lon + x, 35.6 + y]);
      const here = findHotCells(points(at(-82.55)), [town], { cellMeters: 450 });
      const shuffled = findHotCells(points(at(-82.55).toReversed()), [town], { cellMeters: 450 });
      const moved = findHotCells(points(at(-81.55)), [box(-81.6, 35.55, -81.5, 35.65)], { cellMeters: 450 });
      expect(shuffled).toEqual(here);
      const total = (answer: typeof here) => answer.findings.reduce((sum, cell) => sum + cell.count, 0);
      expect(total(moved)).toBe(total(here));
      expect(moved.findings.length).toBe(here.findings.length);
    }),
    { numRuns: 15 },
  );
});

test('the counts of two halves of a file add up to those of the whole, cell by cell', () => {
  const calls = [...callsAround(-82.55, 35.6, 300, 0.09), ...callsAround(-82.58, 35.58, 100, 0.01)];
  const countsOf = (some: [number, number][]) =>
    new Map(
      findHotCells(points(some), [town], { cellMeters: 450 }).findings.map((cell) => [cell.ring.join(), cell.count]),
    );
  const [odd, even] = [0, 1].map((rest) => countsOf(calls.filter((_, i) => i % 2 === rest)));
  for (const [cell, count] of countsOf(calls)) expect((odd?.get(cell) ?? 0) + (even?.get(cell) ?? 0)).toBe(count);
});
