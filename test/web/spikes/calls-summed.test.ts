import { expect, test } from 'vitest';
import type { CallRow } from '#web/compute/door.ts';
import { boundsAround, hoursOfCalls, placesOfCalls } from '#web/spikes/calls-summed.ts';

const call = (receivedLocal: string, more: Partial<CallRow> = {}): CallRow => ({
  ...{ id: receivedLocal, receivedLocal, timePrecision: 'minute', typeCode: 'NOISE', category: 'noise' },
  ...{ origin: 'public', addressBlock: '100 BLK PELL STREET', placeKey: 'a', disposition: null },
  ...{ placement: 'placed', lon: -80.2, lat: 36.4, ...more },
});

test('calls fall into their hour of the week, and one without an hour into none', () => {
  const counts = hoursOfCalls([
    call('2026-12-07T00:30:00'), // a Monday
    call('2026-12-13T23:59:00'), // a Sunday
    call('2026-12-08T00:00:00', { timePrecision: 'day' }),
  ]);
  expect(counts.flatMap((count, cell) => (count > 0 ? [cell] : []))).toEqual([0, 167]);
});

test('places stand by their calls, and calls without a place at none', () => {
  const places = placesOfCalls([
    call('2026-12-07T00:30:00'),
    call('2026-12-07T01:30:00', { placeKey: 'b', addressBlock: null }),
    call('2026-12-07T02:30:00', { placeKey: 'b', addressBlock: null }),
    call('2026-12-07T03:30:00', { placeKey: null }),
  ]);
  expect(places.map(({ label, count }) => [label, count])).toEqual([
    ['b', 2],
    ['100 BLK PELL STREET', 1],
  ]);
});

test('a map shows all calls and at least 300 m each way', () => {
  const [west, south, east, north] = boundsAround([0, 0], [{ lon: 0.01, lat: null }]);
  expect(east).toBe(0.01);
  expect([-west, -south, north]).toEqual([300 / 111_320, 300 / 111_320, 300 / 111_320]);
});
