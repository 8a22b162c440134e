import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCenter } from '#analysis/center/center.ts';
import { planeAround, toLat, toLon, toX, toY } from '#analysis/shared/plane.ts';
import witness from '#test/fixture/methods/center.json' with { type: 'json' };

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Points in meters as degrees; the median point stands in the middle of the plane, as the method has it. */
function placed(x: readonly number[], y: readonly number[]) {
  const plane = planeAround([-82.55, 35.6]);
  const [mx, my] = [median(x), median(y)];
  const lon = Float64Array.from(x, (each) => toLon(plane, each - mx));
  const lat = Float64Array.from(y, (each) => toLat(plane, each - my));
  return { plane, mx, my, points: { lon, lat } };
}

test('center, standard distance and ellipse agree with the printed formulas', () => {
  for (const { x, y, meanX, meanY, standardDistance, long, short, bearing } of witness.cases) {
    const { plane, mx, my, points } = placed(x, y);
    const [found] = findCenter(points).findings;
    expect(toX(plane, found?.lon ?? 0) + mx).toBeCloseTo(meanX, 4);
    expect(toY(plane, found?.lat ?? 0) + my).toBeCloseTo(meanY, 4);
    expect(found?.standardDistanceMeters).toBeCloseTo(standardDistance, 4);
    expect(found?.ellipse?.longMeters).toBeCloseTo(long, 4);
    expect(found?.ellipse?.shortMeters).toBeCloseTo(short, 4);
    expect(found?.ellipse?.bearing).toBeCloseTo(bearing, 4);
  }
});

test('Yuill’s axes are shorter by √2 and the divisor', () => {
  const { points } = placed(witness.cases[0]?.x ?? [], witness.cases[0]?.y ?? []);
  const [crimestat] = findCenter(points).findings;
  const [yuill] = findCenter(points, { convention: 'yuill' }).findings;
  const ratio = (crimestat?.ellipse?.longMeters ?? 0) / (yuill?.ellipse?.longMeters ?? 1);
  expect(ratio).toBeCloseTo(Math.sqrt((2 * 40) / 38), 9);
});

test('what has no spread is said by name, and the center stays', () => {
  const at = (lonLat: [number, number][]) => ({
    lon: Float64Array.from(lonLat, ([lon]) => lon),
    lat: Float64Array.from(lonLat, ([, lat]) => lat),
  });
  expect(findCenter(at([])).leftOut).toEqual([{ what: 'center', reason: 'no-points' }]);
  const two = findCenter(
    at([
      [-82.5, 35.6],
      [-82.5, 35.7],
    ]),
  );
  expect(two.leftOut).toEqual([{ what: 'spread', reason: 'too-few-points' }]);
  const stacked = findCenter(
    at([
      [-82.5, 35.6],
      [-82.5, 35.6],
      [-82.5, 35.6],
      [Number.NaN, 0],
    ]),
  );
  expect(stacked.leftOut.map(({ reason }) => reason)).toEqual(['no-place', 'one-point']);
  expect(stacked.findings[0]).toMatchObject({ calls: 3, lon: -82.5, lat: 35.6 });
  const line = findCenter(
    at([
      [-82.5, 35.6],
      [-82.5, 35.61],
      [-82.5, 35.63],
    ]),
  );
  expect(line.leftOut).toEqual([{ what: 'ellipse', reason: 'in-line' }]);
});

const places = fc.array(fc.tuple(fc.integer({ min: -2_000, max: 2_000 }), fc.integer({ min: -2_000, max: 2_000 })), {
  minLength: 3,
  maxLength: 60,
});
const inDegrees = (steps: readonly (readonly [number, number])[], lon = -82.5) => ({
  lon: Float64Array.from(steps, ([x]) => lon + x / 65_536), // steps that a number holds exactly
  lat: Float64Array.from(steps, ([, y]) => 35.5 + y / 65_536),
});

test('neither the order of the calls nor a move to the east changes spread or ellipse', () => {
  fc.assert(
    fc.property(places, (steps) => {
      const [here] = findCenter(inDegrees(steps)).findings;
      const [turned] = findCenter(inDegrees(steps.toReversed())).findings;
      const [east] = findCenter(inDegrees(steps, -58.5)).findings;
      for (const other of [turned, east]) {
        expect(other?.standardDistanceMeters ?? 0).toBeCloseTo(here?.standardDistanceMeters ?? 0, 5);
        expect(other?.ellipse?.longMeters ?? 0).toBeCloseTo(here?.ellipse?.longMeters ?? 0, 5);
        expect(other?.ellipse?.shortMeters ?? 0).toBeCloseTo(here?.ellipse?.shortMeters ?? 0, 5);
      }
      expect(turned?.lon).toBeCloseTo(here?.lon ?? 0, 9);
      expect((east?.lon ?? 0) - (here?.lon ?? 0)).toBeCloseTo(24, 9);
      expect(east?.lat).toBeCloseTo(here?.lat ?? 0, 9);
    }),
    { numRuns: 40 },
  );
});

test('the centers of two halves of a file, weighed by their calls, are the center of the whole', () => {
  fc.assert(
    fc.property(places, fc.nat(60), (steps, cut) => {
      const centerOf = (some: typeof steps) => findCenter(inDegrees(some)).findings[0];
      const parts = [steps.slice(0, cut), steps.slice(cut)].map(centerOf);
      const calls = parts.reduce((sum, part) => sum + (part?.calls ?? 0), 0);
      const whole = centerOf(steps);
      expect(calls).toBe(whole?.calls);
      const lon = parts.reduce((sum, part) => sum + (part?.calls ?? 0) * (part?.lon ?? 0), 0) / calls;
      expect(lon).toBeCloseTo(whole?.lon ?? 0, 9);
    }),
    { numRuns: 40 },
  );
});
