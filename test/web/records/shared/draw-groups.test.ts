import { expect, test } from 'vitest';
import type { BoardGroup } from '#data/schema/records/duty.ts';
import { square } from '#test/fixture/box.ts';
import { drawingOf } from '#web/records/shared/draw-groups.ts';

const group = (groupId: string, geometry: BoardGroup['geometry']): BoardGroup => ({
  groupId,
  name: groupId,
  liaisonId: null,
  clock: null,
  inactive: null,
  marks: [],
  plans: [],
  lastMadeOn: null,
  missed: null,
  notice: null,
  representatives: [],
  geometry,
});

test('north is up, east is right, and all of it stays inside the picture', () => {
  const { width, height, shapes } = drawingOf([
    group('south-west', square(0, 0, 1)),
    group('north-east', square(2, 2, 1)),
    group('nowhere', null),
  ]);
  expect(shapes.map(({ groupId }) => groupId)).toEqual(['south-west', 'north-east']);
  const [southWest, northEast] = shapes;
  expect(southWest?.at[0]).toBeLessThan(northEast?.at[0] ?? 0);
  expect(southWest?.at[1]).toBeGreaterThan(northEast?.at[1] ?? 0);
  const numbers = shapes.flatMap(({ path }) => path.match(/[\d.]+/g) ?? []).map(Number);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThanOrEqual(Math.max(width, height));
});

test('without any ground there is no picture', () => {
  expect(drawingOf([group('nowhere', null)]).shapes).toEqual([]);
});
