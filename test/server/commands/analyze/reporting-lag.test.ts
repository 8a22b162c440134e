import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import { makeProgram } from '#server/commands/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'commonbeat-lag-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Three burglaries a day for 20 weeks up to a Sunday: known the same day, after 2 days and after 5. */
function writeCalls(): string {
  const last = toDayNumber('2026-11-15');
  const lines = ['lon,lat,received,began'];
  for (let day = last - 139; day <= last; day++) {
    for (const delay of [0, 2, 5]) {
      if (day + delay <= last)
        lines.push(`-82.5,35.6,${toLocalDate(day + delay)} 12:00:00,${toLocalDate(day)} 03:00:00`);
    }
  }
  const path = join(folder, 'calls.csv');
  writeFileSync(path, lines.join('\n'));
  return path;
}

const calls = writeCalls();

async function answer(options: object, ...columns: string[]) {
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    const program = makeProgram();
    const words = ['analyze', 'reporting-lag', '--calls', calls, '--json', ...columns];
    await program.parseAsync([...words, '--options', JSON.stringify(options)], { from: 'user' });
    return JSON.parse(printed.mock.calls.map(([line]) => String(line)).join('\n'));
  } finally {
    printed.mockRestore();
  }
}

test('analyze reporting-lag tells the delays and what they make of the last weeks', async () => {
  const { findings, options } = await answer({ weeks: 2 }, '--time', 'received', '--from', 'began');
  expect(options).toMatchObject({ today: '2026-11-15', since: 'from', longestDays: 56 });
  expect(findings[0].arrived[0]).toBeCloseTo(1 / 3, 6);
  expect(findings[0].lagDays).toBe(5);
  const [before, last] = findings[0].weeks;
  expect(before).toMatchObject({ week: '2026-11-02', verdict: 'complete', observed: 21 });
  expect(last).toMatchObject({ week: '2026-11-09', verdict: 'nowcast' });
  expect(Math.abs(last.expected - 21)).toBeLessThan(2);
});

test('without the span in which calls happened it says what it needs', async () => {
  await expect(answer({}, '--time', 'received')).rejects.toThrow(/needs --time.*--from/);
});
