import { expect, test } from 'vitest';
import { addsUp } from '#data/schema/record-counts.ts';
import { askAnalyze } from './ask-analyze.ts';

const LINES = [
  'id,lon,lat,time',
  'a,1.5,0.5,2021-01-04 10:00',
  'b,1.5,0.5,2021-02-04 10:00',
  'c,1.5,0.5,2021-02-05 10:00',
  'd,2.5,0.5,2021-02-06 10:00',
  'nowhere,,,2021-02-06 10:00',
];

test('analyze concentration counts calls at points, empty ones in all if told', async () => {
  const { findings, leftOut, options, records } = await askAnalyze('concentration', LINES, { placesInAll: 100 });
  expect(findings[0]).toMatchObject({ places: 100, placesWithCalls: 2, calls: 4, placesFor80: 2 });
  expect(findings[0].gini).toBeCloseTo((2 * (100 * 0.75 + 99 * 0.25) - 101) / 4 - 25 + 1, 12);
  expect(leftOut).toEqual([{ what: '1 calls', reason: 'no-place' }]);
  expect(options).toMatchObject({ places: 'points', topShare: 0.05 });
  expect(addsUp(records)).toBe(true);
});

test('analyze concentration chooses the top places by the calls before a date', async () => {
  const { findings } = await askAnalyze('concentration', LINES, { splitOn: '2021-02-01' });
  expect(findings[0]).toMatchObject({ calls: 3, top: { chosenFrom: 'earlier', places: 1, pei: 1 } });
});

test('analyze concentration refuses what it cannot work with', async () => {
  await expect(askAnalyze('concentration', LINES, { places: 'cells' })).rejects.toThrow(/needs --areas/);
  await expect(askAnalyze('concentration', LINES, { top: 0.1 })).rejects.toThrow(/top/);
});
