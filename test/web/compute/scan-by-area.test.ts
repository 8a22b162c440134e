import { expect, test } from 'vitest';
import { runThrough } from '#analysis/shared/steps.ts';
import type { Call } from '#data/schema/call.ts';
import { Filter } from '#data/schema/filter.ts';
import { createApi } from '#web/api.ts';
import { createLoaded } from '#web/compute/loaded.ts';
import { scan } from '#web/compute/scan.ts';
import { choicesOf } from '#web/methods/scan/against.tsx';
import { openTables } from '#web/tables/open-tables.ts';
import { serveCity } from './small-city.ts';

/** Ten weeks with a call in each of both groups; in the last of them ten in East. The day after closes it. */
const calls: Partial<Call>[] = Array.from({ length: 10 }, (_, week) => week).flatMap((week) => {
  const at = (i: number, lon: number) => ({
    ...{ callId: `${week}-${i}-${lon}`, lon, lat: 0.01, placement: 'placed' as const },
    receivedLocal: `${new Date(Date.UTC(2024, 0, 1 + 7 * week, 12 + (i % 3))).toISOString().slice(0, 19)}`,
  });
  return [at(0, 0.005), ...Array.from({ length: week === 9 ? 10 : 1 }, (_, i) => at(i, 0.025))];
});

const asked = (filter: Partial<Filter> = {}) => ({
  method: 'scan' as const,
  filter: Filter.parse({ from: '2024-01-01', to: '2024-03-10', origin: 'all', layer: 'groups', ...filter }),
  options: { model: 'poisson' as const, denominator: 'addresses' as const, maxShare: 0.5, replications: 19 },
});

async function load(addresses: readonly number[]) {
  const tables = await openTables(
    createApi(serveCity(calls, { cutoffLocal: '2024-03-12T09:00:00', reportingLagDays: 0 })),
    () => {},
  );
  const features = (tables.layers.groups?.features ?? []).map((area, at) => {
    return { ...area, properties: { ...area.properties, addresses: addresses[at] ?? null } };
  });
  return createLoaded({ ...tables, layers: { ...tables.layers, groups: { type: 'FeatureCollection', features } } });
}

test('set against addresses, the areas are the places, and the one that rose is named', async () => {
  const { findings, options } = runThrough(scan(await load([500, 500]), asked()));
  expect(findings[0]).toMatchObject({ places: ['g-east'], weeks: 1, since: '2024-03-04', observed: 10 });
  expect(findings[0]?.expected).toBeCloseTo(29 / 20, 9); // a tenth of the weeks, half of the addresses
  expect(options).toMatchObject({ model: 'poisson', denominator: 'addresses' });
});

test('an area without addresses is left out by name, and a drawn part as a whole', async () => {
  const loaded = await load([500, 0]);
  expect(runThrough(scan(loaded, asked())).leftOut).toContainEqual({ what: 'g-east', reason: 'no-residents' });
  const circle = { lon: 0.02, lat: 0.01, radiusMeters: 900 };
  expect(runThrough(scan(loaded, asked({ circle }))).leftOut).toEqual([{ what: 'scan', reason: 'part-of-areas' }]);
});

test('only what two areas or more tell is offered', async () => {
  const featuresOf = async (addresses: readonly number[]) => (await load(addresses)).layers.groups?.features ?? [];
  expect(choicesOf(await featuresOf([500, 500]))).toEqual(['past', 'addresses']);
  expect(choicesOf(await featuresOf([500, 0]))).toEqual(['past']);
});
