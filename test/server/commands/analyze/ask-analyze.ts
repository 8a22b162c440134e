import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { makeProgram } from '#server/commands/program.ts';

/** Runs `analyze` over the lines of a calls file (and a boundary file) and returns the answer it printed. */
export async function askAnalyze(
  method: string,
  lines: readonly string[],
  options: object,
  areas?: object,
  concerns?: string,
) {
  const folder = mkdtempSync(join(tmpdir(), 'commonbeat-analyze-'));
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    const calls = join(folder, 'calls.csv');
    writeFileSync(calls, lines.join('\n'));
    const boundaries = join(folder, 'areas.geojson');
    if (areas) writeFileSync(boundaries, JSON.stringify(areas));
    const told = join(folder, 'concerns.csv');
    if (concerns !== undefined) writeFileSync(told, concerns);
    const program = makeProgram();
    await program.parseAsync(
      [
        ...['analyze', method, '--calls', calls, '--id', 'id', '--options', JSON.stringify(options), '--json'],
        ...(lines[0]?.includes('from') ? ['--from', 'from', '--to', 'to'] : []),
        ...(lines[0]?.includes('time') ? ['--time', 'time'] : []),
        ...(concerns === undefined ? [] : ['--concerns', told]),
        ...(lines[0]?.includes('type') ? ['--type', 'type'] : []),
        ...(areas ? ['--areas', boundaries, '--area-id', 'code'] : []),
      ],
      { from: 'user' },
    );
    return JSON.parse(String(printed.mock.calls[0]?.[0]));
  } finally {
    printed.mockRestore();
    rmSync(folder, { recursive: true });
  }
}
