import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import type { SourceProfile } from '#data/schema/source-profile.ts';
import { UsageError } from '#server/errors.ts';
import { openFeed } from '#server/feed/feed.ts';
import { watchFolder } from '#server/feed/watch-folder.ts';
import { type IngestProgress, ingestCalls } from '#server/ingest/ingest-calls.ts';
import type { KnownColumns } from '#server/ingest/inspect-calls.ts';
import { loadProfile } from '#server/ingest/load-profile.ts';
import { profileFromColumns } from '#server/ingest/profile-from-columns.ts';
import { fileInWords } from './feed-words.ts';
import { reportInWords } from './ingest-words.ts';
import { signalToStop } from './signal-to-stop.ts';

type IngestOptions = KnownColumns & { source?: string; geocodes?: string; home: string; dryRun?: true; json?: true } & {
  watch?: string;
  poll?: true;
};

/** `ingest FILE…`: takes call files into the store. `ingest --watch FOLDER` takes those that come to a folder. */
export function addIngest(command: Command): void {
  command
    .argument('[file...]', 'CSV (plain or .gz) or NDJSON of calls, all of one source')
    .option('--source <profile>', 'name of a source profile, or a JSON file with one')
    .option('--geocodes <file>', 'geocode table, for a profile that looks places up by address')
    .option('--city <name>', 'city, where the profile leaves it open')
    .option('--time-zone <zone>', "the city's zone, such as America/New_York, where the profile leaves it open")
    .option('--id <column>', 'without --source: column of the id')
    .option('--lon <column>', 'column of the longitude')
    .option('--lat <column>', 'column of the latitude')
    .option('--time <column>', 'column of the time received')
    .option('--from <column>', 'column of the start of the span in which it happened')
    .option('--to <column>', 'column of its end')
    .option('--type <column>', 'column of the call type')
    .option('--home <folder>', 'where Commonbeat keeps its data', '.commonbeat')
    .option('--watch <folder>', 'take in what lies in this folder and what comes to it, until Ctrl+C; needs --source')
    .option('--poll', 'with --watch: look every two seconds, for a network share that does not tell of changes')
    .option('--dry-run', 'report only, keep nothing')
    .option('--json', 'print the report as JSON')
    .action(ingest);
}

async function ingest(files: string[], options: IngestOptions): Promise<void> {
  if (options.watch !== undefined) return watchUntilStopped(files, options.watch, options);
  if (options.poll) throw new UsageError('--poll goes with --watch');
  const profile = await profileOf(files, options);
  const { home, dryRun, geocodes, json } = options;
  const progress = startProgress(json === true);
  const report = await ingestCalls({
    files,
    profile,
    home,
    onProgress: progress.show,
    ...(dryRun ? { dryRun } : {}),
    ...(geocodes === undefined ? {} : { geocodes }),
  }).finally(progress.stop);
  console.log(json ? JSON.stringify(report) : reportInWords(report, dryRun === true));
}

async function watchUntilStopped(files: string[], folder: string, options: IngestOptions): Promise<void> {
  if (files.length > 0) throw new UsageError('--watch takes the files of its folder: name none besides');
  if (options.dryRun) throw new UsageError('--dry-run is for files by name: --watch keeps what it takes');
  const feed = await openFeed({ ...options, folder });
  if (!options.json) console.log(`Watching ${feed.folder} for call files of ${feed.profile.name}. Stop with Ctrl+C.`);
  await watchFolder(feed, {
    signal: signalToStop(),
    isPolled: options.poll === true,
    onFile: ({ changedMs: _, under: __, ...file }) =>
      console.log(options.json ? JSON.stringify(file) : fileInWords(file)),
    onTrouble: (words) => console.error(`commonbeat: ${feed.folder}: ${words}; looking again`),
  });
}

async function profileOf(files: readonly string[], options: IngestOptions): Promise<SourceProfile> {
  const [first] = files;
  if (first === undefined) throw new UsageError('name a calls file');
  if (options.source === undefined) return profileFromColumns(first, options);
  const profile = await loadProfile(options.source);
  return { ...profile, city: options.city ?? profile.city, timeZone: options.timeZone ?? profile.timeZone };
}

/** A bar on a terminal; plain lines elsewhere; nothing that could mix with JSON, since both go to standard error. */
function startProgress(isQuiet: boolean) {
  if (isQuiet) return { show: () => {}, stop: () => {} };
  if (!process.stderr.isTTY) {
    return {
      show: ({ done, total, what }: IngestProgress) => console.error(`${done + 1} of ${total}: ${what}`),
      stop: () => {},
    };
  }
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {what}',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  let isStarted = false;
  return {
    show: ({ done, total, what }: IngestProgress) => {
      if (!isStarted) bar.start(total, done, { what });
      else bar.update(done, { what });
      isStarted = true;
    },
    stop: () => bar.stop(),
  };
}
