import { expect, test } from 'vitest';
import { driftAt, isMirrored } from '#web/wall/shell/drift.ts';
import { isDark, readSettings } from '#web/wall/shell/settings.ts';

test('an address without settings is 4 m from 55 inches, 25 seconds a page, all pages, never dark', () => {
  expect(readSettings('')).toEqual({
    settings: { distance: 4, diagonal: 55, dwell: 25, pages: [], district: null, dim: null, holdsPause: false },
    ignored: [],
  });
});

test('what is asked for is read', () => {
  const { settings, ignored } = readSettings(
    '?distance=6.5&diagonal=75&dwell=40&pages=city,alert&district=North&dim=22-6&pause=hold',
  );
  expect(settings).toEqual({
    distance: 6.5,
    diagonal: 75,
    dwell: 40,
    pages: ['city', 'alert'],
    district: 'North',
    dim: { from: 22, to: 6 },
    holdsPause: true,
  });
  expect(ignored).toEqual([]);
});

test('what is not understood is named as it was written, and the usual holds', () => {
  const { settings, ignored } = readSettings('?distance=far&dwell=5&pages=city,news&dim=25-6&colour=red');
  expect(ignored).toEqual(['pages=news', 'dim=25-6', 'colour', 'distance=far', 'dwell=5']);
  expect(settings).toMatchObject({ distance: 4, dwell: 25, pages: ['city'], dim: null });
});

test('dark hours go over midnight', () => {
  const dim = { from: 22, to: 6 };
  const at = (hour: string) => isDark(dim, `2026-12-14T${hour}:30:00`);
  expect([at('21'), at('22'), at('00'), at('05'), at('06')]).toEqual([false, true, true, true, false]);
  expect(isDark({ from: 1, to: 5 }, '2026-12-14T00:59:00')).toBe(false);
});

test('the picture moves each minute by a pixel or two, never more than two from its place, and changes sides each hour', () => {
  const minutes = Array.from({ length: 61 }, (_, minute) =>
    driftAt(`2026-12-14T${minute === 60 ? '08:00' : `07:${String(minute).padStart(2, '0')}`}:00`),
  );
  for (const [index, { x, y }] of minutes.entries()) {
    expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(2);
    const before = minutes[index - 1];
    if (!before) continue;
    const moved = Math.hypot(x - before.x, y - before.y);
    expect(moved).toBeGreaterThanOrEqual(1);
    expect(moved).toBeLessThanOrEqual(2);
  }
  expect([isMirrored('2026-12-14T07:59:59'), isMirrored('2026-12-14T08:00:00')]).toEqual([true, false]);
});
