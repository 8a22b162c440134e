import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildPlaceIndex, placePoints } from '#analysis/place/place.ts';
import { findSnapPoints, type SnapPoint } from '#analysis/snap/snap.ts';
import type { AreaGeometry, Position } from '#data/schema/area.ts';

const columns = (points: readonly Position[]) => ({
  lon: Float64Array.from(points, ([lon]) => lon),
  lat: Float64Array.from(points, ([, lat]) => lat),
});
const inside = (area: AreaGeometry, points: readonly Position[]): Position[] => {
  const { lon, lat } = columns(points);
  const { setOf } = placePoints(buildPlaceIndex([area]), lon, lat);
  return points.filter((_, i) => (setOf[i] ?? 0) > 0);
};

/** A star of corners around a middle, now and then with a hole or in two parts. */
const someBoundary = fc
  .record({
    middle: fc.tuple(
      fc.double({ min: -82.6, max: -82.5, noNaN: true }),
      fc.double({ min: 35.5, max: 35.6, noNaN: true }),
    ),
    reaches: fc.array(fc.double({ min: 0.0004, max: 0.012, noNaN: true }), { minLength: 3, maxLength: 12 }),
    shape: fc.constantFrom('plain', 'holed', 'parted'),
  })
  .map(({ middle: [lon, lat], reaches, shape }): AreaGeometry => {
    const ring = (times: number, east = 0): Position[] => {
      const corners = reaches.map((reach, i): Position => {
        const angle = (2 * Math.PI * i) / reaches.length;
        return [lon + east + times * reach * Math.cos(angle), lat + times * reach * Math.sin(angle)];
      });
      return [...corners, ...corners.slice(0, 1)];
    };
    if (shape === 'parted') return { type: 'MultiPolygon', coordinates: [[ring(1)], [ring(0.5, 0.03)]] };
    return { type: 'Polygon', coordinates: shape === 'holed' ? [ring(1), ring(0.4)] : [ring(1)] };
  });
const someAddresses = fc
  .tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 10_000 }))
  .map(([count, step]) => {
    // Along a curve that fills the ground, so that squares hold none, few and many.
    return Array.from({ length: count }, (_, i): Position => {
      const t = (i * 0.618_033_988_75 + step / 10_000) % 1;
      const u = (i * 0.754_877_666_25 + (step % 97) / 97) % 1;
      return [-82.62 + 0.15 * t ** 1.5, 35.48 + 0.14 * u];
    });
  });

const overCases = (claim: (boundary: AreaGeometry, addresses: Position[], found: readonly SnapPoint[]) => void) =>
  fc.assert(
    fc.property(someBoundary, someAddresses, fc.integer({ min: 12, max: 18 }), (boundary, addresses, finestZoom) => {
      const dense = [...addresses, ...addresses.map(([lon, lat]): Position => nearby(boundary, lon, lat))];
      const options = { finestZoom, coarsestZoom: Math.min(15, finestZoom) };
      claim(boundary, dense, findSnapPoints(columns(dense), boundary, options).findings);
    }),
    { numRuns: 100, seed: 8 },
  );

/** The same address, drawn in toward the boundary's first corner, so that some squares are full. */
function nearby(boundary: AreaGeometry, lon: number, lat: number): Position {
  const [corner = [0, 0]] = boundary.coordinates.flat(boundary.type === 'Polygon' ? 1 : 2) as Position[]; // flat loses the depth
  return [corner[0] + (lon - corner[0]) / 12, corner[1] + (lat - corner[1]) / 12];
}

test('every point stands for 8 known addresses or more within the boundary', () => {
  let points = 0;
  overCases((boundary, addresses, found) => {
    for (const { ground, addresses: told } of found) {
      points += 1;
      const held = inside(boundary, inside(ground, addresses)).length;
      expect(held).toBeGreaterThanOrEqual(8);
      expect(told).toBe(held);
    }
  });
  expect(points).toBeGreaterThan(80);
});

test('every point lies inside the boundary and on the ground that it stands for', () => {
  overCases((boundary, _, found) => {
    const points = found.map(({ at }) => at);
    expect(inside(boundary, points)).toEqual(points);
    for (const { at, ground } of found) expect(inside(ground, [at])).toEqual([at]);
  });
});

test('no address is stood for twice', () => {
  overCases((_, addresses, found) => {
    const stoodFor = found.flatMap(({ ground }) => inside(ground, addresses).map(String));
    expect(new Set(stoodFor).size).toBe(stoodFor.length);
  });
});

test('addresses in another order, and told twice, give the same points', () => {
  overCases((boundary, addresses) => {
    const again = [...addresses.slice(7), ...addresses].reverse();
    const [once, twice] = [addresses, again].map((each) => findSnapPoints(columns(each), boundary));
    expect(twice).toEqual(once);
  });
});

const side = 0.004;
const square: AreaGeometry = {
  type: 'Polygon',
  coordinates: [
    [
      [0.001, 0.001],
      [0.001 + side, 0.001],
      [0.001 + side, 0.001 + side],
      [0.001, 0.001 + side],
      [0.001, 0.001],
    ],
  ],
};
const row = (count: number, lon: number, lat: number): Position[] =>
  Array.from({ length: count }, (_, i) => [lon + i * 1e-6, lat]);

test('a crowded square has a point of its own, and the few around it are brought together in a coarser one', () => {
  const zoom18 = 360 / 2 ** 18; // 0.00137 degrees
  const addresses = [
    ...row(9, 1.2 * zoom18, 1.2 * zoom18),
    ...row(5, 2.2 * zoom18, 1.2 * zoom18),
    ...row(4, 3.2 * zoom18, 1.2 * zoom18),
  ];
  const { findings, leftOut } = findSnapPoints(columns(addresses), square);
  expect(findings.map((found) => found.addresses)).toEqual([9, 9]);
  expect(leftOut).toEqual([]);
});

test('too few addresses have no point, and it is told how many squares went without', () => {
  const { findings, leftOut } = findSnapPoints(columns(row(7, 0.002, 0.002)), square);
  expect(findings).toEqual([]);
  expect(leftOut).toEqual([{ what: '15/16384/16383', reason: 'few-addresses' }]);
});

test('where the middle of a ground lies in its hole, the point stands beside the hole', () => {
  const ring = (from: number, to: number): Position[] => [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
    [from, from],
  ];
  const holed: AreaGeometry = { type: 'Polygon', coordinates: [ring(0.0001, 0.0013), ring(0.0002, 0.0012)] };
  const { findings } = findSnapPoints(columns(row(8, 0.0003, 0.00015)), holed);
  expect(findings).toHaveLength(1);
  expect(
    inside(
      holed,
      findings.map(({ at }) => at),
    ),
  ).toHaveLength(1);
});

test('options that say nothing are refused', () => {
  expect(() => findSnapPoints(columns([]), square, { leastAddresses: 0 })).toThrow(RangeError);
  expect(() => findSnapPoints(columns([]), square, { coarsestZoom: 19 })).toThrow(
    'coarsestZoom 19 is beyond finestZoom 18',
  );
});
