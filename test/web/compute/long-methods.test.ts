import { expect, test } from 'vitest';
import { runThrough } from '#analysis/shared/steps.ts';
import type { Call } from '#data/schema/call.ts';
import { Filter } from '#data/schema/filter.ts';
import { addsUp } from '#data/schema/record-counts.ts';
import { createApi } from '#web/api.ts';
import { clusters } from '#web/compute/clusters.ts';
import { createLoaded, type Loaded } from '#web/compute/loaded.ts';
import { nearRepeat } from '#web/compute/near-repeat.ts';
import { scan } from '#web/compute/scan.ts';
import { openTables } from '#web/tables/open-tables.ts';
import { manyCalls, serveCity } from './small-city.ts';

const load = async (said: Partial<Call>[]): Promise<Loaded> =>
  createLoaded(await openTables(createApi(serveCity(said)), () => {}));
const filter = (said: Partial<Filter> = {}) =>
  Filter.parse({ from: '2023-01-01', to: '2024-12-31', origin: 'all', ...said });

/** Four calls at one corner within a week, one far away, one of another category between them. */
const CORNER: Partial<Call>[] = [
  { receivedLocal: '2024-05-01T10:00:00', lon: 0.011, lat: 0.01, category: 'theft' },
  { receivedLocal: '2024-05-02T23:50:00', lon: 0.0115, lat: 0.01, category: 'theft' },
  { receivedLocal: '2024-05-02T12:00:00', lon: 0.0112, lat: 0.01, category: 'noise' },
  { receivedLocal: '2024-05-09T00:10:00', lon: 0.012, lat: 0.01, category: 'theft' },
  { receivedLocal: '2024-09-01T00:10:00', lon: 0.002, lat: 0.001, category: 'theft' },
];

test('near repeats are those of the filter, and a string names rows of the tables', async () => {
  const loaded = await load(CORNER);
  const asked = {
    method: 'near-repeat' as const,
    filter: filter({ categories: ['theft'] }),
    options: { permutations: 19 },
  };
  const { findings, records, window } = runThrough(nearRepeat(loaded, asked));
  const string = findings.find((finding) => finding.kind === 'string');
  expect(string).toMatchObject({ calls: 3, firstDate: '2024-05-01', lastDate: '2024-05-09' });
  expect(string?.rows.map((row) => loaded.calls.lon[row])).toEqual([0.011, 0.0115, 0.012]);
  expect(addsUp(records)).toBe(true);
  expect(records.read).toBe(4);
  expect(window).toEqual({ from: '2023-01-01', to: '2024-12-31' });
});

test('clusters name rows of the tables', async () => {
  const loaded = await load(CORNER);
  const asked = { method: 'clusters' as const, filter: filter(), options: { radiusMeters: 60, minCalls: 3 } };
  const { findings, leftOut } = clusters(loaded, asked);
  expect(findings).toHaveLength(1);
  expect(findings[0]?.rows.map((row) => loaded.calls.lon[row])).toEqual([0.011, 0.0115, 0.0112, 0.012]);
  expect(leftOut).toContainEqual({ what: '1 calls', reason: 'in-no-cluster' });
});

test('a scan covers the whole weeks of the filter and says since when', async () => {
  const loaded = await load(manyCalls(5_000));
  const asked = {
    method: 'scan' as const,
    filter: filter({ from: '2024-01-03' }),
    options: { replications: 9, maxShare: 0.5 },
  };
  const { findings, window, options, records } = runThrough(scan(loaded, asked));
  expect(window?.from).toBe('2024-01-08');
  expect(options).toMatchObject({ cellMeters: 500, model: 'permutation', replications: 9 });
  for (const { since, fromWeek } of findings) {
    expect(new Date(`${since}T00:00:00Z`).getUTCDay()).toBe(1);
    expect(fromWeek).toBeGreaterThan(0);
  }
  expect(findings.length).toBeGreaterThan(0);
  expect(addsUp(records)).toBe(true);
});

test('a filter without a whole week is not scanned, and says so', async () => {
  const loaded = await load(manyCalls(500));
  const asked = { method: 'scan' as const, filter: filter({ from: '2024-01-03', to: '2024-01-09' }), options: {} };
  expect(runThrough(scan(loaded, asked))).toMatchObject({
    findings: [],
    leftOut: [{ what: 'scan', reason: 'no-full-week' }],
    window: null,
  });
});
