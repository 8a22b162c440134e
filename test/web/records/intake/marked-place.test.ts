import { expect, test } from 'vitest';
import { ConcernPlace } from '#data/schema/records/concern.ts';
import { type LonLat, middleOf, placeOfTaps, tapped, tapsOf } from '#web/records/intake/marked-place.ts';

const A: LonLat = [0, 0];
const B: LonLat = [2, 0];
const C: LonLat = [2, 4];

test('a spot moves with each tap; a stretch and an area grow', () => {
  expect(tapped('Point', [A], B)).toEqual([B]);
  expect(tapped('LineString', [A], B)).toEqual([A, B]);
  expect(tapped('Polygon', [A, B], C)).toEqual([A, B, C]);
});

test('what is marked is always a place that the server takes, and gives back its taps', () => {
  for (const shape of ['Point', 'LineString', 'Polygon'] as const) {
    for (const taps of [[A], [A, B], [A, B, C]]) {
      const place = placeOfTaps(shape, taps);
      expect(ConcernPlace.safeParse(place).success).toBe(true);
      expect(tapsOf(place)).toEqual(shape === 'Point' ? [A] : taps);
    }
    expect(placeOfTaps(shape, [])).toBeNull();
  }
  expect(placeOfTaps('LineString', [A, B, C])?.type).toBe('LineString');
  expect(placeOfTaps('Polygon', [A, B, C])).toEqual({ type: 'Polygon', coordinates: [[A, B, C, A]] });
});

test('its sign stands in the middle of the taps', () => {
  expect(middleOf([A, B, C, [0, 4]])).toEqual([1, 2]);
  expect(middleOf([])).toBeNull();
});
