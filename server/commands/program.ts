import { Command, CommanderError } from 'commander';
import { DataRefused, FieldsRefused, RecordMissing, RecordRefused, UsageError } from '#server/errors.ts';
import { addAnalyze } from './analyze/analyze.ts';
import { addAreas } from './areas.ts';
import { addBackup } from './backup.ts';
import { addBrief } from './brief.ts';
import { addDoctor } from './doctor.ts';
import { addIngest } from './ingest.ts';
import { addInspect } from './inspect.ts';
import { addJoin } from './join.ts';
import { addReport } from './report.ts';
import { addServe } from './serve.ts';
import { addUsers } from './users.ts';

/** The whole command line. */
export function makeProgram(): Command {
  const program = new Command('commonbeat')
    .description('A map and analytics dashboard that a police department and its community groups can look at together')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(oneLine(text)) });
  for (const add of [
    addServe,
    addInspect,
    addIngest,
    addAreas,
    addJoin,
    addAnalyze,
    addBackup,
    addReport,
    addBrief,
    addDoctor,
    addUsers,
  ])
    add(program);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

/** Runs one command line (without `node` and the script) and says how it ended: 0 ok, 1 failed, 2 usage, 3 data refused. */
export async function run(words: string[]): Promise<number> {
  try {
    await makeProgram().parseAsync(words, { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2; // it has said why
    const said = isDenied(error)
      ? `${error.message}; name a folder that can be written to with --home`
      : messageOf(error);
    process.stderr.write(`commonbeat: ${oneLine(said)}`);
    return exitCodeOf(error);
  }
}

const REFUSALS = [DataRefused, RecordRefused, FieldsRefused, RecordMissing];

function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError || isDenied(error)) return 2;
  return REFUSALS.some((Refusal) => error instanceof Refusal) ? 3 : 1;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Readers refuse a file that cannot be opened themselves; what the system still denies is the folder to keep data in. */
function isDenied(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ['EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOTDIR'].includes(code);
}

const oneLine = (text: string) => `${text.trim().replace(/\s*\n\s*/g, ' ')}\n`;
