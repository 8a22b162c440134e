import { expect, test } from 'vitest';
import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import { askAnalyze } from './ask-analyze.ts';

const MONDAY = toDayNumber('2021-01-04');

/** `count(week)` calls on the Wednesday of each of 14 weeks in the west, one in the east; a Sunday night closes the last. */
function lines(count: (week: number) => number): string[] {
  const rows = ['id,lon,lat,time'];
  for (let week = 0; week < 14; week++) {
    const day = toLocalDate(MONDAY + 7 * week + 2);
    for (let i = 0; i < count(week); i++) rows.push(`${week}-${i},-82.59,35.6,${day} 12:00:00`);
    rows.push(`e-${week},-82.51,35.6,${toLocalDate(MONDAY + 7 * week)} 00:00:00`);
  }
  rows.push(`end,-82.51,35.6,${toLocalDate(MONDAY + 14 * 7 - 1)} 23:00:00`);
  return rows;
}

const ring = [
  [-82.6, 35.55],
  [-82.5, 35.55],
  [-82.5, 35.65],
  [-82.6, 35.65],
  [-82.6, 35.55],
];
const town = {
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: { code: 'town' }, geometry: { type: 'Polygon', coordinates: [ring] } }],
};

test('analyze trend tells a rise by its slope, and refuses options it does not know', async () => {
  const { findings, options, window } = await askAnalyze(
    'trend',
    lines((week) => 2 + week),
    {},
  );
  expect(findings).toMatchObject([{ areaId: 'all', steps: 14, s: 91, slope: 1, direction: 'rising' }]);
  expect(options).toMatchObject({ weeksPerStep: 1, minSteps: 10, significantQ: 0.05, level: 0.95 });
  expect(window).toEqual({ from: '2021-01-04', to: '2021-04-11' });
  const bundled = await askAnalyze(
    'trend',
    lines(() => 2),
    { weeksPerStep: 2 },
  );
  expect(bundled.leftOut).toEqual([{ what: 'all in all', reason: 'too-few-steps' }]);
  await expect(
    askAnalyze(
      'trend',
      lines(() => 2),
      { steps: 3 },
    ),
  ).rejects.toThrow(/steps/);
});

test('analyze emerging names the cells of a fresh hot spot, and needs to know the city', async () => {
  const calls = lines((week) => (week === 13 ? 40 : 0));
  const { findings, options } = await askAnalyze('emerging', calls, { stepDays: 7, cellMeters: 500 }, town);
  expect(findings[0]).toMatchObject({ category: 'new', side: 'hot', lastCalls: 40 });
  expect(options).toMatchObject({ stepDays: 7, cellMeters: 500, minSteps: 10, trendP: 0.05 });
  await expect(askAnalyze('emerging', calls, {})).rejects.toThrow(/--areas/);
  await expect(askAnalyze('emerging', calls, { stepDays: 0 }, town)).rejects.toThrow(/stepDays/);
});
