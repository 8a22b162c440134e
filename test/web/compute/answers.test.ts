import { beforeAll, expect, test } from 'vitest';
import type { Call } from '#data/schema/call.ts';
import { Filter } from '#data/schema/filter.ts';
import { addsUp } from '#data/schema/record-counts.ts';
import { createApi } from '#web/api.ts';
import { calls } from '#web/compute/calls.ts';
import { density } from '#web/compute/density.ts';
import { explore } from '#web/compute/explore.ts';
import { countKept } from '#web/compute/kept-calls.ts';
import { createLoaded, type Loaded } from '#web/compute/loaded.ts';
import { points } from '#web/compute/points.ts';
import { spike } from '#web/compute/spike.ts';
import { openTables } from '#web/tables/open-tables.ts';
import { manyCalls, serveCity } from './small-city.ts';

const load = async (said: Partial<Call>[]): Promise<Loaded> =>
  createLoaded(await openTables(createApi(serveCity(said)), () => {}));
const filter = (said: Partial<Filter> = {}) =>
  Filter.parse({ from: '2023-01-01', to: '2024-12-31', origin: 'all', ...said });
const explored = (loaded: Loaded, said: Partial<Filter> = {}) => {
  const [finding] = explore(loaded, {
    method: 'explore',
    filter: filter(said),
    options: { expectedBand: true },
  }).findings;
  if (!finding) throw new Error('explore always has one finding');
  return finding;
};

let many: Loaded;
beforeAll(async () => {
  many = await load(manyCalls(5_000));
});

test.each<Partial<Filter>>([
  {},
  { origin: 'officer' },
  { areas: ['g-west'] },
  { categories: ['noise'], hours: [22, 23] },
  {
    polygon: [
      [0, 0],
      [0.02, 0],
      [0.02, 0.02],
    ],
  },
  { circle: { lon: 0.01, lat: 0.01, radiusMeters: 500 } },
  { from: '2023-06-01', to: '2023-06-30', places: ['p3', 'p5'] },
])('the reconciliation adds up and says the same on every road: %o', (said) => {
  const asked = filter(said);
  const { records, findings } = explore(many, { method: 'explore', filter: asked, options: { expectedBand: false } });
  expect(addsUp(records)).toBe(true);
  expect(countKept(many, asked)).toEqual(records);
  expect(findings[0]?.calls).toBe(records.read);
  expect(points(many, { method: 'points', filter: asked, options: {} }).findings[0]?.count).toBe(
    records.inside + records.inSeveral + records.outside,
  );
});

test('a city without calls opens, and every answer says none', async () => {
  const loaded = await load([]);
  const asked = filter();
  expect(explored(loaded)).toMatchObject({ calls: 0, weeks: [], types: [], places: [] });
  expect(explored(loaded).areas).toHaveLength(2);
  expect(spike(loaded, { method: 'spike', filter: asked, options: {} }).findings).toEqual([]);
  expect(points(loaded, { method: 'points', filter: asked, options: {} }).findings[0]?.count).toBe(0);
  expect(density(loaded, { method: 'density', filter: asked, options: {} }).leftOut[0]?.reason).toBe('no-points');
  expect(calls(loaded, { method: 'calls', filter: asked, options: { offset: 0, limit: 10 } }).findings).toEqual([]);
});

test('a call in two areas counts in both, and once in the total', async () => {
  const loaded = await load([{ receivedLocal: '2024-05-01T10:00:00', lon: 0.015, lat: 0.01 }]);
  const { areas, calls } = explored(loaded);
  expect(calls).toBe(1);
  expect(areas).toEqual([
    { areaId: 'g-east', count: 1, onlyHere: 0, inSeveral: 1, concerns: 1 },
    { areaId: 'g-west', count: 1, onlyHere: 0, inSeveral: 1, concerns: 2 },
  ]);
});

