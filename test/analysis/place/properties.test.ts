import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AreaGeometry, Position } from '#data/schema/area.ts';
import { areasAt } from './areas-at.ts';
import { areasByEveryEdge } from './every-edge.ts';

// A coarse lattice: most points fall on corners, edges and their crossings.
const coordinate = fc.integer({ min: -8, max: 8 }).map((n) => n / 4);
const position = fc.tuple(coordinate, coordinate);
const ring = fc.array(position, { minLength: 3, maxLength: 9 });
const rings = fc.array(ring, { minLength: 1, maxLength: 3 });
const area: fc.Arbitrary<AreaGeometry> = fc.oneof(
  rings.map((coordinates): AreaGeometry => ({ type: 'Polygon', coordinates })),
  fc.array(rings, { maxLength: 3 }).map((coordinates): AreaGeometry => ({ type: 'MultiPolygon', coordinates })),
);
const areas = fc.array(area, { maxLength: 8 });
const points = fc.array(position, { minLength: 1, maxLength: 40 });
const anywhere = fc.double({ min: -2, max: 2, noNaN: true });
const loosePoints = fc.array(fc.tuple(anywhere, anywhere), { minLength: 1, maxLength: 40 });

const partsOf = (each: AreaGeometry) => (each.type === 'Polygon' ? [each.coordinates] : each.coordinates);
const moved = (each: AreaGeometry, move: (at: Position) => Position): AreaGeometry => ({
  type: 'MultiPolygon',
  coordinates: partsOf(each).map((part) => part.map((one) => one.map(move))),
});

test('the index answers as looking at every edge does', () => {
  fc.assert(
    fc.property(areas, points, loosePoints, (shapes, onLattice, loose) => {
      const asked = [...onLattice, ...loose];
      expect(areasAt(shapes, asked)).toEqual(asked.map((point) => areasByEveryEdge(shapes, point)));
    }),
    { numRuns: 600, seed: 1902 },
  );
});

test('a corner and the middle of an edge lie in their area', () => {
  fc.assert(
    fc.property(ring, (corners) => {
      const middles = corners.map(([x, y], i): Position => {
        const [u, v] = corners[i + 1] ?? corners[0] ?? [x, y];
        return [(x + u) / 2, (y + v) / 2]; // exact: quarters
      });
      const found = areasAt([{ type: 'Polygon', coordinates: [corners] }], [...corners, ...middles]);
      expect(found).toEqual(found.map(() => [0]));
    }),
    { numRuns: 200, seed: 1902 },
  );
});

test('the order of areas, rings and points changes nothing but the order of answers', () => {
  fc.assert(
    fc.property(areas, points, (shapes, asked) => {
      const turned = shapes.toReversed().map(
        (each): AreaGeometry => ({
          type: 'MultiPolygon',
          coordinates: partsOf(each)
            .toReversed()
            .map((part) => part.toReversed().map((one) => one.toReversed())),
        }),
      );
      const renumbered = areasAt(turned, asked.toReversed())
        .toReversed()
        .map((found) => found.map((i) => shapes.length - 1 - i).toReversed());
      expect(renumbered).toEqual(areasAt(shapes, asked));
    }),
    { numRuns: 200, seed: 1902 },
  );
});

test('moving everything by an exact amount, or doubling it, changes nothing', () => {
  fc.assert(
    fc.property(
      areas,
      points,
      fc.integer({ min: -4096, max: 4096 }),
      fc.integer({ min: -30, max: 30 }),
      (shapes, asked, by, power) => {
        const move = ([x, y]: Position): Position => [(x + by) * 2 ** power, (y - by) * 2 ** power];
        const there = areasAt(
          shapes.map((each) => moved(each, move)),
          asked.map(move),
        );
        expect(there).toEqual(areasAt(shapes, asked));
      },
    ),
    { numRuns: 200, seed: 1902 },
  );
});

test('an area of several parts covers what its parts cover', () => {
  fc.assert(
    fc.property(fc.array(rings, { minLength: 1, maxLength: 5 }), points, (parts, asked) => {
      const whole = areasAt([{ type: 'MultiPolygon', coordinates: parts }], asked).map((found) => found.length > 0);
      const alone = areasAt(
        parts.map((coordinates) => ({ type: 'Polygon', coordinates })),
        asked,
      );
      expect(whole).toEqual(alone.map((found) => found.length > 0));
    }),
    { numRuns: 200, seed: 1902 },
  );
});

test('a hole takes away its inside and leaves its edge', () => {
  fc.assert(
    fc.property(ring, points, (hole, asked) => {
      const frame: Position[] = [
        [-3, -3],
        [3, -3],
        [3, 3],
        [-3, 3],
      ];
      const inHole = areasAt([{ type: 'Polygon', coordinates: [hole] }], asked);
      const inFrame = areasAt([{ type: 'Polygon', coordinates: [frame, hole] }], asked);
      for (const [i, at] of asked.entries()) {
        const onEdge = inHole[i]?.length === 1 && inFrame[i]?.length === 1;
        if (!onEdge) expect(inFrame[i]?.length, String(at)).toBe(inHole[i]?.length === 1 ? 0 : 1);
      }
    }),
    { numRuns: 200, seed: 1902 },
  );
});
