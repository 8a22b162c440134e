import { expect, test } from 'vitest';
import { buildPlaceIndex, countByArea, countRecords, placePoints, transferables } from '#analysis/place/place.ts';
import type { AreaGeometry, Position } from '#data/schema/area.ts';
import { areasAt } from './areas-at.ts';
import { areasByEveryEdge } from './every-edge.ts';

const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const polygon = (...rings: Position[][]): AreaGeometry => ({ type: 'Polygon', coordinates: rings });

test('a point on a boundary, a corner or the edge of a hole lies in the area', () => {
  const ring = polygon(box(0, 0, 4, 4), box(1, 1, 3, 3));
  expect(
    areasAt(
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
    areasAt(areas, [
      [2, 1],
      [0.5, 1],
      [1.5, 1],
      [9, 9],
    ]),
  ).toEqual([[0, 1, 2], [0], [0, 2], []]);
});

test('a point without a coordinate lies in no area', () => {
  expect(
    areasAt(
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

test('an index that went through a structured clone with its buffers answers the same', () => {
  const index = buildPlaceIndex([polygon(box(0, 0, 2, 2), box(0.5, 0.5, 1, 1))]);
  const buffers = transferables(index);
  const bytes = buffers.reduce((sum, buffer) => sum + buffer.byteLength, 0);
  const moved = structuredClone(index, { transfer: buffers });
  expect(bytes).toBeGreaterThan(0);
  expect(index.cells.length).toBe(0); // given away, not copied
  expect(Array.from(placePoints(moved, Float64Array.of(1.5, 0.7), Float64Array.of(1.5, 0.7)).setOf)).toEqual([1, 0]);
});

test('no areas, an empty ring and no points are answered with nothing', () => {
  expect(areasAt([], [[1, 1]])).toEqual([[]]);
  expect(areasAt([polygon([]), { type: 'MultiPolygon', coordinates: [] }], [[0, 0]])).toEqual([[]]);
  expect(areasAt([polygon(box(0, 0, 1, 1))], [])).toEqual([]);
});

test('a ring of one point or one line covers just that', () => {
  const areas = [
    polygon([[2, 2]]),
    polygon([
      [0, 0],
      [4, 4],
    ]),
  ];
  expect(
    areasAt(areas, [
      [2, 2],
      [3, 3],
      [3, 3.0000001],
    ]),
  ).toEqual([[0, 1], [1], []]);
});

test('a coordinate that is not a number is refused, naming the area', () => {
  expect(() =>
    buildPlaceIndex([
      polygon(box(0, 0, 1, 1)),
      polygon([
        [0, 0],
        [Number.NaN, 1],
        [1, 1],
      ]),
    ]),
  ).toThrow('area 1');
});

test('parts that overlap and parts wholly inside each other cover together what one of them covers', () => {
  const nested: AreaGeometry = {
    type: 'MultiPolygon',
    coordinates: [[box(0, 0, 4, 4)], [box(1, 1, 3, 3)], [box(2, 2, 6, 6)]],
  };
  expect(
    areasAt(
      [nested],
      [
        [2, 2],
        [0.5, 0.5],
        [2.5, 2.5],
        [5, 5],
        [5, 1],
      ],
    ),
  ).toEqual([[0], [0], [0], [0], []]);
});

test('two hundred areas stacked on one another are all found', () => {
  const areas = Array.from({ length: 200 }, () => polygon(box(0, 0, 1, 1), box(0.4, 0.4, 0.6, 0.6)));
  const all = areas.map((_, i) => i);
  expect(
    areasAt(areas, [
      [0.2, 0.3],
      [0.5, 0.5],
      [0.4, 0.5],
      [1, 1],
    ]),
  ).toEqual([all, [], all, all]);
});

test('one area on another continent does not change what the city answers', () => {
  const circle = (x: number, y: number, n: number) =>
    polygon(
      Array.from(
        { length: n },
        (_, i): Position => [x + 0.01 * Math.cos((6.283 * i) / n), y + 0.01 * Math.sin((6.283 * i) / n)],
      ),
    );
  const city = Array.from({ length: 64 }, (_, i) =>
    circle(-82.5 + 0.015 * (i % 8), 35.5 + 0.015 * Math.floor(i / 8), 200),
  );
  const points = Array.from(
    { length: 400 },
    (_, i): Position => [-82.52 + 0.0035 * (i % 40), 35.49 + 0.013 * Math.floor(i / 40)],
  );
  const far = circle(151, -33, 4);
  expect(areasAt([...city, far], points)).toEqual(areasAt(city, points));
  expect(areasAt([...city, far], points)).toEqual(points.map((point) => areasByEveryEdge(city, point)));
});

test('the smallest number there is tells a point beside an edge from one on it', () => {
  const least = Number.MIN_VALUE;
  const areas = [
    polygon(box(0, 0, 1, 1)),
    polygon(box(-9, -9, 9, 9)),
    polygon([
      [0, 0],
      [1, 1],
      [0, 1],
    ]),
  ];
  expect(
    areasAt(areas, [
      [0, 0.5],
      [-least, 0.5],
      [least, 0.5],
      [0.5, -least],
      [least, least],
      [least, 0],
      [0, least],
    ]),
  ).toEqual([[0, 1, 2], [1], [0, 1, 2], [1], [0, 1, 2], [0, 1], [0, 1, 2]]);
});
