import { expect, test } from 'vitest';
import { addsUp } from '#data/schema/record-counts.ts';
import { askAnalyze } from './ask-analyze.ts';

// 0.0005 degrees of latitude are 55 m.
const LINES = ['id,lon,lat', 'a,-82.55,35.6', 'b,-82.55,35.6005', 'c,-82.55,35.601', 'd,-82.5,35.65', 'nowhere,,'];

test('analyze clusters names the calls of a cluster and those in none', async () => {
  const { findings, leftOut, options, records } = await askAnalyze('clusters', LINES, {
    radiusMeters: 60,
    minCalls: 3,
  });
  expect(findings).toMatchObject([{ calls: 3, coreCalls: 1, places: 3, ids: ['a', 'b', 'c'] }]);
  expect(leftOut).toEqual([
    { what: '1 calls', reason: 'no-place' },
    { what: '1 calls', reason: 'in-no-cluster' },
  ]);
  expect(options).toEqual({ radiusMeters: 60, minCalls: 3, border: 'nearest' });
  expect(addsUp(records)).toBe(true);
});

test('analyze clusters refuses options it does not know', async () => {
  await expect(askAnalyze('clusters', LINES, { eps: 60 })).rejects.toThrow(/eps/);
  await expect(askAnalyze('clusters', LINES, { minCalls: 0 })).rejects.toThrow(/minCalls/);
});
