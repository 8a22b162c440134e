import { expect, test } from 'vitest';
import { askAnalyze } from './ask-analyze.ts';

const square = (code: string, west: number) => ({
  type: 'Feature',
  properties: { code },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 35],
        [west + 1, 35],
        [west + 1, 36],
        [west, 36],
        [west, 35],
      ],
    ],
  },
});
const AREAS = { type: 'FeatureCollection', features: [square('east', -82), square('west', -83)] };
const date = (day: number) => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);

// 210 days: one noise call a week in the east, and one a day in the last 28 days.
const DAYS = [...Array.from({ length: 26 }, (_, week) => 7 * week), ...Array.from({ length: 28 }, (_, i) => 182 + i)];
const LINES = ['id,lon,lat,time,type', ...DAYS.map((day, i) => `c${i},-81.5,35.5,${date(day)} 10:00:00,noise`)];
const CONCERNS = [
  'id,date,category,lon,lat,area',
  `C-1,${date(100)},noise,-82.5,35.5,`,
  `C-2,${date(100)},noise,,,east`,
  `C-3,${date(100)},noise,10,10,`,
  `C-4,someday,noise,,,east`,
].join('\n');

test('analyze evidence sets calls beside concerns, by place and by named area', async () => {
  const { findings, leftOut, options } = await askAnalyze('evidence', LINES, {}, AREAS, CONCERNS);
  expect(findings[0]).toMatchObject({ areaId: 'east', category: 'noise', state: 'calls-only', isRisingUnheard: true });
  const concerns = findings.filter(({ kind }: { kind: string }) => kind === 'concern');
  expect(concerns).toMatchObject([
    { concernId: 'C-2', areaId: 'east', before: 4, after: 4, verdict: 'no-clear-change', isWithoutCalls: false },
    { concernId: 'C-1', areaId: 'west', isWithoutCalls: true },
  ]);
  expect(leftOut).toEqual([
    { what: '1 of 4 concerns', reason: 'not-readable' },
    { what: 'C-3', reason: 'in-no-area' },
  ]);
  expect(options).toMatchObject({ lastDay: date(209), recentDays: 28, baselineDays: 182 });
});

test('concerns are read from a JSON array as from a CSV, without boundaries all in one', async () => {
  const array = JSON.stringify([{ concernId: 'C-1', raisedOn: date(100), category: 'noise', lon: -82.5, lat: 35.5 }]);
  const { findings } = await askAnalyze('evidence', LINES, { upQ: 0.01 }, undefined, array);
  expect(findings.at(-1)).toMatchObject({ concernId: 'C-1', areaId: 'all', before: 4 });
});

test('a concerns file that cannot be used is refused with the column it lacks', async () => {
  const ask = (concerns?: string) => askAnalyze('evidence', LINES, {}, undefined, concerns);
  await expect(ask()).rejects.toThrow(/--concerns/);
  await expect(ask('id,category\nC-1,noise')).rejects.toThrow(/"date"/);
  await expect(ask('id,date\nC-1,2026-01-01')).rejects.toThrow(/"lon" and "lat", or "area"/);
  await expect(ask('id,date,area\nC-1,2026-01,all')).rejects.toThrow(/line 2, date: .*a month, not a day/);
  await expect(ask('[{"id":')).rejects.toThrow(/JSON array/);
  await expect(ask('')).rejects.toThrow(/empty/);
  await expect(askAnalyze('evidence', LINES, { recentdays: 3 }, undefined, CONCERNS)).rejects.toThrow(/recentdays/);
});

test('dates of months alone are left out by name', async () => {
  const months = [
    'id,lon,lat,time,type',
    'a,-81.5,35.5,2026-01-01 00:00:00,noise',
    'b,-81.5,35.5,2026-02-01 00:00:00,noise',
  ];
  const { leftOut } = await askAnalyze('evidence', months, {}, undefined, CONCERNS);
  expect(leftOut.at(-1)).toEqual({ what: 'all series', reason: 'months-only' });
});
