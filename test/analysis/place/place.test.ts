import { expect, test } from 'vitest';
import { buildPlaceIndex, countByArea, countRecords, placePoints } from '#analysis/place/place.ts';
import type { AreaGeometry, Position } from '#data/schema/area.ts';

const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const polygon = (...rings: Position[][]): AreaGeometry => ({ type: 'Polygon', coordinates: rings });

/** The areas of each point, as lists. */
function areasOf(areas: AreaGeometry[], points: Position[]): number[][] {
  const lon = Float64Array.from(points, ([x]) => x);
  const lat = Float64Array.from(points, ([, y]) => y);
  const { setOf, setOffsets, setAreas } = placePoints(buildPlaceIndex(areas), lon, lat);
  return Array.from(setOf, (set) => Array.from(setAreas.subarray(setOffsets[set], setOffsets[set + 1])));
}

test('a point on a boundary, a corner or the edge of a hole lies in the area', () => {
  const ring = polygon(box(0, 0, 4, 4), box(1, 1, 3, 3));
  expect(
    areasOf(
      [ring],
      [
        [0, 2],
        [4, 4],
        [1, 2],
        [3, 3],
        [2, 2],
        [0.5, 2],
        [4.0000001, 2],
      ],
    ),
  ).toEqual([[0], [0], [0], [0], [], [0], []]);
});

test('a point in several areas belongs to all of them, a shared edge to both sides', () => {
  const areas = [polygon(box(0, 0, 2, 2)), polygon(box(2, 0, 4, 2)), polygon(box(1, 0, 3, 2))];
  expect(
    areasOf(areas, [
      [2, 1],
      [0.5, 1],
      [1.5, 1],
      [9, 9],
    ]),
  ).toEqual([[0, 1, 2], [0], [0, 2], []]);
});

test('a point without a coordinate lies in no area', () => {
  expect(
    areasOf(
      [polygon(box(0, 0, 2, 2))],
      [
        [Number.NaN, 1],
        [1, Number.NaN],
      ],
    ),
  ).toEqual([[], []]);
});

test('the reconciliation line adds up and areas count a call in several in each', () => {
  const areas = [polygon(box(0, 0, 2, 2)), polygon(box(1, 0, 3, 2))];
  const lon = Float64Array.of(0.5, 1.5, 2.5, 9, Number.NaN, 1.5);
  const lat = Float64Array.of(1, 1, 1, 1, Number.NaN, 1);
  const placed = placePoints(buildPlaceIndex(areas), lon, lat);
  expect(countRecords(placed, Uint8Array.of(0, 0, 0, 0, 1, 2))).toEqual({
    read: 6,
    inside: 2,
    inSeveral: 1,
    outside: 1,
    unplaced: 1,
    quarantined: 1,
  });
  const keep = Uint8Array.of(1, 1, 1, 1, 1, 0);
  const { calls, onlyHere } = countByArea(placed, areas.length, keep);
  expect([Array.from(calls), Array.from(onlyHere)]).toEqual([
    [2, 2],
    [1, 1],
  ]);
});
