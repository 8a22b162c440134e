import { expect, test } from 'vitest';
import type { Call } from '#data/schema/call.ts';
import { Filter } from '#data/schema/filter.ts';
import { createApi } from '#web/api.ts';
import { createLoaded } from '#web/compute/loaded.ts';
import { reportingLag } from '#web/compute/reporting-lag.ts';
import { openTables } from '#web/tables/open-tables.ts';
import { manyCalls, serveCity } from './small-city.ts';

const ask = async (calls: Partial<Call>[], said: Partial<Filter> = {}) =>
  reportingLag(createLoaded(await openTables(createApi(serveCity(calls)), () => {})), {
    method: 'reporting-lag',
    filter: Filter.parse({ from: '2024-12-23', to: '2024-12-29', origin: 'all', layer: 'groups', ...said }),
    options: {},
  });
const dateOf = (day: number) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);

/** Three a day through 2024: two received the day it happened, one ten days later; what is received after the cut-off is not in. */
const late = Array.from({ length: 365 }, (_, day): Partial<Call>[] => [
  { occurredFromLocal: `${dateOf(day)}T08:00:00`, receivedLocal: `${dateOf(day)}T09:00:00` },
  { occurredFromLocal: `${dateOf(day)}T09:00:00`, receivedLocal: `${dateOf(day)}T09:30:00` },
  { occurredFromLocal: `${dateOf(day)}T08:00:00`, receivedLocal: `${dateOf(day + 10)}T09:00:00` },
])
  .flat()
  .filter(({ receivedLocal = '' }) => receivedLocal < '2024-12-31');

test('delays are learned from the calls of the last year, whatever dates are chosen', async () => {
  const { findings, window, leftOut } = await ask(late);
  expect(window).toEqual({ from: '2024-01-02', to: '2024-12-30' });
  expect(findings[0]).toMatchObject({ medianDays: 0, lagDays: 10 });
  expect(findings[0]?.arrived[9]).toBeCloseTo(2 / 3, 1);
  expect(leftOut).toEqual([]);
  const dated = await ask(late, { from: '2024-02-01', to: '2024-02-02' });
  expect(dated.findings).toEqual(findings);
});

test('the last weeks are nowcast from what is here of them, the others stand', async () => {
  const weeks = (await ask(late)).findings[0]?.weeks;
  expect(weeks?.at(-1)).toMatchObject({ week: '2024-12-23', observed: 14, verdict: 'nowcast' });
  expect(weeks?.at(-1)?.expected).toBeCloseTo(21.3, 0);
  expect(weeks?.at(-3)).toMatchObject({ week: '2024-12-09', observed: 21, verdict: 'complete', expected: 21 });
});

test('a source that tells one time, or one time twice, has no delays to learn from', async () => {
  const one = await ask(manyCalls(1_000));
  expect([one.findings, one.leftOut]).toEqual([[], [{ what: 'all calls', reason: 'no-report-date' }]]);
  const twice = await ask(late.map((call) => ({ ...call, receivedLocal: call.occurredFromLocal ?? '' })));
  expect([twice.findings, twice.leftOut]).toEqual([[], [{ what: 'all calls', reason: 'one-time-only' }]]);
});

test('calls that do not tell when they happened are counted and left out', async () => {
  const mixed = await ask([
    ...late,
    { receivedLocal: '2024-06-01T10:00:00' },
    { receivedLocal: '2024-06-02T10:00:00' },
  ]);
  expect(mixed.leftOut).toEqual([{ what: '2 calls', reason: 'no-start' }]);
  expect(mixed.findings[0]?.lagDays).toBe(10);
});

test('months have no days to be late by', async () => {
  const months = await ask(
    [
      { receivedLocal: '2024-11-01T00:00:00', timePrecision: 'month' },
      { receivedLocal: '2024-12-30T23:50:00', origin: 'officer' },
    ],
    { origin: 'public' },
  );
  expect(months.leftOut).toEqual([{ what: 'all calls', reason: 'months-only' }]);
});
