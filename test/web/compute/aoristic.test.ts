import { expect, test } from 'vitest';
import type { Call } from '#data/schema/call.ts';
import { Filter } from '#data/schema/filter.ts';
import { createApi } from '#web/api.ts';
import { aoristic } from '#web/compute/aoristic.ts';
import { createLoaded } from '#web/compute/loaded.ts';
import { openTables } from '#web/tables/open-tables.ts';
import { serveCity } from './small-city.ts';

const MONDAY = '2024-05-06';
const CALLS: Partial<Call>[] = [
  {
    receivedLocal: '2024-05-07T09:00:00',
    occurredFromLocal: `${MONDAY}T23:30:00`,
    occurredToLocal: '2024-05-07T02:00:00',
    placement: 'unplaced',
  },
  { receivedLocal: `${MONDAY}T10:20:00`, lon: 0.01, lat: 0.01 },
  { receivedLocal: `${MONDAY}T00:00:00`, timePrecision: 'day', lon: 0.01, lat: 0.01 },
  { receivedLocal: '2023-05-01T10:20:00', lon: 0.01, lat: 0.01 },
];

test('a span is shared out, a call without one stands where it was received, and one without an hour is left out', async () => {
  const loaded = createLoaded(await openTables(createApi(serveCity(CALLS)), () => {}));
  const filter = Filter.parse({ from: '2024-05-06', to: '2024-05-12', origin: 'all' });
  const { findings, leftOut, options } = aoristic(loaded, { method: 'aoristic', filter, options: {} });
  expect(findings[0]).toMatchObject({ calls: 2, moments: 1 });
  expect(findings[0]?.weights[10]).toBe(1);
  expect(findings[0]?.weights[24]).toBeCloseTo(0.4, 12);
  expect(findings[0]?.exposureHours[10]).toBe(1);
  expect(leftOut).toEqual([{ what: '1 call', reason: 'no-start' }]);
  expect(options.timeZone).toBe('America/New_York');
});
