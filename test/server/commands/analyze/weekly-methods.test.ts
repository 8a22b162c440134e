import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { toLocalDate } from '#analysis/shared/days.ts';
import { makeProgram } from '#server/commands/program.ts';
import { UsageError } from '#server/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'commonbeat-weekly-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MONDAY = 16_804; // 2016-01-04
const WEEKS = 280;

/** Six to eight calls of noise a week for 280 weeks, 25 in the last; the next Monday closes it. */
function writeCalls(): string {
  const lines = ['id,lon,lat,received,nature'];
  for (let week = 0; week < WEEKS; week++) {
    for (let i = 0; i < (week === WEEKS - 1 ? 25 : 6 + (week % 3)); i++) {
      lines.push(`${week}-${i},-82.58,35.6,${toLocalDate(MONDAY + 7 * week + (i % 7))} 12:00:00,NOISE`);
    }
  }
  lines.push(`last,,,${toLocalDate(MONDAY + 7 * WEEKS + 1)} 09:00:00,NOISE`);
  const path = join(folder, 'calls.csv');
  writeFileSync(path, lines.join('\n'));
  return path;
}

const calls = writeCalls();

async function answer(method: string, options: object = {}) {
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    const program = makeProgram();
    const words = ['--calls', calls, '--id', 'id', '--time', 'received', '--type', 'nature', '--json'];
    await program.parseAsync(['analyze', method, ...words, '--options', JSON.stringify(options)], { from: 'user' });
    return JSON.parse(printed.mock.calls.map(([line]) => String(line)).join('\n'));
  } finally {
    printed.mockRestore();
  }
}

test('analyze farrington names the weeks it judged and every setting', async () => {
  const { findings, options } = await answer('farrington', { weeks: 2, b: 4 });
  expect(findings).toHaveLength(2);
  expect(findings[1]).toMatchObject({
    areaId: 'all',
    category: 'NOISE',
    observed: 25,
    verdict: 'unusual',
    week: toLocalDate(MONDAY + 7 * (WEEKS - 1)),
  });
  expect(findings[0].verdict).toBe('usual');
  expect(options).toMatchObject({ b: 4, w: 3, noPeriods: 10, weightsThreshold: 2.58, thresholdMethod: 'nbPlugin' });
});

test('analyze spike judges five years by Farrington, and less by the other two', async () => {
  expect((await answer('spike')).findings[0]).toMatchObject({ method: 'farrington', verdict: 'unusual' });
  expect((await answer('spike', { week: '2018-01-10' })).findings[0].method).toBe('negative-binomial');
  expect((await answer('spike', { week: '2016-05-11' })).findings[0].method).toBe('c-test');
});

test('analyze cusum names the week of its signal', async () => {
  const { findings, options } = await answer('cusum', { runLength: 1000 });
  expect(findings[0]).toMatchObject({ category: 'NOISE', verdict: 'unusual', signalWeek: '2021-05-10' });
  expect(findings[0].sums).toHaveLength(26);
  expect(options).toMatchObject({ runLength: 1000, usualWeeks: 52 });
});

test('analyze ears judges the last full day by three rules, or the day asked for', async () => {
  expect((await answer('ears')).options.day).toBe('2021-05-17');
  const { findings } = await answer('ears', { day: '2021-05-10', rules: ['C1'], minSigma: 1 });
  expect(findings).toMatchObject([{ rule: 'C1', day: '2021-05-10', observed: 4, verdict: 'usual' }]);
});

test('analyze two-counts compares two windows by their days', async () => {
  const last = { from: '2021-05-10', to: '2021-05-16' };
  const { findings } = await answer('two-counts', { ...last, beforeFrom: '2021-04-12', beforeTo: '2021-05-09' });
  expect(findings[0]).toMatchObject({ now: 25, before: 29, expected: 7.25, verdict: 'unusual' });
  const beyond = await answer('two-counts', { ...last, beforeFrom: '2010-04-12', beforeTo: '2010-05-09' });
  expect(beyond.leftOut).toContainEqual({ what: 'all series', reason: 'not-in-files' });
});

test('analyze budget gives the threshold, and analyze power the rise to be noticed', async () => {
  const { findings, options } = await answer('budget', { falseAlarmsAWeek: 0.5 });
  expect(findings[0]).toMatchObject({ falseAlarmsAWeek: 0.5, realized: { weeks: 52 } });
  expect(options.calibrationWeeks).toBe(104);
  const power = await answer('power', { watchP: 0.001, tries: 20 });
  expect(power.findings[0]).toMatchObject({ category: 'NOISE', withinWeeks: 1, tries: 20 });
  expect(power.findings[0].size).toBeGreaterThan(2);
});

test.each([
  ['budget', { watchP: 0.1 }, /watchP/],
  ['cusum', { k: 1.23 }, /k/],
  ['ears', { baseline: 2 }, /baseline/],
  [
    'two-counts',
    { from: '2021-05-10', to: '2021-05-09', beforeFrom: '2021-04-12', beforeTo: '2021-05-01' },
    /from lies after to/,
  ],
  [
    'two-counts',
    { from: '2021-05-10', to: '2021-05-12', beforeFrom: '2021-05-11', beforeTo: '2021-05-20' },
    /share days/,
  ],
  ['farrington', { noPeriods: 26, w: 15 }, /w/],
  ['farrington', { thresholdMethod: 'guess' }, /thresholdMethod/],
  ['spike', { watchQ: 0.2 }, /watchQ/],
])('an option that %s does not take is refused by name', async (method, options, why) => {
  await expect(answer(method, options)).rejects.toThrow(UsageError);
  await expect(answer(method, options)).rejects.toThrow(why);
});
