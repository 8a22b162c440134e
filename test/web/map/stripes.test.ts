import { expect, test } from 'vitest';
import { hatch, stripes } from '#web/map/stripes.ts';

const at = ({ data, width }: { data: Uint8Array; width: number }, x: number, y: number): number[] => [
  ...data.slice((y * width + x) * 4, (y * width + x) * 4 + 4),
];

test('two colors take half of the tile each and never blend but at their edges', () => {
  const tile = stripes(['#FF0000', '#0000FF'], 24);
  const reds = Array.from({ length: 24 * 24 }, (_, i) => tile.data[i * 4] ?? 0);
  expect(reds.reduce((sum, red) => sum + red, 0) / (24 * 24 * 255)).toBeCloseTo(0.5, 2);
  const pure = reds.filter((red) => red === 0 || red === 255).length;
  expect(pure / reds.length).toBeGreaterThan(0.9);
});

test('a stripe goes on unbroken where the tile repeats', () => {
  const side = 24;
  const tile = stripes(['#FF0000', '#0000FF'], side);
  // Along a 45° stripe x + y is constant: leaving the tile at its right edge it enters again at the left, one row up.
  for (let y = 1; y < side; y += 1) expect(at(tile, side - 1, y - 1)).toEqual(at(tile, (y + side - 2) % side, 0));
});

test('stripes of one class are that class', () => {
  const { data } = stripes(['#3D7EB3', '#3D7EB3'], 12);
  for (let i = 0; i < data.length; i += 4) expect([...data.slice(i, i + 4)]).toEqual([0x3d, 0x7e, 0xb3, 255]);
});

test('a hatch is mostly its ground, and opaque', () => {
  const { data } = hatch('#EDF0EE', '#B4BEC3', 16);
  const ground = Array.from({ length: 256 }, (_, i) => data[i * 4]).filter((red) => red === 0xed).length;
  expect(ground / 256).toBeGreaterThan(0.6);
  expect(Array.from({ length: 256 }, (_, i) => data[i * 4 + 3])).toEqual(Array(256).fill(255));
});
