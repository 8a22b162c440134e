import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DensitySurface, findDensity } from '#analysis/density/density.ts';
import { planeAround, toX, toY } from '#analysis/shared/plane.ts';
import witness from '#test/fixture/methods/density.json' with { type: 'json' };

const points = (lonLat: readonly (readonly [number, number])[]) => ({
  lon: Float64Array.from(lonLat, ([lon]) => lon),
  lat: Float64Array.from(lonLat, ([, lat]) => lat),
});

function surfaceOf(lonLat: readonly (readonly [number, number])[], options = {}): DensitySurface {
  const [surface] = findDensity(points(lonLat), options).findings;
  if (!surface) throw new Error('no surface');
  return surface;
}

const asheville: readonly [number, number] = [-82.55, 35.59];

test('the surface is the direct sum that numpy makes', () => {
  const lon = Float64Array.from(witness.lon);
  const lat = Float64Array.from(witness.lat);
  const [surface] = findDensity({ lon, lat }, { bandwidthMeters: witness.bandwidthMeters }).findings;
  expect([surface?.columns, surface?.rows]).toEqual([witness.columns, witness.rows]);
  for (const [row = 0, column = 0, value = 0] of witness.cells) {
    const ours = surface?.perKm2[row * witness.columns + column] ?? Number.NaN;
    expect(Math.abs(ours - value)).toBeLessThan(1e-5 * witness.max);
  }
  expect(Math.abs((surface?.max ?? 0) / witness.max - 1)).toBeLessThan(1e-6);
});

test('a stack on one point peaks at three calls per pi h squared each, and nothing else', () => {
  const surface = surfaceOf(
    Array.from({ length: 40 }, () => asheville),
    { cellMeters: 20 },
  );
  // The point lies between cells: the nearest center is at most half a cell's diagonal away.
  const peak = (40 * 3) / (Math.PI * 0.4 ** 2);
  expect(surface.max).toBeLessThanOrEqual(peak * 1.000001);
  expect(surface.max).toBeGreaterThan(peak * (1 - 2 * (0.0142 / 0.4) ** 2));
});

// (1 - r²/h²)² = 1/2 at r = h x √(1 - √½).
test('the half-height ring of one point has the radius that the kernel says', () => {
  const surface = surfaceOf([asheville], { cellMeters: 10 });
  const half = surface.contours[1];
  const plane = planeAround(asheville);
  const radii = (half?.rings[0]?.[0] ?? []).map(([lon, lat]) => Math.hypot(toX(plane, lon), toY(plane, lat)));
  expect(radii.length).toBeGreaterThan(50);
  for (const radius of radii) expect(Math.abs(radius - 400 * Math.sqrt(1 - Math.SQRT1_2))).toBeLessThan(1.5);
});

test('rings close, and the levels are a quarter, half and three quarters of the maximum', () => {
  const surface = surfaceOf([asheville, [-82.56, 35.6], [-82.56, 35.6]]);
  expect(surface.contours.map(({ level }) => level / surface.max)).toEqual([0.25, 0.5, 0.75]);
  const rings = surface.contours.flatMap(({ rings }) => rings.flat());
  expect(rings.length).toBeGreaterThan(0);
  for (const ring of rings) expect(ring.at(-1)).toEqual(ring[0]);
});

test('the whole surface adds up to the number of calls', () => {
  const lonLat = Array.from({ length: 300 }, (_, i) => [-82.55 + (i % 17) * 0.002, 35.59 + (i % 23) * 0.0015] as const);
  const surface = surfaceOf(lonLat, { cellMeters: 50 });
  const km2 = 0.05 ** 2;
  expect(surface.perKm2.reduce((a, b) => a + b, 0) * km2).toBeCloseTo(300, 0);
});

test('no points are left out with the reason', () => {
  expect(findDensity(points([]))).toMatchObject({ findings: [], leftOut: [{ reason: 'no-points' }] });
  const nowhere = { lon: Float64Array.of(Number.NaN), lat: Float64Array.of(Number.NaN) };
  expect(findDensity(nowhere).leftOut).toEqual([{ what: 'density', reason: 'no-points' }]);
});

test('points on two continents are refused with the reason instead of filling the memory', () => {
  expect(findDensity(points([asheville, [7.1, 50.7]])).leftOut).toEqual([{ what: 'density', reason: 'too-wide' }]);
});

test('a frame leaves out what lies beyond it, and says how much', () => {
  const frame = [-82.6, 35.5, -82.5, 35.7] as const;
  const { findings, leftOut } = findDensity(points([asheville, [7.1, 50.7], [-82.7, 35.6]]), { frame });
  expect(leftOut).toEqual([{ what: '2 calls', reason: 'beyond-frame' }]);
  expect(findings[0]?.max).toBeCloseTo(surfaceOf([asheville]).max, 0);
});

test('cells wider than a quarter of the bandwidth are refused', () => {
  expect(() => findDensity(points([asheville]), { bandwidthMeters: 400, cellMeters: 101 })).toThrow(RangeError);
});

test('only the rows asked for are summed', () => {
  const all = points([asheville, [-82.5, 35.7], asheville]);
  const some = findDensity({ ...all, rows: Uint32Array.of(0, 2) });
  expect(some.findings).toEqual(findDensity(points([asheville, asheville])).findings);
});

const town = fc.array(
  fc.tuple(fc.double({ min: -0.01, max: 0.01, noNaN: true }), fc.double({ min: -0.01, max: 0.01, noNaN: true })),
  { minLength: 1, maxLength: 30 },
);

test('neither the order of the points nor a move to the east changes the surface', () => {
  fc.assert(
    fc.property(town, (offsets) => {
      const at = (lon: number) => offsets.map(([x, y]) => [lon + x, 35.59 + y] as const);
      const [here, shuffled, moved] = [surfaceOf(at(-82.55)), surfaceOf(at(-82.55).toReversed()), surfaceOf(at(-81))];
      expect(shuffled.contours.length).toBe(here.contours.length);
      expect(Math.abs(shuffled.max - here.max)).toBeLessThan(1e-5 * here.max);
      if (moved.columns !== here.columns) return; // the last bit of the width may add a column
      here.perKm2.forEach((value, cell) => {
        expect(Math.abs((shuffled.perKm2[cell] ?? 0) - value)).toBeLessThan(1e-5 * here.max);
        expect(Math.abs((moved.perKm2[cell] ?? 0) - value)).toBeLessThan(1e-4 * here.max);
      });
    }),
    { numRuns: 20 },
  );
});
