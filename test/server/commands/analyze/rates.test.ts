import { expect, test } from 'vitest';
import { addsUp } from '#data/schema/record-counts.ts';
import { askAnalyze } from './ask-analyze.ts';

const square = (code: string, west: number) => ({
  type: 'Feature',
  properties: { code, name: `Square ${code}` },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 0],
        [west + 1, 0],
        [west + 1, 1],
        [west, 1],
        [west, 0],
      ],
    ],
  },
});
const AREAS = { type: 'FeatureCollection', features: [square('B', 2), square('A', 1), square('park', 4)] };
const LINES = ['id,lon,lat', 'a,1.5,0.5', 'b,2.5,0.5', 'c,2.6,0.5', 'd,4.5,0.5', 'nowhere,,'];

test('analyze rates sets calls against the residents it is given, by name', async () => {
  const { findings, leftOut, options, records } = await askAnalyze(
    'rates',
    LINES,
    { residents: { A: 500, B: 2_000, park: 0 } },
    AREAS,
  );
  expect(findings).toMatchObject([
    { areaId: 'A', calls: 1, denominator: 500, callsPer1000: 2 },
    { areaId: 'B', calls: 2, denominator: 2_000, callsPer1000: 1 },
  ]);
  expect(findings[0].funnel).toMatchObject({ targetPer1000: 1.2, place: 'within' });
  expect(leftOut).toEqual([
    { what: 'Square park', reason: 'denominator-zero' },
    { what: 'over-dispersion', reason: 'too-few-areas' },
  ]);
  expect(options).toMatchObject({ denominator: 'residents', level: 0.95 });
  expect(addsUp(records)).toBe(true);
});

test('analyze rates takes the residents that the boundaries carry', async () => {
  const features = AREAS.features.map((area, i) => ({
    ...area,
    properties: { ...area.properties, Population: 1_000 * i },
  }));
  const { findings } = await askAnalyze('rates', LINES, {}, { ...AREAS, features });
  expect(findings).toMatchObject([
    { areaId: 'A', denominator: 1_000, callsPer1000: 1 },
    { areaId: 'park', denominator: 2_000, callsPer1000: 0.5 },
  ]);
});

test('analyze rates says which areas have no residents to set calls against', async () => {
  const { findings, leftOut } = await askAnalyze('rates', LINES, { notResidential: ['park'] }, AREAS);
  expect(findings).toEqual([]);
  expect(leftOut.map(({ reason }: { reason: string }) => reason)).toEqual([
    'denominator-unknown',
    'denominator-unknown',
    'not-residential',
  ]);
});

test('analyze rates refuses what it cannot work with', async () => {
  await expect(askAnalyze('rates', LINES, {})).rejects.toThrow(/needs --areas/);
  await expect(askAnalyze('rates', LINES, { per: 100 }, AREAS)).rejects.toThrow(/per/);
});
