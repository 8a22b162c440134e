import { expect, test } from 'vitest';
import {
  addCorner,
  cornersOf,
  groundOf,
  type History,
  insertCorner,
  moveCorner,
  nudged,
  removeCorner,
  shapeOf,
  step,
} from '#web/records/group/draft.ts';

const ring = (x: number): [number, number][] => [
  [x, 0],
  [x + 1, 0],
  [x + 1, 1],
  [x, 0],
];
const holed = { type: 'MultiPolygon' as const, coordinates: [[ring(0), ring(0.5)], [ring(5)]] };

test('holes and parts come back as they were', () => {
  expect(groundOf(shapeOf(holed))).toEqual(holed);
});

test('moving the first corner moves both ends of its ring', () => {
  const moved = groundOf(moveCorner(shapeOf(holed), { part: 1, ring: 0, at: 0 }, [9, 9]));
  expect(moved?.coordinates[1]).toEqual([
    [
      [9, 9],
      [6, 0],
      [6, 1],
      [9, 9],
    ],
  ]);
});

test('a corner is added behind another, and taken away again', () => {
  const more = insertCorner(shapeOf(holed), { part: 0, ring: 1, at: 2 }, [0.5, 0.5]);
  expect(cornersOf(more)).toHaveLength(10);
  expect(removeCorner(more, { part: 0, ring: 1, at: 3 })).toEqual(shapeOf(holed));
});

test('a new part is no ground before its third corner, and goes with its last one', () => {
  const two = addCorner(addCorner([], { part: 0, ring: 0 }, [0, 0]), { part: 0, ring: 0 }, [1, 0]);
  expect(groundOf(two)).toBeNull();
  expect(groundOf(addCorner(two, { part: 0, ring: 0 }, [1, 1]))?.type).toBe('Polygon');
  expect(removeCorner(removeCorner(two, { part: 0, ring: 0, at: 0 }), { part: 0, ring: 0, at: 0 })).toEqual([]);
});

test('a push of a hundred meters is as long to the east as to the north', () => {
  const [lon, lat] = nudged([-105, 60], 100, 100);
  expect((lon + 105) * Math.cos(Math.PI / 3)).toBeCloseTo(lat - 60, 5);
});

test('undo takes back a whole drag at once, and redo brings it again', () => {
  const at = (radiusMeters: number) => ({ shape: [], center: null, radiusMeters });
  const begun: History = { past: [], now: at(1), future: [] };
  const dragged = [2, 3, 4].reduce<History>(
    (history, radiusMeters, index) => step(history, { do: index === 0 ? 'change' : 'slide', to: { radiusMeters } }),
    begun,
  );
  const undone = step(dragged, { do: 'undo' });
  expect([dragged.now.radiusMeters, undone.now.radiusMeters]).toEqual([4, 1]);
  expect(step(undone, { do: 'redo' })).toEqual(dragged);
  expect(step(undone, { do: 'undo' })).toEqual(undone);
});
