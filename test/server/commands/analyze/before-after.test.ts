import { expect, test } from 'vitest';
import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import { addsUp } from '#data/schema/record-counts.ts';
import { askAnalyze } from './ask-analyze.ts';

const square = (code: string, west: number) => ({
  type: 'Feature',
  properties: { code },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 35.5],
        [west + 0.01, 35.5],
        [west + 0.01, 35.51],
        [west, 35.51],
        [west, 35.5],
      ],
    ],
  },
});
const AREAS = {
  type: 'FeatureCollection',
  features: [square('east', -82.55), square('far', -82.45), square('busy', -82.35)],
};
const ACTION = '2021-03-01';

/** 12 weeks on each side: the ground falls from 2 calls a day to every other day, `far` stays at 2, `busy` at 5. */
const lines = ['id,lon,lat,time'];
for (let day = -84; day < 84; day++) {
  const at = (west: number, times: number) => {
    for (let i = 0; i < times; i++)
      lines.push(`${west}/${day}/${i},${west + 0.005},35.505,${toLocalDate(toDayNumber(ACTION) + day)} 23:00:00`);
  };
  at(-82.55, day < 0 ? 2 : day % 2);
  at(-82.45, 2);
  at(-82.35, 5);
}

test('analyze before-after counts calls in the ground, a matched control and the rings', async () => {
  const { findings, options, window, records, convention } = await askAnalyze(
    'before-after',
    lines,
    { treated: 'east', action: ACTION, firstDay: '2020-12-07' },
    AREAS,
  );
  expect(findings[0]).toMatchObject({
    verdict: 'fewer',
    weeks: 12,
    matched: { areaId: 'far', among: 2 },
    counts: { treated: [168, 42], control: [168, 168], ring: [0, 0] },
    total: -126,
    expected: 168,
  });
  expect(options).toMatchObject({ ringMeters: 300, rings: 'both', baseline: 'just-before', control: 'match' });
  expect(window).toEqual({ from: '2020-12-07', to: '2021-05-23' });
  expect(convention).toContain('whole weeks');
  expect(addsUp(records)).toBe(true);
});

test('analyze before-after takes the control and the weeks it is given', async () => {
  const asked = { treated: ['east'], control: 'busy', action: ACTION, weeks: 8, ringMeters: 0 };
  const { findings } = await askAnalyze('before-after', lines, asked, AREAS);
  expect(findings[0]).toMatchObject({ weeks: 8, matched: null, counts: { control: [280, 280] } });
  expect(findings[0].lines.map(({ zone }: { zone: string }) => zone)).toEqual(['treated', 'control']);
});

test('analyze before-after takes counts without calls of a place', async () => {
  const counts = { treated: [207, 110], control: [308, 318], displaced: [178, 157], displacedControl: [150, 140] };
  const { findings } = await askAnalyze('before-after', lines, { ...counts, daysBefore: 365, daysAfter: 365 });
  expect(findings[0]).toMatchObject({ total: -118, verdict: 'fewer' });
});

test('analyze before-after says too early, and why it cannot compare', async () => {
  const reasonOf = async (options: object, calls = lines) => {
    const asked = { treated: 'east', action: ACTION, ...options };
    const { findings, leftOut } = await askAnalyze('before-after', calls, asked, AREAS);
    return findings[0]?.verdict ?? leftOut.at(-1).reason;
  };
  expect(await reasonOf({ lastDay: '2021-03-21' })).toBe('too-early');
  expect(await reasonOf({ action: '2024-01-01' })).toBe('too-early');
  expect(await reasonOf({ action: '2020-12-14' })).toBe('too-few-weeks-before');
  expect(await reasonOf({ baseline: 'year-before' })).toBe('no-year-before');
  expect(await reasonOf({ treated: ['east', 'far', 'busy'] })).toBe('no-control');
  expect(await reasonOf({}, ['id,lon,lat,time', 'a,-82.5,35.5,2021-01', 'b,-82.5,35.5,2021-02'])).toBe('months-only');
});

test.each([
  [{ treated: 'nowhere', action: ACTION }, /no area of the boundary file has the id "nowhere"/],
  [{ action: ACTION }, /treated/],
  [{ treated: 'east', action: '2021-02-30' }, /action/],
  [{ treated: 'east', action: ACTION, ringMeters: -5 }, /ringMeters/],
  [{ treated: 'east', action: ACTION, width: 5 }, /width/],
  [{ treated: [1, 2], control: [1, 2], daysBefore: 0, daysAfter: 5 }, /daysBefore/],
])('analyze before-after refuses by name what it cannot use: %j', async (options, why) => {
  await expect(askAnalyze('before-after', lines, options, AREAS)).rejects.toThrow(why);
});

test('analyze before-after says which file or column it misses', async () => {
  const asked = { treated: 'east', action: ACTION };
  await expect(askAnalyze('before-after', lines, asked)).rejects.toThrow(/needs --areas/);
  await expect(askAnalyze('before-after', ['id,lon,lat', 'a,-82.5,35.5'], asked, AREAS)).rejects.toThrow(
    /needs --time/,
  );
});
