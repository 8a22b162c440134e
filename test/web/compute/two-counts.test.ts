import { expect, test } from 'vitest';
import type { Call } from '#data/schema/call.ts';
import { Filter } from '#data/schema/filter.ts';
import { addsUp } from '#data/schema/record-counts.ts';
import { createApi } from '#web/api.ts';
import { comparedWindows } from '#web/compute/compared-windows.ts';
import type { Questions } from '#web/compute/door.ts';
import { createLoaded } from '#web/compute/loaded.ts';
import { twoCounts } from '#web/compute/two-counts.ts';
import { openTables } from '#web/tables/open-tables.ts';
import { manyCalls, serveCity } from './small-city.ts';

const load = async (said: Partial<Call>[]) => createLoaded(await openTables(createApi(serveCity(said)), () => {}));
const many = await load(manyCalls(5_000));
const filter = (said: Partial<Filter>) =>
  Filter.parse({ from: '2024-06-03', to: '2024-06-30', origin: 'all', layer: 'groups', ...said });
const compare = (loaded: typeof many, said: Partial<Filter>, options: Questions['two-counts']['options'] = {}) =>
  twoCounts(loaded, { method: 'two-counts', filter: filter(said), options });

test('the whole counts each call once, an area every call in it, and both windows are said', () => {
  const { findings, records, window } = compare(many, {});
  const [whole, ...areas] = findings;
  expect(whole).toMatchObject({ areaId: null, nowExposure: 28, beforeExposure: 28 });
  expect(whole?.nowWindow).toEqual({ from: '2024-06-03', to: '2024-06-30' });
  expect(whole?.beforeWindow).toEqual({ from: '2024-05-06', to: '2024-06-02' });
  expect(whole?.now).toBe(records.read);
  expect(addsUp(records)).toBe(true);
  expect(window).toEqual(whole?.nowWindow);
  expect(areas.map(({ areaId }) => areaId)).toEqual(['g-west', 'g-east']);
  expect(areas.reduce((sum, { now }) => sum + now, 0)).toBe(records.inside + 2 * records.inSeveral);
});

test('chosen kinds, areas and hours narrow both windows alike', () => {
  const [all] = compare(many, {}).findings;
  const [noise, west] = compare(many, { categories: ['noise'], areas: ['g-west'], hours: [22, 23] }).findings;
  expect(noise?.now).toBeLessThan(all?.now ?? 0);
  expect(west).toMatchObject({ areaId: 'g-west', now: noise?.now, before: noise?.before });
  expect(noise?.nowExposure).toBeCloseTo(28 / 12, 12);
});

test('the running day is cut off and said, and the window before is as long as what is left', () => {
  const { findings, leftOut } = compare(many, { from: '2024-12-27', to: '2025-01-02' });
  expect(findings[0]?.nowWindow).toEqual({ from: '2024-12-27', to: '2024-12-30' });
  expect(findings[0]?.beforeWindow).toEqual({ from: '2024-12-23', to: '2024-12-26' });
  expect(leftOut[0]).toEqual({ what: '2024-12-31 to 2025-01-02', reason: 'still-arriving' });
});

test('days that no file reaches are no quiet days', () => {
  expect(compare(many, { from: '2023-01-05', to: '2023-02-10' })).toMatchObject({
    findings: [],
    window: null,
    leftOut: [{ what: '2023-01-05 to 2023-02-10', reason: 'not-in-files' }],
  });
  expect(compare(many, { from: '2025-03-01', to: '2025-03-07' }).leftOut[0]?.reason).toBe('still-arriving');
  expect(
    compare({ ...many, unreadable: [{ file: 'x', year: 2023, reason: 'y' }] }, {}, { against: 'year' }).leftOut,
  ).toEqual([{ what: '2024-06-03 to 2024-06-30', reason: 'missing-year' }]);
});

test('a call known by its month only is in no window of days, and said', async () => {
  const loaded = await load([
    { receivedLocal: '2024-03-01T00:00:00', timePrecision: 'month' },
    { receivedLocal: '2024-03-05T10:00:00' },
    { receivedLocal: '2024-01-02T10:00:00' },
    { receivedLocal: '2024-12-30T23:50:00' },
  ]);
  const asked = compare(loaded, { from: '2024-03-01', to: '2024-03-14' });
  expect(asked.findings[0]).toMatchObject({ now: 1, before: 0, said: 'too-few' });
  expect(asked.leftOut).toContainEqual({ what: '1 calls', reason: 'months-only' });
  expect(compare(loaded, { from: '2024-03-01', to: '2024-03-31' }).findings[0]).toMatchObject({ now: 2, before: 0 });
});

test('a renamed type of call is no change of its new kind', async () => {
  const day = (at: number) => new Date(Date.UTC(2021, 0, 4 + at)).toISOString().slice(0, 10);
  const calls = Array.from({ length: 84 }, (_, week) =>
    Array.from({ length: 11 + (week % 3) }, (_, i): Partial<Call> => {
      const word =
        week < 80
          ? { typeCode: 'ABANDONED VEHICLE', category: 'parking' }
          : { typeCode: 'NUISANCE VEHICLE', category: 'nuisance' };
      return { ...word, receivedLocal: `${day(7 * week + (i % 7))}T12:00:00`, lon: 0.005, lat: 0.01 };
    }),
  ).flat();
  const asked = compare(await load(calls), { from: day(560), to: day(587), categories: ['nuisance'] });
  expect(asked.findings[0]).toMatchObject({ said: 'no-clear-change', now: 49 });
});

const span = {
  ...{ firstDay: '2019-01-01', lastDay: '2024-12-31', months: [], unreadable: [] },
  manifest: { cutoffLocal: '2024-12-31T23:30:00', reportingLagDays: 0 },
};

test.each([
  ['whole weeks', '2024-06-03', '2024-06-09', '2023-06-05', '2023-06-11'],
  ['a month, in a leap year', '2024-02-01', '2024-02-29', '2023-02-01', '2023-02-28'],
  ['a year', '2023-01-01', '2023-12-31', '2022-01-01', '2022-12-31'],
  ['some days', '2024-03-01', '2024-03-10', '2023-03-01', '2023-03-10'],
  ['days up to a leap day', '2024-02-20', '2024-02-29', '2023-02-20', '2023-02-28'],
])('a year before %s are the like days', (_, from, to, beforeFrom, beforeTo) => {
  expect(comparedWindows(span, { from, to }, 'year')).toMatchObject({ before: { from: beforeFrom, to: beforeTo } });
});

test('before months come months, before days days', () => {
  expect(comparedWindows(span, { from: '2024-03-01', to: '2024-04-30' }, 'before')).toMatchObject({
    before: { from: '2024-01-01', to: '2024-02-29' },
  });
  expect(comparedWindows(span, { from: '2024-03-02', to: '2024-03-04' }, 'before')).toMatchObject({
    before: { from: '2024-02-28', to: '2024-03-01' },
  });
  expect(comparedWindows(span, { from: '2022-01-01', to: '2023-12-31' }, 'year')).toEqual({
    reason: 'windows-overlap',
  });
});

test('days that are still arriving by the reporting lag are cut off', () => {
  const late = { ...span, manifest: { ...span.manifest, reportingLagDays: 3 } };
  expect(comparedWindows(late, { from: '2024-12-23', to: '2024-12-31' }, 'before')).toMatchObject({
    now: { from: '2024-12-23', to: '2024-12-28' },
    before: { from: '2024-12-17', to: '2024-12-22' },
  });
});
