import { expect, test } from 'vitest';
import { boxAround, frameOf, grownBox, project, worldX, worldY } from '#web/wall/map/mercator.ts';

test('the world is a square: its corners lie at 0 and 1', () => {
  expect([worldX(-180), worldX(180)]).toEqual([0, 1]);
  expect(worldY(0)).toBeCloseTo(0.5, 12);
  expect(worldY(85.051129)).toBeCloseTo(0, 7); // where web maps end, EPSG:3857
  expect(worldY(-85.051129)).toBeCloseTo(1, 7);
});

test('a box is shown whole, within the margin and in its middle', () => {
  const frame = frameOf([-80.3, 36.3, -80.1, 36.4], 1150, 940, { top: 50, right: 60, bottom: 90, left: 100 });
  const [left, top] = project(frame, -80.3, 36.4);
  const [right, bottom] = project(frame, -80.1, 36.3);
  expect(left).toBeCloseTo(100, 6);
  expect(right).toBeCloseTo(1090, 6);
  expect(top).toBeGreaterThan(50);
  expect(bottom).toBeLessThan(850);
  expect((top + bottom) / 2).toBeCloseTo((50 + 850) / 2, 6);
});

test('boxes join, and grow by the same ground on all sides', () => {
  expect(boxAround([])).toBeNull();
  const box = boxAround([
    [-80.3, 36.3, -80.2, 36.4],
    [-80.25, 36.2, -80.1, 36.35],
  ]);
  expect(box).toEqual([-80.3, 36.2, -80.1, 36.4]);
  const [west, south, east, north] = grownBox([0, 60, 2, 60.5], 0.1);
  expect(0 - west).toBeCloseTo((60 - south) * 2, 1); // at 60° north a degree of longitude is half as long
  expect([east > 2, north > 60.5]).toEqual([true, true]);
});
