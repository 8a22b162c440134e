import { expect, test } from 'vitest';
import { findingInWords } from '#server/commands/analyze/finding-words.ts';

test('a cell is told with its middle, latitude first', () => {
  const ring = [
    [-82.6, 35.5],
    [-82.5, 35.5],
    [-82.5, 35.6],
    [-82.6, 35.6],
    [-82.6, 35.5],
  ];
  expect(findingInWords({ ring, count: 12, z: 2.71859 })).toBe('count 12  z 2.719  at 35.55000, -82.55000');
});

test('a surface is told with its highest cell; its first row is the north', () => {
  const perKm2 = Float32Array.of(0, 9, 1, 2);
  const surface = { columns: 2, rows: 2, bbox: [10, 50, 12, 52], perKm2, max: 9 };
  expect(findingInWords(surface)).toBe('columns 2  rows 2  max 9  at 51.50000, 11.50000');
});

test('what has no place is told without one', () => {
  expect(findingInWords({ areaId: 'AA1', observed: 5 })).toBe('areaId AA1  observed 5');
});
