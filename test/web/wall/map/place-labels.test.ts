import { expect, test } from 'vitest';
import { isInside, type Rings } from '#web/wall/map/outline.ts';
import { type LabelWish, placeLabels } from '#web/wall/map/place-labels.ts';

const square = (x: number, y: number, side: number): Rings => [
  [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ],
];
const bounds = { left: 0, top: 0, right: 1000, bottom: 800 };

const wish = (areaId: string, x: number, y: number, side: number, more: Partial<LabelWish> = {}): LabelWish => ({
  areaId,
  rings: square(x, y, side),
  at: [x + side / 2, y + side / 2],
  width: 180,
  height: 44,
  isNeeded: true,
  ...more,
});

function boxesOf(wishes: LabelWish[]) {
  const placed = placeLabels(wishes, { bounds, bright: wishes.map(({ rings }) => rings), gap: 12 });
  return placed.map(({ areaId, x, y }) => {
    const { width, height } = wishes.find((each) => each.areaId === areaId) ?? { width: 0, height: 0 };
    return { areaId, left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
  });
}

test('a name stands within its area where it fits, else beside it without covering it', () => {
  const [large, small] = [wish('large', 100, 100, 300), wish('small', 600, 400, 60)];
  const placed = placeLabels([large, small], { bounds, bright: [large.rings, small.rings], gap: 12 });
  expect(placed.map(({ areaId, isInside: within }) => [areaId, within])).toEqual([
    ['large', true],
    ['small', false],
  ]);
  const [, beside] = placed;
  expect(isInside([beside?.x ?? 0, beside?.y ?? 0], small.rings)).toBe(false);
});

test('names never touch each other nor the edge, however close their areas lie', () => {
  const wishes = Array.from({ length: 12 }, (_, i) => wish(`a${i}`, 5 + (i % 4) * 70, 5 + Math.floor(i / 4) * 60, 40));
  const boxes = boxesOf(wishes);
  expect(boxes.length).toBeGreaterThan(6);
  for (const box of boxes) {
    expect([box.left >= 0, box.right <= 1000, box.top >= 0, box.bottom <= 800]).toEqual([true, true, true, true]);
    for (const other of boxes) {
      if (other === box) continue;
      const meet = box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
      expect(meet, `${box.areaId} and ${other.areaId}`).toBe(false);
    }
  }
});

test('a name that would only be nice stands within its area or not at all', () => {
  const placed = placeLabels([wish('small', 600, 400, 60, { isNeeded: false })], { bounds, bright: [], gap: 12 });
  expect(placed).toEqual([]);
});

test('a name wider than the map is left out rather than cut', () => {
  expect(placeLabels([wish('wide', 100, 100, 60, { width: 1200 })], { bounds, bright: [], gap: 12 })).toEqual([]);
});
