import { Command, CommanderError } from 'commander';
import { DataRefused, FieldsRefused, RecordMissing, RecordRefused, UsageError } from '#server/errors.ts';

type Take = (command: Command) => void;

/** What each says in the list; its words and its work are loaded when it is asked for, since `serve` takes seconds. */
const COMMANDS: Record<string, { says: string; load: () => Promise<Take> }> = {
  serve: {
    says: 'open the dashboard on this machine',
    load: async () => (await import('./serve.ts')).addServe,
  },
  inspect: {
    says: 'guess how a calls file is to be read, and say what is doubtful',
    load: async () => (await import('./inspect.ts')).addInspect,
  },
  ingest: {
    says: 'take call files into the store: validated, deduplicated, every record accounted for',
    load: async () => (await import('./ingest.ts')).addIngest,
  },
  areas: {
    says: 'take boundary files in as a layer: GeoJSON, zipped Shapefile, KML, GeoPackage',
    load: async () => (await import('./areas.ts')).addAreas,
  },
  join: {
    says: 'say which call lies in which areas; a point on a boundary lies in the area',
    load: async () => (await import('./join.ts')).addJoin,
  },
  analyze: {
    says: 'run one method over plain files',
    load: async () => (await import('./analyze/analyze.ts')).addAnalyze,
  },
  backup: {
    says: 'write all records and files of a home into one file, while it serves',
    load: async () => (await import('./backup.ts')).addBackup,
  },
  restore: {
    says: 'put a backup into an empty home',
    load: async () => (await import('./backup.ts')).addRestore,
  },
  report: {
    says: 'write a monthly or quarterly report to a file',
    load: async () => (await import('./report.ts')).addReport,
  },
  brief: {
    says: 'release the page of a group, or of every group, and print it',
    load: async () => (await import('./brief.ts')).addBrief,
  },
  doctor: {
    says: 'check this machine and the data home, and say what to do about what is broken',
    load: async () => (await import('./doctor.ts')).addDoctor,
  },
  users: {
    says: 'accounts: add, list, lock',
    load: async () => (await import('./users.ts')).addUsers,
  },
};

/** The whole command line; a command has no words of its own before it is asked for. */
export function makeProgram(): Command {
  const program = new Command('commonbeat')
    .description('A map and analytics dashboard that a police department and its community groups can look at together')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(oneLine(text)) })
    .helpCommand('help [command]', 'display help for command')
    .hook('preSubcommand', (_, asked) => takeWords(asked));
  for (const [name, { says }] of Object.entries(COMMANDS)) program.command(name).description(says);
  return program;
}

/** Gives a command of the program the words that it takes. */
export async function takeWords(command: Command): Promise<void> {
  const take = await COMMANDS[command.name()]?.load();
  take?.(command);
}

/** Runs one command line (without `node` and the script) and says how it ended: 0 ok, 1 failed, 2 usage, 3 data refused. */
export async function run(words: string[]): Promise<number> {
  try {
    const [first, ...others] = words;
    const asked = first === 'help' && others.length > 0 ? [...others, '--help'] : words; // which loads its words
    await makeProgram().parseAsync(asked, { from: 'user' });
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
