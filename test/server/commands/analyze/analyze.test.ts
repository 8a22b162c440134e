import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { toLocalDate } from '#analysis/shared/days.ts';
import { addsUp } from '#data/schema/record-counts.ts';
import { makeProgram } from '#server/commands/program.ts';
import { UsageError } from '#server/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'commonbeat-analyze-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MONDAY = 18_631; // 2021-01-04

/** Two calls of noise a week in the west for 70 weeks, then twelve in one week; a few that are nowhere. */
function writeCalls(): string {
  const lines = ['call,x,y,received,nature'];
  for (let week = 0; week < 70; week++) {
    for (let i = 0; i < (week === 69 ? 12 : 2 + (week % 2)); i++) {
      const day = toLocalDate(MONDAY + 7 * week + (i % 7));
      lines.push(`w${week}-${i},${-82.58 + i * 0.0001},35.6,${day} 12:00:00,NOISE`);
    }
  }
  const after = toLocalDate(MONDAY + 7 * 70 + 1);
  lines.push(`later,-82.52,35.6,${after} 09:00:00,THEFT`, `nowhere,,,${after} 09:00:00,THEFT`);
  lines.push(`zero,0,0,${after} 09:00:00,THEFT`, `broken,-82.5,35.6,yesterday,THEFT`);
  const path = join(folder, 'calls.csv');
  writeFileSync(path, lines.join('\n'));
  return path;
}

function writeAreas(): string {
  const box = (west: number, east: number) => [
    [
      [west, 35.55],
      [east, 35.55],
      [east, 35.65],
      [west, 35.65],
      [west, 35.55],
    ],
  ];
  const feature = (code: string, west: number, east: number) => ({
    type: 'Feature',
    properties: { code, called: code },
    geometry: { type: 'Polygon', coordinates: box(west, east) },
  });
  const path = join(folder, 'areas.geojson');
  const features = [feature('west', -82.6, -82.55), feature('east', -82.55, -82.5)];
  writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', features }));
  return path;
}

const calls = writeCalls();
const areas = writeAreas();
const columns = ['--id', 'call', '--lon', 'x', '--lat', 'y', '--time', 'received', '--type', 'nature'];

async function analyze(...words: string[]) {
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    const program = makeProgram();
    await program.parseAsync(['analyze', ...words], { from: 'user' });
    return printed.mock.calls.map(([line]) => String(line)).join('\n');
  } finally {
    printed.mockRestore();
  }
}

const answer = async (...words: string[]) =>
  JSON.parse(await analyze(...words, '--calls', calls, ...columns, '--areas', areas, '--area-id', 'code', '--json'));

test('analyze spike finds the planted week and leaves out what it cannot judge', async () => {
  const { findings, leftOut, window, records, options } = await answer('spike');
  expect(findings[0]).toMatchObject({
    areaId: 'west',
    category: 'NOISE',
    observed: 12,
    verdict: 'unusual',
    method: 'negative-binomial',
    week: toLocalDate(MONDAY + 7 * 69),
  });
  expect(leftOut).toContainEqual({ what: expect.stringMatching(/^1 of \d+ rows$/), reason: 'not-readable' });
  expect(leftOut).toContainEqual({ what: 'east NOISE', reason: 'no-past-calls' });
  expect(window).toEqual({ from: '2021-01-04', to: toLocalDate(MONDAY + 7 * 70 - 1) });
  expect(addsUp(records)).toBe(true);
  expect(records).toMatchObject({ outside: 0, inSeveral: 0, unplaced: 1, quarantined: 2 }); // 0,0 and the row that cannot be read
  expect(options.shortWeeks).toBe(8);
});

test('analyze spike judges the week asked for', async () => {
  const { findings } = await answer('spike', '--options', '{"week":"2022-03-10"}');
  expect(findings[0]).toMatchObject({ week: '2022-03-07', verdict: 'usual' });
});

test('analyze density prints the surface as plain numbers', async () => {
  const { findings, options, convention } = await answer('density', '--options', '{"bandwidthMeters":300}');
  const [surface] = findings;
  expect(surface.perKm2.length).toBe(surface.columns * surface.rows);
  expect(Math.max(...surface.perKm2)).toBeCloseTo(surface.max, 3);
  expect(options).toMatchObject({ bandwidthMeters: 300, cellMeters: 75 });
  expect(convention).toContain('Quartic');
});

test('analyze hot-cells finds the stacked corner', async () => {
  const { findings } = await answer('hot-cells', '--options', '{"cellMeters":500}');
  expect(findings[0].verdict).toBe('hot');
  expect(Math.abs(findings[0].ring[0][0] - -82.58)).toBeLessThan(0.02);
});

test('analyze says the same in words', async () => {
  const text = await analyze('spike', '--calls', calls, ...columns, '--areas', areas, '--area-id', 'code');
  expect(text).toContain('verdict unusual');
  expect(text).toContain('1 unplaced + 2 quarantined');
});

test('without boundaries all placed calls are one series, and lie in no area', async () => {
  const text = await analyze('spike', '--calls', calls, ...columns, '--json');
  const { findings, records } = JSON.parse(text);
  expect(findings[0]).toMatchObject({ areaId: 'all', category: 'NOISE', observed: 12 });
  expect(records.inside).toBe(0);
});

test.each([
  [['density', '--options', '{"bandwidth":300}'], /Unrecognized key: "bandwidth"/],
  [['density', '--options', '{"cellMeters":101}'], /at most a quarter/],
  [['density', '--options', '{bandwidth'], /--options is not JSON/],
  [['spike', '--options', '{"week":"2021-02-30"}'], /--options/],
])('a mistyped option is a usage error: %j', async (words, why) => {
  const asked = analyze(...words, '--calls', calls, ...columns);
  await expect(asked).rejects.toThrow(UsageError);
  await expect(asked).rejects.toThrow(why);
});

test('a method that misses what it needs says so', async () => {
  const place = ['--calls', calls, '--lon', 'x', '--lat', 'y'];
  await expect(analyze('spike', ...place)).rejects.toThrow(/needs --time/);
  await expect(analyze('hot-cells', ...place)).rejects.toThrow(/needs --areas/);
  await expect(analyze('guess', ...place)).rejects.toThrow(/spike, density, hot-cells/);
});

test('months are not judged as weeks', async () => {
  const path = join(folder, 'months.csv');
  const rows = Array.from({ length: 600 }, (_, i) => `-82.58,35.6,2019-${String((i % 11) + 1).padStart(2, '0')}`);
  writeFileSync(path, ['lon,lat,Month', ...rows].join('\n'));
  const printed = await analyze('spike', '--calls', path, '--time', 'Month', '--json');
  expect(JSON.parse(printed)).toMatchObject({ findings: [], leftOut: [{ what: 'all series', reason: 'months-only' }] });
});