test('choosing in a view leaves that view whole and narrows the others', () => {
  const all = explored(many);
  const noise = explored(many, { categories: ['noise'] });
  expect(noise.categories).toEqual(all.categories);
  expect(noise.calls).toBe(all.categories.find(({ category }) => category === 'noise')?.count);
  expect(noise.areas[0]?.count).toBeLessThan(all.areas[0]?.count ?? 0);
});

test('a drawn circle keeps what is within its radius and nothing else', async () => {
  // A degree of latitude is 111.195 km on a sphere of 6371.0088 km: 0.0045 degrees are 500.4 m, 0.0044 are 489.3 m.
  const loaded = await load([
    { receivedLocal: '2024-05-01T10:00:00', lon: 0.01, lat: 0.0145 },
    { receivedLocal: '2024-05-01T10:00:00', lon: 0.01, lat: 0.0144 },
    { receivedLocal: '2024-05-01T10:00:00' },
  ]);
  expect(countKept(loaded, filter({ circle: { lon: 0.01, lat: 0.01, radiusMeters: 500 } }))).toMatchObject({
    read: 1,
    inside: 0,
    inSeveral: 1,
  });
});

test('a drawn area of two corners, a date that does not exist and an unknown layer are refused in plain words', () => {
  expect(() =>
    countKept(
      many,
      filter({
        polygon: [
          [0, 0],
          [1, 1],
        ],
      }),
    ),
  ).toThrow('three corners');
  expect(() => countKept(many, filter({ from: '2023-02-30' }))).toThrow('is not a date');
  expect(() => countKept(many, filter({ layer: 'beats' }))).toThrow(
    'There are no boundaries named “beats”; there are groups.',
  );
});

test('weeks at the edge of the data and still running are marked, and no range is drawn from them', () => {
  const { weeks } = explored(many);
  // The calls begin on Monday 2023-01-02; the cut-off is Monday 2024-12-30.
  expect(weeks[0]).toMatchObject({ week: '2023-01-02', complete: true, low: null });
  expect(weeks.at(-1)).toMatchObject({ week: '2024-12-30', complete: false, low: null, high: null });
  const judged = weeks.filter((week) => week.low !== null);
  expect(judged.length).toBeGreaterThan(80);
});

test('a year that could not be read is no quiet year: its weeks are incomplete and the caveat names it', async () => {
  const loaded = { ...many, unreadable: [{ file: 'x', year: 2023, reason: 'y' }] };
  const answer = explore(loaded, { method: 'explore', filter: filter(), options: { expectedBand: true } });
  expect(answer.caveat).toContain('Missing, because it could not be read: 2023.');
  expect(answer.findings[0]?.weeks.filter((week) => week.complete && week.week < '2024')).toEqual([]);
});

test('points are those on the map, the newest where there are too many, with stacks by place', async () => {
  const at = (day: string, lon: number, placeKey: string) => ({
    receivedLocal: `2024-05-${day}T10:00:00`,
    lon,
    lat: 0.01,
    placeKey,
  });
  const loaded = await load([
    at('01', 0.001, 'a'),
    at('02', 0.002, 'b'),
    at('03', 0.002, 'b'),
    { receivedLocal: '2024-05-04T00:00:00' },
  ]);
  const { findings, leftOut } = points(loaded, { method: 'points', filter: filter(), options: { atMost: 2 } });
  expect(findings[0]?.count).toBe(3);
  expect(findings[0]?.lonLat).toEqual(Float32Array.of(0.002, 0.01, 0.002, 0.01));
  expect(findings[0]?.stacks).toEqual([{ placeKey: 'b', label: '0.01000, 0.00200', lon: 0.002, lat: 0.01, count: 2 }]);
  expect(leftOut).toEqual([{ what: '1 older calls', reason: 'too-many-points' }]);
});

