import { expect, test } from 'vitest';
import { toLocalDate } from '#analysis/shared/days.ts';
import { addsUp } from '#data/schema/record-counts.ts';
import { askAnalyze } from './ask-analyze.ts';

const MONDAY = 17_532; // 2018-01-01
const HEAD = 'id,lon,lat,time';

const city = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { code: 'city' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [-82.6, 35.5],
            [-82.55, 35.5],
            [-82.55, 35.54],
            [-82.6, 35.54],
            [-82.6, 35.5],
          ],
        ],
      },
    },
  ],
};

test('analyze center tells the middle, the spread and the ellipse, and both conventions', async () => {
  const lines = [HEAD, 'a,-82.56,35.5,', 'b,-82.54,35.5,', 'c,-82.55,35.49,', 'd,-82.55,35.51,', 'e,,,'].map((line) =>
    line.replace(/,$/, ',2021-03-01'),
  );
  const { findings, leftOut, convention, records } = await askAnalyze('center', lines, {});
  expect(findings[0]).toMatchObject({ calls: 4 });
  expect(findings[0].lon).toBeCloseTo(-82.55, 9);
  expect(findings[0].lat).toBeCloseTo(35.5, 9);
  expect(findings[0].ellipse.longMeters).toBeGreaterThan(findings[0].ellipse.shortMeters);
  expect(leftOut).toEqual([{ what: '1 calls', reason: 'no-place' }]);
  expect(convention).toContain('CrimeStat');
  expect(addsUp(records)).toBe(true);
  const yuill = await askAnalyze('center', lines, { convention: 'yuill' });
  expect(yuill.findings[0].ellipse.longMeters).toBeLessThan(findings[0].ellipse.longMeters);
  await expect(askAnalyze('center', lines, { convention: 'degrees' })).rejects.toThrow(/convention/);
});

/** Thirty calls in each of four neighboring cells of one corner, one in every other part of the city. */
const corner = [HEAD];
for (let column = 0; column < 10; column++) {
  for (let row = 0; row < 8; row++) {
    for (let i = 0; i < (column < 2 && row < 2 ? 30 : 1); i++) {
      const [lon, lat] = [-82.5975 + 0.005 * column, 35.5025 + 0.005 * row];
      corner.push(`${column}-${row}-${i},${lon.toFixed(4)},${lat.toFixed(4)},2021-03-01 12:00:00`);
    }
  }
}

test('analyze local-moran names a crowded corner high among high ones', async () => {
  const { findings, options, window } = await askAnalyze('local-moran', corner, { cellMeters: 500 }, city);
  const high = findings.filter(({ verdict }: { verdict: string }) => verdict === 'high-high');
  expect(high.length).toBeGreaterThan(0);
  for (const { ring } of high) expect(ring[0][0]).toBeLessThan(-82.585);
  expect(options).toMatchObject({ cellMeters: 500 });
  expect(window).toEqual({ from: '2021-03-01', to: '2021-03-01' });
  await expect(askAnalyze('local-moran', corner, {})).rejects.toThrow(/needs --areas/);
  await expect(askAnalyze('local-moran', corner, { cellMeters: 0 }, city)).rejects.toThrow(/cellMeters/);
});

/** Three years of weeks: two calls, eight in the thirteen weeks from June on. */
const summers = [HEAD];
for (let week = 0; week < 157; week++) {
  const inYear = week % 52;
  for (let i = 0; i < (inYear >= 22 && inYear < 35 ? 8 : 2); i++)
    summers.push(`${week}-${i},-82.58,35.52,${toLocalDate(MONDAY + 7 * week + (i % 7))} 12:00:00`);
}
summers.push(`last,-82.58,35.52,${toLocalDate(MONDAY + 7 * 157 + 1)} 12:00:00`);

test('analyze season finds the summers, by the Monday of their highest week', async () => {
  const { findings, options, window } = await askAnalyze('season', summers, { robust: false });
  expect(findings).toHaveLength(1);
  const [{ highWeek, high, low, strength, seasonal }] = findings;
  expect(Number(highWeek.slice(5, 7))).toBeGreaterThanOrEqual(6);
  expect(Number(highWeek.slice(5, 7))).toBeLessThanOrEqual(8);
  expect(high).toBeGreaterThan(2);
  expect(low).toBeLessThan(0);
  expect(strength).toBeGreaterThan(0.8);
  expect(seasonal).toHaveLength(157);
  expect(options).toMatchObject({ robust: false, week: toLocalDate(MONDAY + 7 * 156) });
  expect(window).toEqual({ from: '2018-01-01', to: toLocalDate(MONDAY + 7 * 157 - 1) });
});

test('analyze season says what is too short, and which option it cannot use', async () => {
  const short = await askAnalyze('season', summers.slice(0, 120), {});
  expect(short.findings).toEqual([]);
  expect(short.leftOut).toEqual([{ what: 'all in all', reason: 'short-history' }]);
  await expect(askAnalyze('season', summers, { seasonalWindow: 8 })).rejects.toThrow(/seasonalWindow/);
  await expect(askAnalyze('season', summers, { period: 1 })).rejects.toThrow(/period/);
});
