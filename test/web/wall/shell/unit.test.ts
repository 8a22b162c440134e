import { expect, test } from 'vitest';
import { wallUnit } from '#web/wall/shell/unit.ts';

const HD = { width: 1920, height: 1080 };
const usual = { distance: 4, diagonal: 55 };

test('one wall pixel is one pixel of a 55-inch screen of 1920 by 1080 seen from 4 m', () => {
  expect(wallUnit(HD, usual)).toEqual({ u: 1, isTooSmall: false });
});

test('37 wall pixels there are an x of 10 minutes of arc, as the InfoComm guide asks', () => {
  // By hand: 55 in = 1397 mm over 2202.9 px, 0.6342 mm a pixel; the x of a sans serif is about half its size.
  const millimeters = 37 * 0.5 * (1397 / Math.hypot(1920, 1080));
  const minutesOfArc = (Math.atan(millimeters / 4000) * 180 * 60) / Math.PI;
  expect(minutesOfArc).toBeCloseTo(10.08, 1);
});

test.each([
  [{ width: 3840, height: 2160 }, usual, 2], // twice the pixels an inch
  [{ width: 1080, height: 1920 }, usual, 1], // upright
  [HD, { distance: 6, diagonal: 55 }, 1.5],
  [HD, { distance: 2, diagonal: 55 }, 0.5],
  [HD, { distance: 4, diagonal: 110 }, 0.5], // a picture twice as large, read from as far
])('%o, %o: %f', (viewport, place, u) => {
  expect(wallUnit(viewport, place).u).toBeCloseTo(u, 10);
});

test('a screen too small for the distance has the largest type that it can hold, and that is said', () => {
  const { u, isTooSmall } = wallUnit(HD, { distance: 12, diagonal: 32 });
  expect(isTooSmall).toBe(true);
  expect(u).toBeCloseTo(1920 / 1140, 10);
});