test('pages of calls follow each other, newest first, and together hold every call of the filter', () => {
  const asked = filter({ categories: ['theft'] });
  const page = (offset: number) => calls(many, { method: 'calls', filter: asked, options: { offset, limit: 300 } });
  const all = [0, 300, 600, 900].flatMap((offset) => page(offset).findings);
  expect(all.length).toBe(page(0).records.read);
  expect(new Set(all.map((call) => call.id)).size).toBe(all.length);
  const times = all.map((call) => call.receivedLocal);
  expect(times).toEqual(times.toSorted().reverse());
});

test('a planted week stands out, with the concerns of its category, whatever is chosen on the screen', async () => {
  const quiet = Array.from({ length: 100 }, (_, week) =>
    Array.from({ length: 4 }, (_, day) => onDay(week * 7 + day)),
  ).flat();
  const loud = Array.from({ length: 30 }, (_, i) => onDay(51 * 14 + (i % 7)));
  const loaded = await load([...quiet, ...loud]);
  const week = localDate(51 * 14);
  const answer = spike(loaded, {
    method: 'spike',
    filter: filter({ from: '2024-01-01', categories: ['crash'] }),
    options: { week },
  });
  expect(answer.findings[0]).toMatchObject({
    areaId: 'g-west',
    category: 'noise',
    week,
    observed: 30,
    verdict: 'unusual',
    direction: 'above',
    concerns: 2,
  });
  expect(answer.window).toEqual({ from: week, to: localDate(51 * 14 + 6) });
  expect(answer.records).toMatchObject({ read: 30, inside: 30 });
});

test('the running week is not judged', () => {
  const question = { method: 'spike' as const, filter: filter() };
  expect(spike(many, { ...question, options: {} }).window).toEqual({ from: '2024-12-23', to: '2024-12-29' });
  expect(() => spike(many, { ...question, options: { week: '2024-12-30' } })).toThrow(
    'The last whole week begins 2024-12-23.',
  );
});

test('the same question over the same calls has the same code, another question another', () => {
  const ask = (said: Partial<Filter>) =>
    explore(many, { method: 'explore', filter: filter(said), options: { expectedBand: false } }).code;
  expect(ask({})).toBe(ask({}));
  expect(ask({})).not.toBe(ask({ origin: 'public' }));
});

const localDate = (day: number): string => new Date(Date.UTC(2023, 0, 2 + day)).toISOString().slice(0, 10);
const onDay = (day: number): Partial<Call> => ({ receivedLocal: `${localDate(day)}T12:00:00`, lon: 0.005, lat: 0.01 });

const monthly = (month: string): Partial<Call> => ({
  receivedLocal: `${month}-01T00:00:00`,
  timePrecision: 'month',
  lon: 0.005,
  lat: 0.01,
});

test('a source of months is counted by months, and no week of it is judged', async () => {
  const loaded = await load(['2024-01', '2024-01', '2024-04'].map(monthly));
  expect(loaded).toMatchObject({ months: ['2024-01-01', '2024-04-01'], lastDay: '2024-04-30' });
  const found = explored(loaded, { from: '2024-04-01', to: '2024-04-30' });
  expect(found.calls).toBe(1);
  expect(found.weeks).toEqual([]);
  expect(found.months).toEqual([
    { month: '2024-01-01', count: 2 },
    { month: '2024-04-01', count: 1 },
  ]);
  const judged = spike(loaded, { method: 'spike', filter: filter(), options: {} });
  expect([judged.findings, judged.leftOut]).toEqual([[], [{ what: 'all series', reason: 'months-only' }]]);
});

test('beside a source of minutes, calls known by month are in the total and in no week', async () => {
  const loaded = await load([monthly('2024-01'), { receivedLocal: '2024-01-03T10:00:00', lon: 0.005, lat: 0.01 }]);
  const found = explored(loaded);
  expect([loaded.months, found.months, found.calls]).toEqual([[], [], 2]);
  expect(found.weeks.reduce((sum, { count }) => sum + count, 0)).toBe(1);
});
