import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planeAround, toLat, toLon, toX, toY } from '#analysis/shared/plane.ts';

// Length of one degree on WGS84, in kilometers: National Geospatial-Intelligence Agency,
// "Length of a degree of latitude and longitude" calculator, as tabled by Wikipedia, "Geographic coordinate system".
test.each([
  [0, 110.574, 111.32],
  [15, 110.649, 107.551],
  [30, 110.852, 96.486],
  [45, 111.132, 78.847],
  [60, 111.412, 55.8],
  [75, 111.618, 28.902],
])('a degree at latitude %d is %d km north and %d km east', (lat, north, east) => {
  const plane = planeAround([-82.55, lat]);
  expect(plane.metersPerLat / 1000).toBeCloseTo(north, 2);
  expect(plane.metersPerLon / 1000).toBeCloseTo(east, 2);
});

test('degrees survive the way to meters and back', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -0.5, max: 0.5, noNaN: true }),
      fc.double({ min: -0.5, max: 0.5, noNaN: true }),
      (a, b) => {
        const plane = planeAround([-82.55, 35.6]);
        expect(toLon(plane, toX(plane, -82.55 + a))).toBeCloseTo(-82.55 + a, 12);
        expect(toLat(plane, toY(plane, 35.6 + b))).toBeCloseTo(35.6 + b, 12);
      },
    ),
  );
});
