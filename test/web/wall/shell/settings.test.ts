import { expect, test } from 'vitest';
import { isDark, readSettings } from '#web/wall/shell/settings.ts';

test('an address without settings is the usual wall', () => {
  expect(readSettings('')).toEqual({
    settings: { distance: 4, diagonal: 55, dwell: 25, pages: [], district: null, dim: null, holdsPause: false },
    ignored: [],
  });
});

test('what the address says is taken', () => {
  const { settings, ignored } = readSettings(
    '?distance=6.5&diagonal=75&dwell=40&pages=city,alert&district=North&dim=22-6&pause=hold',
  );
  expect(settings).toEqual({
    ...{ distance: 6.5, diagonal: 75, dwell: 40, pages: ['city', 'alert'], district: 'North' },
    ...{ dim: { from: 22, to: 6 }, holdsPause: true },
  });
  expect(ignored).toEqual([]);
});

test('what is not understood is named and changes nothing', () => {
  const { settings, ignored } = readSettings('?distance=far&dwell=5&pages=city,weather&dim=6&speed=2');
  expect(settings).toMatchObject({ distance: 4, dwell: 25, pages: ['city'], dim: null });
  expect(ignored.sort()).toEqual(['dim=6', 'distance=far', 'dwell=5', 'pages=weather', 'speed']);
});

test.each([
  [{ from: 22, to: 6 }, '2026-12-14T23:10:00', true],
  [{ from: 22, to: 6 }, '2026-12-14T05:59:59', true],
  [{ from: 22, to: 6 }, '2026-12-14T06:00:00', false],
  [{ from: 1, to: 5 }, '2026-12-14T03:00:00', true],
  [{ from: 1, to: 5 }, '2026-12-14T05:00:00', false],
  [null, '2026-12-14T03:00:00', false],
])('dark %o at %s: %s', (dim, at, is) => expect(isDark(dim, at)).toBe(is));
