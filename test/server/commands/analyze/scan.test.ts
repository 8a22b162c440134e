import { expect, test } from 'vitest';
import { toLocalDate } from '#analysis/shared/days.ts';
import { addsUp } from '#data/schema/record-counts.ts';
import { askAnalyze } from './ask-analyze.ts';

const MONDAY = 18_631; // 2021-01-04
const WEEKS = 16;

/** One call a week at each of 30 points 300 m apart; eight more at the fourth in each of the last two. */
const lines = ['id,lon,lat,time'];
for (let week = 0; week < WEEKS; week++) {
  for (let point = 0; point < 30; point++) {
    const calls = point === 3 && week >= WEEKS - 2 ? 9 : 1;
    for (let i = 0; i < calls; i++) {
      const day = toLocalDate(MONDAY + 7 * week + ((point + i) % 7));
      lines.push(
        `${week}-${point}-${i},${(-82.6 + 0.0033 * (point % 6)).toFixed(6)},${(35.55 + 0.0027 * Math.floor(point / 6)).toFixed(6)},${day} 12:00:00`,
      );
    }
  }
}
lines.push(`after,-82.6,35.55,${toLocalDate(MONDAY + 7 * WEEKS)} 23:30:00`, 'nowhere,,,2021-02-01 12:00:00');

const box = (code: string, west: number, east: number) => ({
  type: 'Feature',
  properties: { code },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 35.5],
        [east, 35.5],
        [east, 35.7],
        [west, 35.7],
        [west, 35.5],
      ],
    ],
  },
});
const areas = {
  type: 'FeatureCollection',
  features: [-82.605, -82.5985, -82.5952, -82.592, -82.5885, -82.5852].map((west, i, all) =>
    box(`a${i}`, west, all[i + 1] ?? -82.58),
  ),
};

test('analyze scan finds the point that rose and says since when', async () => {
  const { findings, options, window, records } = await askAnalyze('scan', lines, { replications: 99 });
  expect(findings[0]).toMatchObject({
    places: ['35.55, -82.5901'],
    weeks: 2,
    since: toLocalDate(MONDAY + 7 * (WEEKS - 2)),
    observed: 18,
    p: 0.01,
  });
  expect(findings[0].recurrence).toContain('about once in 100 weeks');
  expect(options).toMatchObject({
    model: 'permutation',
    maxShare: 0.1,
    places: 'points',
    week: toLocalDate(MONDAY + 7 * (WEEKS - 1)),
  });
  expect(window).toEqual({ from: '2021-01-04', to: toLocalDate(MONDAY + 7 * WEEKS - 1) });
  expect(addsUp(records)).toBe(true);
});

test('analyze scan goes by cells when asked, and by areas where a file gives them', async () => {
  const cells = await askAnalyze('scan', lines, { replications: 9, cellMeters: 400 });
  expect(cells.options).toMatchObject({ places: 'cells', cellMeters: 400 });
  expect(cells.findings[0]).toMatchObject({ weeks: 2 });
  const byArea = await askAnalyze('scan', lines, { replications: 19, maxShare: 0.3 }, areas);
  expect(byArea.options).toMatchObject({ places: 'areas' });
  expect(byArea.findings[0]).toMatchObject({ places: ['a3'], weeks: 2, observed: 26 });
});

test('analyze scan takes residents for the Poisson model, and says which place has none', async () => {
  const residents = { a0: 500, a1: 500, a2: 500, a3: 500, a4: 500 };
  const { findings, leftOut } = await askAnalyze(
    'scan',
    lines,
    { model: 'poisson', maxShare: 0.3, replications: 19, residents },
    areas,
  );
  expect(findings[0]).toMatchObject({ places: ['a3'], weeks: 2 });
  expect(leftOut).toContainEqual({ what: 'a5', reason: 'no-residents' });
});

test('analyze scan refuses what it cannot work with, and leaves out months', async () => {
  await expect(askAnalyze('scan', lines, { maxShare: 0.6 })).rejects.toThrow(/maxShare/);
  await expect(askAnalyze('scan', lines, { population: {} })).rejects.toThrow(/population/);
  await expect(askAnalyze('scan', ['id,lon,lat', 'a,-82,35'], {})).rejects.toThrow(/needs --time/);
  const months = ['id,lon,lat,time', 'a,-82,35,2021-01', 'b,-82,35,2021-02'];
  expect((await askAnalyze('scan', months, {})).leftOut).toEqual([{ what: 'scan', reason: 'months-only' }]);
});
