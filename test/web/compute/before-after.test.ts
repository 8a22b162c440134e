import { expect, test } from 'vitest';
import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import type { Call } from '#data/schema/call.ts';
import { Filter } from '#data/schema/filter.ts';
import { addsUp } from '#data/schema/record-counts.ts';
import { createApi } from '#web/api.ts';
import { beforeAfter } from '#web/compute/before-after.ts';
import type { Questions } from '#web/compute/door.ts';
import { createLoaded } from '#web/compute/loaded.ts';
import { openTables } from '#web/tables/open-tables.ts';
import { serveCity } from './small-city.ts';

const ACTION = '2024-03-04';
const dayAt = (days: number) => toLocalDate(toDayNumber(ACTION) + days);

/** One call a day for nine weeks on each side at each of two places; from the day of action on two at the first. */
const calls: Partial<Call>[] = Array.from({ length: 126 }, (_, i) => i - 63).flatMap((day) => {
  const at = (callId: string, lon: number, lat: number) => ({
    ...{ callId: `${callId}${day}`, receivedLocal: `${dayAt(day)}T23:30:00` },
    ...{ lon, lat, placement: 'placed' as const },
  });
  return [
    at('in', 0.005, 0.01),
    ...(day >= 0 ? [at('more', 0.0051, 0.01)] : []),
    at('control', 0.025, 0.01),
    ...(day % 3 === 0 ? [at('ring', 0.005, 0.0145)] : []),
  ];
});

async function ask(options: Partial<Questions['before-after']['options']>, filter: Partial<Filter> = {}) {
  const served = serveCity(calls, { cutoffLocal: `${dayAt(62)}T23:59:00`, reportingLagDays: 0 });
  const loaded = createLoaded(await openTables(createApi(served), () => {}));
  return beforeAfter(loaded, {
    method: 'before-after',
    filter: Filter.parse({ from: '2024-05-01', to: '2024-05-02', origin: 'all', layer: 'groups', ...filter }),
    options: { action: ACTION, ...options },
  });
}

const AROUND_FIRST = { circle: { lon: 0.005, lat: 0.01, radiusMeters: 300 } };

test('a drawn place is set against a chosen area, over its own days, whatever the dates of the filter', async () => {
  const { findings, window, records, code } = await ask({ control: 'g-east' }, AROUND_FIRST);
  expect(findings[0]).toMatchObject({
    controlId: 'g-east',
    matched: null,
    weeks: 9,
    counts: { treated: [63, 126], control: [63, 63], ring: [21, 21] },
    verdict: 'more',
  });
  expect(window).toEqual({ from: dayAt(-63), to: dayAt(62) });
  expect(addsUp(records)).toBe(true);
  expect(records.read).toBe(calls.length);
  expect(code).not.toBe('');
});

test('a chosen area is the place, and a like one is found as control', async () => {
  const { findings } = await ask({ ringMeters: 100 }, { areas: ['g-west'] });
  expect(findings[0]).toMatchObject({ controlId: 'g-east', matched: { among: 1 } });
});

test('weeks that have not wholly arrived are not counted, nor is a place that was not named', async () => {
  const { findings } = await ask({ action: dayAt(14), control: 'g-east' }, AROUND_FIRST);
  expect(findings[0]).toMatchObject({ weeks: 7, verdict: 'too-early' });
  const unnamed = await ask({});
  expect(unnamed.leftOut).toEqual([{ what: 'treated ground', reason: 'no-treated-ground' }]);
  expect((await ask({ action: dayAt(60) }, AROUND_FIRST)).leftOut[0]?.reason).toBe('too-early');
});
