import { expect, test } from 'vitest';
import { busiestBox, cellsOf } from '#web/spikes/busiest.ts';

const weekWith = (cells: Record<number, number>) => Array.from({ length: 168 }, (_, cell) => cells[cell] ?? 0);
const evenYear = Array.from({ length: 168 }, () => 2);

test('calls heaped on two afternoons are boxed', () => {
  const week = weekWith({ 61: 3, 62: 2, 63: 1, 85: 2, 86: 3, 10: 1, 150: 1, 163: 1 }); // Wed and Thu, 1 to 4 pm
  expect(busiestBox(week, evenYear)).toEqual({ box: { days: [2, 3], hours: [13, 15] }, count: 11 });
});

test('calls strewn over the week are not', () => {
  expect(busiestBox(weekWith({ 3: 1, 40: 1, 75: 1, 110: 1, 160: 1 }), evenYear)).toBeNull();
  expect(busiestBox(weekWith({}), evenYear)).toBeNull();
});

test('hours that are always busy are no finding', () => {
  const evenings = Array.from({ length: 168 }, (_, cell) => (cell >= 66 && cell <= 68 ? 100 : 0));
  expect(busiestBox(weekWith({ 66: 4, 67: 4, 68: 4 }), evenings)).toBeNull();
});

test('a box names its cells by day and hour', () => {
  expect(cellsOf({ days: [2, 3], hours: [13, 14] })).toEqual([61, 62, 85, 86]);
});
