import { expect, test } from 'vitest';
import { addsUp } from '#data/schema/record-counts.ts';
import { askAnalyze } from './ask-analyze.ts';

// 2021-06-07 was a Monday.
const LINES = [
  'id,lon,lat,from,to',
  'a,-82.55,35.6,2021-06-07 23:30:00,2021-06-08 02:00:00',
  'b,-82.55,35.6,2021-06-07 10:15:00,',
  'c,,,2021-06-07 10:00:00,2021-06-07 09:00:00',
];
const NEW_YORK = { timeZone: 'America/New_York' };

test('analyze aoristic spreads the spans of its columns and says what it left out', async () => {
  const { findings, leftOut, options, window, records } = await askAnalyze('aoristic', LINES, NEW_YORK);
  expect(findings[0].weights).toHaveLength(168);
  expect(findings[0].weights[10]).toBe(1);
  expect(findings[0].weights[24]).toBeCloseTo(0.4, 12);
  expect(findings[0]).toMatchObject({ calls: 2, moments: 1 });
  expect(leftOut).toEqual([{ what: '1 call', reason: 'reversed' }]);
  expect(options).toMatchObject({ timeZone: 'America/New_York', reversed: 'leave-out' });
  expect(window).toEqual({ from: '2021-06-07', to: '2021-06-08' });
  expect(addsUp(records)).toBe(true);
});

test('analyze aoristic turns ranges round when asked, and takes a time received as a moment', async () => {
  const swapped = await askAnalyze('aoristic', LINES, { ...NEW_YORK, reversed: 'swap' });
  expect(swapped.findings[0]).toMatchObject({ calls: 3, swapped: 1 });
  const moments = await askAnalyze('aoristic', ['id,lon,lat,time', 'a,-82.5,35.6,2021-06-07 10:15:00'], {});
  expect(moments.findings[0]).toMatchObject({ calls: 1, moments: 1 });
  expect(moments.leftOut).toEqual([{ what: 'changes of the clocks', reason: 'no-time-zone' }]);
});

test('analyze aoristic refuses what it cannot work with', async () => {
  await expect(askAnalyze('aoristic', LINES, { timeZone: 'Mars/Phobos' })).rejects.toThrow(/Mars/);
  await expect(askAnalyze('aoristic', LINES, { reversed: 'ignore' })).rejects.toThrow(/reversed/);
  await expect(askAnalyze('aoristic', ['id,lon,lat', 'a,-82,35'], {})).rejects.toThrow(/needs --from/);
});
