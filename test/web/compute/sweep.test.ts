import { expect, test } from 'vitest';
import { type InSteps, runThrough } from '#analysis/shared/steps.ts';
import type { Call } from '#data/schema/call.ts';
import { Filter } from '#data/schema/filter.ts';
import type { Manifest } from '#data/schema/manifest.ts';
import { addsUp } from '#data/schema/record-counts.ts';
import { createApi } from '#web/api.ts';
import type { Questions } from '#web/compute/door.ts';
import { createLoaded, type Loaded } from '#web/compute/loaded.ts';
import { sweep } from '#web/compute/sweep.ts';
import { openTables } from '#web/tables/open-tables.ts';
import { serveCity } from './small-city.ts';
import { LAST_MONDAY, LOUD, on, quietYears, STRING } from './swept-city.ts';

const load = async (said: Partial<Call>[], changes: Partial<Manifest> = {}): Promise<Loaded> =>
  createLoaded(await openTables(createApi(serveCity(said, changes)), () => {}));
const filter = (said: Partial<Filter> = {}) =>
  Filter.parse({ from: '2024-12-01', to: '2024-12-29', origin: 'public', ...said });
const asked = (said: Partial<Filter> = {}, week?: string) => ({
  method: 'sweep' as const,
  filter: filter(said),
  options: week === undefined ? {} : { week },
});
const find = (loaded: Loaded, said: Partial<Filter> = {}, week?: string) =>
  runThrough(sweep(loaded, asked(said, week)));

test('a quiet city has no candidates, and says over what it looked', async () => {
  const { findings, leftOut, options, window, records } = find(await load(quietYears()));
  expect(findings).toEqual([]);
  expect(leftOut).toEqual([]);
  expect(options).toMatchObject({ week: LAST_MONDAY, falseAlarmsAWeek: 1, unusualQ: 0.05 });
  expect(window).toEqual({ from: LAST_MONDAY, to: '2024-12-29' });
  expect(addsUp(records)).toBe(true);
});

test('a live string and a hot address are found, with their calls and the areas they touch', async () => {
  const { findings } = find(await load([...quietYears(), ...STRING, ...LOUD]));
  const string = findings.find(({ kind }) => kind === 'string');
  expect(string).toMatchObject({
    ...{ candidateKey: 'burglary~s-0', category: 'burglary', observed: 5, verdict: 'unusual', since: '2024-12-15' },
    ...{ callIds: STRING.map(({ id }) => id), areaIds: ['g-west', 'g-east'] },
  });
  expect(string?.center[0]).toBeCloseTo(0.0145, 6);
  const address = findings.find(({ kind }) => kind === 'hot-address');
  expect(address).toMatchObject({
    ...{ candidateKey: 'noise~loud', addressBlock: '100 BLK LOUD LANE', observed: 6, low: 0, verdict: 'unusual' },
    ...{ callIds: LOUD.map(({ id }) => id), areaIds: ['g-west'], center: [0.0041, 0.0051] },
  });
  for (const { p, q } of findings) expect(p).toBeLessThanOrEqual(q);
  expect(findings.map(({ q }) => q)).toEqual(findings.map(({ q }) => q).toSorted((a, b) => a - b));
});

test('a string keeps its name the week after, as long as it lives', async () => {
  const loaded = await load([...quietYears(), ...STRING]);
  const keys = (week: string) => find(loaded, {}, week).findings.map(({ candidateKey }) => candidateKey);
  expect(keys('2024-12-16')).toContain('burglary~s-0');
  expect(keys(LAST_MONDAY)).toContain('burglary~s-0');
});

test('a place that fills over weeks is one emerging cell, and its neighbors are not told again', async () => {
  const filling = Array.from({ length: 24 }, (_, i) =>
    on(6 - i, {
      ...{
        id: `e-${i}`,
        lon: 0.0205 + (i % 3) * 0.0036,
        lat: 0.0071 + (Math.floor(i / 3) % 3) * 0.0036,
        placeKey: `e${i}`,
      },
      ...{ category: 'graffiti', typeCode: 'GRAFFITI' },
    }),
  );
  const before = Array.from({ length: 60 }, (_, i) =>
    on(-7 * i - 30, { lon: ((i * 41) % 149) / 5_000, lat: ((i * 29) % 97) / 5_000, category: 'graffiti' }),
  ).map((call, i) => ({ ...call, id: `b-${i}`, typeCode: 'GRAFFITI', placeKey: `b${i}` }));
  const { findings } = find(await load([...quietYears(), ...before, ...filling]));
  const cells = findings.filter(({ kind }) => kind === 'emerging');
  expect(cells).toHaveLength(1);
  expect(cells[0]).toMatchObject({ category: 'graffiti', shape: 'new', verdict: 'unusual', areaIds: ['g-east'] });
  expect(cells[0]?.callIds).toEqual(expect.arrayContaining(['e-0', 'e-23']));
});

test('patrol drives, a pile at a stand-in point and a renamed type raise nothing', async () => {
  const drive = LOUD.map((call, i) => ({ ...call, id: `d-${i}`, origin: 'officer' as const }));
  const pile = LOUD.map((call, i) => ({ ...call, id: `p-${i}`, placement: 'default-point' as const }));
  const years = quietYears();
  const renamed = years.map((call, i) =>
    call.category === 'noise' && i > 500 ? { ...call, category: 'disturbance', typeCode: 'LOUD PARTY' } : call,
  );
  expect(find(await load([...years, ...drive, ...pile])).findings).toEqual([]);
  expect(find(await load([...years, ...drive]), { origin: 'officer' }).findings.map(({ kind }) => kind)).toContain(
    'hot-address',
  );
  expect(find(await load(renamed)).findings).toEqual([]);
});

test('who receives snapped points is shown neither strings nor addresses, and told why', async () => {
  const { findings, leftOut } = find(await load([...quietYears(), ...STRING, ...LOUD], { releaseLevel: 'public' }));
  expect(findings.filter(({ kind }) => kind !== 'emerging')).toEqual([]);
  expect(leftOut).toEqual([
    { what: 'strings', reason: 'snapped-places' },
    { what: 'hot addresses', reason: 'snapped-places' },
  ]);
});

test('a short past and months without days are named, not judged', async () => {
  const short = quietYears().filter(({ receivedLocal }) => String(receivedLocal) >= '2024-07-01');
  expect(find(await load([...short, ...LOUD])).leftOut).toEqual([
    { what: 'emerging cells', reason: 'short-history' },
    { what: 'hot addresses', reason: 'short-history' },
  ]);
  const months = quietYears().map((call) => ({ ...call, timePrecision: 'month' as const }));
  expect(find(await load(months))).toMatchObject({
    findings: [],
    leftOut: [{ what: 'candidates', reason: 'months-only' }],
    window: null,
  });
});

test('the work tells how far it is and goes only forward', async () => {
  const work: InSteps<Questions['sweep']['answer']> = sweep(await load([...quietYears(), ...STRING]), asked());
  const steps: number[] = [];
  for (let next = work.next(); !next.done; next = work.next()) steps.push(next.value.done / next.value.total);
  expect(steps.length).toBeGreaterThan(20);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(steps.at(-1)).toBeLessThanOrEqual(1);
});
