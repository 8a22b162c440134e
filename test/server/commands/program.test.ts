import { expect, test } from 'vitest';
import { makeProgram, run } from '#server/commands/program.ts';
import { runCli } from './run-cli.ts';

test('the command line has every command of the design', () => {
  const names = makeProgram().commands.map((command) => command.name());
  expect(names.toSorted()).toEqual(['analyze', 'areas', 'doctor', 'ingest', 'inspect', 'join', 'serve']);
});

test('every command has a line that says what it does and can answer in JSON', () => {
  for (const command of makeProgram().commands) {
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
