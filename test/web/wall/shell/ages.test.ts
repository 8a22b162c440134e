import { expect, test } from 'vitest';
import type { WallSource } from '#data/schema/wall.ts';
import { agesOf } from '#web/wall/shell/ages.ts';
import { driftAt, isMirrored } from '#web/wall/shell/drift.ts';
import { ageInWords, momentShort } from '#web/wall/shell/words.ts';

const source = (amberHours: number | null, redHours: number | null): WallSource => ({
  ...{ source: 's', title: 'Calls', lastReceivedLocal: '2026-12-14T05:00:00', incompleteDays: 0, amberHours, redHours },
});

test.each([
  ['2026-12-14T10:59:59', 'fresh', 5],
  ['2026-12-14T11:00:00', 'amber', 6],
  ['2026-12-14T17:00:00', 'red', 12],
  ['2026-12-14T04:00:00', 'fresh', 0], // a clock that was put back
])('at %s a source of 6 and 12 hours is %s', (clock, freshness, hours) => {
  expect(agesOf([source(6, 12)], clock)[0]).toMatchObject({ freshness, hours });
});

test('a finished file is never stale', () => {
  expect(agesOf([source(null, null)], '2036-12-14T05:00:00')[0]?.freshness).toBe('fresh');
});

test('moments and ages are said in few words', () => {
  const clock = '2026-12-14T07:42:00';
  expect(momentShort('2026-12-14T05:00:00', clock)).toBe('5:00 am');
  expect(momentShort('2026-12-13T22:40:00', clock)).toBe('yesterday 10:40 pm');
  expect(momentShort('2026-12-10T22:40:00', clock)).toBe('Thu, Dec 10');
  expect([1, 47, 48, 80].map(ageInWords)).toEqual(['1 hour', '47 hours', '2 days', '3 days']);
});

test('the picture drifts by at most two pixels, a step a minute, and changes sides by the hour', () => {
  const minutes = Array.from({ length: 60 }, (_, at) => driftAt(`2026-12-14T07:${String(at).padStart(2, '0')}:00`));
  expect(Math.max(...minutes.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]))).toBe(2);
  expect(new Set(minutes.map(({ x, y }) => `${x} ${y}`)).size).toBe(12);
  for (const [at, { x, y }] of minutes.entries()) {
    const next = minutes[(at + 1) % 60];
    expect(Math.max(Math.abs(x - (next?.x ?? 9)), Math.abs(y - (next?.y ?? 9)))).toBeLessThanOrEqual(2);
  }
  expect(isMirrored('2026-12-14T07:00:00')).toBe(true);
  expect(isMirrored('2026-12-14T08:00:00')).toBe(false);
});
