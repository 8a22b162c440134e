import { booleanPointInPolygon, point } from '@turf/turf';
import type { Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { box } from '#test/fixture/box.ts';
import { labelPoint } from '#web/map/label-point.ts';

test('the name of a rectangle stands in its middle', () => {
  const [lon, lat] = labelPoint(box(0, 0, 0.02, 0.01));
  expect(lon).toBeCloseTo(0.01, 3);
  expect(lat).toBeCloseTo(0.005, 3);
});

test('the name of a horseshoe stands in it, though its middle does not', () => {
  const horseshoe: Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [3, 0],
        [3, 3],
        [2, 3],
        [2, 1],
        [1, 1],
        [1, 3],
        [0, 3],
        [0, 0],
      ],
    ],
  };
  expect(booleanPointInPolygon(point(labelPoint(horseshoe)), horseshoe)).toBe(true);
});

test('a name keeps out of a hole and out of shared ground', () => {
  const hole = box(0.3, 0.3, 0.7, 0.7).coordinates;
  const ring: Polygon = { type: 'Polygon', coordinates: [...box(0, 0, 1, 1).coordinates, ...hole] };
  expect(booleanPointInPolygon(point(labelPoint(ring)), ring)).toBe(true);
  const [lon] = labelPoint(box(0, 0, 1, 1), [box(0.5, 0, 1, 1)]);
  expect(lon).toBeLessThan(0.5);
});

test('the name of an area in parts goes to the largest part', () => {
  const [lon] = labelPoint({
    type: 'MultiPolygon',
    coordinates: [box(0, 0, 0.1, 0.1).coordinates, box(1, 0, 2, 1).coordinates],
  });
  expect(lon).toBeGreaterThan(1);
});
