import { expect, test } from 'vitest';
import type { Call } from '#data/schema/call.ts';
import { Filter } from '#data/schema/filter.ts';
import { addsUp } from '#data/schema/record-counts.ts';
import { createApi } from '#web/api.ts';
import { cusum } from '#web/compute/cusum.ts';
import type { Questions } from '#web/compute/door.ts';
import { ears } from '#web/compute/ears.ts';
import { createLoaded, type Loaded } from '#web/compute/loaded.ts';
import { openTables } from '#web/tables/open-tables.ts';
import { manyCalls, serveCity } from './small-city.ts';

const load = async (said: Partial<Call>[]): Promise<Loaded> =>
  createLoaded(await openTables(createApi(serveCity(said)), () => {}));
const filter = (said: Partial<Filter> = {}) =>
  Filter.parse({ from: '2024-12-23', to: '2024-12-29', origin: 'all', layer: 'groups', ...said });
const judgeDays = (loaded: Loaded, said: Partial<Filter> = {}, options: Questions['ears']['options'] = {}) =>
  ears(loaded, { method: 'ears', filter: filter(said), options });
const judgeWeeks = (loaded: Loaded, said: Partial<Filter> = {}, options: Questions['cusum']['options'] = {}) =>
  cusum(loaded, { method: 'cusum', filter: filter(said), options });

const dateOf = (day: number) => new Date(Date.UTC(2023, 0, 2 + day)).toISOString().slice(0, 10);
const LAST = 727; // 2024-12-29, a Sunday
/** Two or three calls of noise a day in the west, and more from `from` on. */
const daily = (more: (day: number) => number): Partial<Call>[] =>
  Array.from({ length: LAST + 1 }, (_, day) =>
    Array.from({ length: 2 + (day % 2) + more(day) }, (_, i): Partial<Call> => {
      return { receivedLocal: `${dateOf(day)}T${10 + i}:00:00`, lon: 0.005, lat: 0.01 };
    }),
  ).flat();

const many = await load(manyCalls(5_000));

test('a loud day is an alarm of all calls and of its own series, and no other day is', async () => {
  const { findings, window, options } = judgeDays(await load(daily((day) => (day === LAST ? 8 : 0))));
  const [whole, ...series] = findings;
  expect(window).toEqual({ from: '2024-12-02', to: '2024-12-29' });
  expect(whole?.days).toHaveLength(28);
  expect(whole?.days.filter(({ isAlarm }) => isAlarm).map(({ day }) => day)).toEqual(['2024-12-29']);
  expect(series.find(({ areaId }) => areaId === 'g-west')).toMatchObject({
    category: 'noise',
    days: [{ day: '2024-12-29', count: 11, isAlarm: true }],
  });
  expect(series.map(({ areaId }) => areaId)).not.toContain('g-east'); // nobody called there: no look
  expect(options).toMatchObject({ rule: 'C2', baseline: 7, minSigma: 1, alpha: 0.001 });
});

test('days are judged up to the end of the dates, the running day never', async () => {
  const loud = await load(daily((day) => (day === LAST - 10 ? 8 : 0)));
  expect(judgeDays(loud, { to: '2024-12-19' }).findings[0]?.days.at(-1)).toMatchObject({
    day: '2024-12-19',
    isAlarm: true,
  });
  expect(judgeDays(many, { to: '2025-02-01' }).findings[0]?.days.at(-1)?.day).toBe('2024-12-30');
});

test('days are counted once each for all calls, and add up by area', () => {
  const { findings, records } = judgeDays(many);
  const [whole] = findings;
  expect(whole?.days.reduce((sum, { count }) => sum + count, 0)).toBe(records.read);
  expect(addsUp(records)).toBe(true);
  const few = judgeDays(many, { areas: ['g-west'], categories: ['theft'] }).findings.slice(1);
  expect(few.map(({ areaId, category }) => [areaId, category])).toEqual([['g-west', 'theft']]);
});

test('where days before are missing nothing is judged, and months have no days', async () => {
  const young = judgeDays(await load(daily(() => 0)), { from: '2023-01-02', to: '2023-01-05' });
  expect(young.findings[0]?.days.every(({ limit }) => limit === null)).toBe(true);
  expect(young.leftOut).toContainEqual({ what: 'g-west noise', reason: 'short-history' });
  const months = await load([{ receivedLocal: '2024-11-01T00:00:00', timePrecision: 'month' }]);
  expect(judgeDays(months).leftOut).toEqual([{ what: 'all series', reason: 'months-only' }]);
  expect(judgeWeeks(months).leftOut).toEqual([{ what: 'all series', reason: 'months-only' }]);
});

test('a small rise that lasts is a shift since the week it began, for all calls and its series', async () => {
  const begun = LAST - 6 * 7 + 1; // a Monday
  const { findings, window } = judgeWeeks(await load(daily((day) => (day >= begun ? 1 : 0))));
  const [whole, west] = findings;
  expect(whole).toMatchObject({ areaId: null, verdict: 'unusual', risingSince: dateOf(begun) });
  expect(whole?.usual).toBeCloseTo(17.5, 1);
  expect(whole?.weeks).toHaveLength(26);
  expect(whole?.weeks.at(-1)).toMatchObject({ week: '2024-12-23', sum: whole?.sum });
  expect(west).toMatchObject({ areaId: 'g-west', category: 'noise', verdict: 'unusual', weeks: [] });
  expect(window).toEqual({ from: '2024-07-01', to: '2024-12-29' });
});

test('without a rise there is none, and short histories are named', async () => {
  const flat = await load(daily(() => 0));
  expect(judgeWeeks(flat).findings[0]).toMatchObject({ verdict: 'usual', signalWeek: null });
  expect(judgeWeeks(flat, { from: '2023-03-01', to: '2023-03-31' })).toMatchObject({
    findings: [],
    window: null,
    leftOut: [{ what: 'all calls', reason: 'short-history' }],
  });
});
