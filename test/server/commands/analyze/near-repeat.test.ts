import { expect, test } from 'vitest';
import { addsUp } from '#data/schema/record-counts.ts';
import { askAnalyze } from './ask-analyze.ts';

// 0.0005 degrees of latitude are 55 m.
const LINES = [
  'id,lon,lat,time',
  'a,-82.55,35.6,2021-03-01 23:50:00',
  'b,-82.55,35.6005,2021-03-08 00:10:00',
  'c,-82.55,35.6005,2021-03-09 12:00:00',
  'd,-82.50,35.65,2021-06-01 12:00:00',
  'nowhere,,,2021-06-01 12:00:00',
];

test('analyze near-repeat counts pairs and names the calls of a string', async () => {
  const { findings, options, records, leftOut } = await askAnalyze('near-repeat', LINES, {
    meters: [100],
    days: [7],
    permutations: 19,
  });
  expect(findings[0]).toMatchObject({ kind: 'band', toMeters: 100, toDays: 7, observed: 2 });
  expect(findings[1]).toMatchObject({ kind: 'string', ids: ['a', 'b', 'c'], places: 2, lastDate: '2021-03-09' });
  expect(options).toMatchObject({ distance: 'manhattan', edge: 'nearer', clock: 'dates', seed: 1 });
  expect(leftOut).toEqual([{ what: '1 calls', reason: 'no-place' }]);
  expect(addsUp(records)).toBe(true);
});

test('analyze near-repeat refuses what it cannot work with', async () => {
  await expect(askAnalyze('near-repeat', LINES, { meters: [100, 100] })).rejects.toThrow(/rising.*\n?.*meters/s);
  await expect(askAnalyze('near-repeat', LINES, { metres: [100] })).rejects.toThrow(/metres/);
  await expect(askAnalyze('near-repeat', ['id,lon,lat', 'a,-82,35'], {})).rejects.toThrow(/needs --time/);
});
