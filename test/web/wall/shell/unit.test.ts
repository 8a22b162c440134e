import { expect, test } from 'vitest';
import { wallUnit } from '#web/wall/shell/unit.ts';

const HD = { width: 1920, height: 1080 };
const usual = { distance: 4, diagonal: 55 };

test('on a 55-inch screen of 1920 by 1080 read from 4 m a wall pixel is a pixel, upright too', () => {
  expect(wallUnit(HD, usual).u).toBeCloseTo(1, 10);
  expect(wallUnit({ width: 1080, height: 1920 }, usual).u).toBeCloseTo(1, 10);
});

test('the smallest type has an x of 10 minutes of arc: 11.6 mm at 4 m', () => {
  const millimeters = (55 * 25.4) / Math.hypot(1920, 1080); // of a pixel: 0.634
  const x = 37 * millimeters * 0.495; // half the size of its type, near enough
  const arc = (Math.atan(x / 4000) * 180 * 60) / Math.PI;
  expect(x).toBeGreaterThan(11.5);
  expect(arc).toBeGreaterThan(9.9);
});

test('4K doubles the pixels and keeps the height on the wall', () => {
  expect(wallUnit({ width: 3840, height: 2160 }, usual).u).toBeCloseTo(2, 10);
});

test('from 6 m type is half as large again; on a larger screen the same height takes fewer pixels', () => {
  expect(wallUnit(HD, { distance: 6, diagonal: 55 }).u).toBeCloseTo(1.5, 10);
  expect(wallUnit(HD, { distance: 4, diagonal: 110 }).u).toBeCloseTo(0.5, 10);
});

test('a screen that cannot hold it says so and is set as large as it can be', () => {
  const { u, isTooSmall } = wallUnit(HD, { distance: 12, diagonal: 55 });
  expect(isTooSmall).toBe(true);
  expect(u).toBeCloseTo(1920 / 1140, 2); // its length is what it lacks first
  expect(wallUnit(HD, usual).isTooSmall).toBe(false);
});
