import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeProgram, run, takeWords } from '#server/commands/program.ts';
import { runCli, startCli } from './run-cli.ts';

test('the command line has every command of the design', () => {
  const names = makeProgram().commands.map((command) => command.name());
  expect(names.toSorted()).toEqual([
    ...[
      'analyze',
      'areas',
      'backup',
      'brief',
      'doctor',
      'ingest',
      'inspect',
      'join',
      'report',
      'restore',
      'serve',
      'users',
    ],
  ]);
});

test('every command has a line that says what it does and can answer in JSON', async () => {
  const program = makeProgram();
  await Promise.all(program.commands.map(takeWords));
  const commands = program.commands.flatMap((command) => [command.commands, command].flat());
  for (const command of commands.filter(({ commands: within }) => within.length === 0)) {
    expect(command.description(), command.name()).not.toBe('');
    expect(
      command.options.map((option) => option.long),
      command.name(),
    ).toContain('--json');
  }
});

test('a file that is not there is refused in one line with exit code 3', async () => {
  const { code, err } = await runCli('inspect', 'no-such-file.csv');
  expect(code).toBe(3);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toContain('no-such-file.csv');
});

test('help is not an error and an unknown command is', async () => {
  expect((await runCli('--help')).code).toBe(0);
  expect((await runCli('forecast')).code).toBe(2);
  expect(await run(['serve', '--role'])).toBe(2);
});

test('the help of a command is the same by either word, and names what it takes', async () => {
  const [asked, shown] = [await runCli('help', 'ingest'), await runCli('ingest', '--help')];
  expect(asked).toEqual(shown);
  expect(asked.out).toContain('commonbeat ingest [options] [file...]');
  expect(asked.out).toContain('--dry-run');
});

test('a reader that stops early ends the command without a word', async () => {
  const child = startCli('--help');
  child.stdout?.destroy();
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect([code, said]).toEqual([0, '']);
});

test('a data home that cannot be made is a usage error of one line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'commonbeat-denied-'));
  const home = join(folder, 'file');
  writeFileSync(home, '');
  const areas = join(folder, 'areas.geojson');
  const ring = '[[0,0],[1,0],[1,1],[0,0]]';
  writeFileSync(areas, `{"type":"Polygon","coordinates":[${ring}]}`);
  const { code, err } = await runCli('areas', areas, '--home', home);
  expect(code).toBe(2);
  expect(err).toMatch(/^commonbeat: .*--home\n$/);
});
