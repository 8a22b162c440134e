import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { TakenIn } from '#data/schema/manifest.ts';
import { SourceProfile } from '#data/schema/source-profile.ts';
import { DataRefused } from '#server/errors.ts';
import {
  readStoreIndex,
  type StoredSource,
  type StoreIndex,
  writeStoreIndex,
  writeWhole,
} from '#server/store/store-index.ts';
import { withStoreLock } from '#server/store/store-lock.ts';
import { countNewcomers, withDelivery } from './arrivals.ts';
import { planColumns } from './column-plan.ts';
import { explainQuarantine } from './explain-quarantine.ts';
import { CREATE_FRESH } from './fresh-rows.ts';
import type { IngestReport, Reject } from './ingest-report.ts';
import { listRejects } from './list-rejects.ts';
import { type LoadedInput, loadFresh } from './load-fresh.ts';
import { locateRows } from './locate-rows.ts';
import type { ExpansionLimits } from './open-bytes.ts';
import { refuseMisplaced } from './refuse-misplaced.ts';
import { settleVersions } from './settle-versions.ts';
import { sqlList } from './sql-text.ts';
import { hashFile, stageInput } from './stage-input.ts';
import { type Summary, summarizeFresh } from './summarize-fresh.ts';
import { type Workspace, withWorkspace } from './workspace.ts';
import { keepRows, sweepUnreferenced, writeYears } from './write-years.ts';
import { readZoneClock } from './zone-clock.ts';

export type IngestProgress = { done: number; total: number; what: string };

export type IngestRequest = {
  readonly files: readonly string[];
  readonly profile: SourceProfile;
  readonly home: string; // the data home, .commonbeat
  readonly dryRun?: boolean; // report only: nothing is kept
  readonly geocodes?: string; // geocode table, when it does not stand beside the files
  readonly onProgress?: (progress: IngestProgress) => void;
  readonly now?: number; // milliseconds; a call more than a day later is refused
  readonly limits?: ExpansionLimits;
};

const LISTED_REJECTS = 1_000;

/**
 * Reads call files into the store of a data home: validated, deduplicated, placed, as
 * one Parquet file a year. Every record that was read is accepted, rejected, a duplicate
 * or superseded. The same file twice changes nothing; a run that is killed at any
 * moment leaves the store as it was, because the index is replaced last and whole.
 */
export async function ingestCalls(request: IngestRequest): Promise<IngestReport> {
  const profile = SourceProfile.parse(request.profile);
  if (profile.timeZone === null) {
    throw new DataRefused("the profile has no time zone; name the city's with --time-zone", {
      file: profile.name,
      column: 'timeZone',
    });
  }
  if (request.files.length === 0) throw new DataRefused('no file was given', { file: profile.name });
  if (request.dryRun)
    return withWorkspace(join(tmpdir(), 'commonbeat'), (workspace) => run(request, profile, workspace));
  return withStoreLock(request.home, () =>
    withWorkspace(join(request.home, 'work'), (workspace) => run(request, profile, workspace)),
  );
}

async function run(request: IngestRequest, profile: SourceProfile, workspace: Workspace): Promise<IngestReport> {
  const index = await readStoreIndex(request.home);
  refuseOtherZone(index, profile);
  const before = index.sources.find(({ source }) => source === profile.name);
  const hashing = Promise.all(request.files.map(hashFileOf)); // while DuckDB reads
  hashing.catch(() => {}); // said by whoever awaits it first
  const loaded = await loadAll(request, profile, workspace);
  const hashes = await hashing;
  const stored = storedUnder(before, profile, hashes);
  const { connection } = workspace;
  const rejects = (await Promise.all(loaded.map((input) => listRejects(connection, input, profile)))).flat();
  const read = loaded.reduce((sum, { rows, broken }) => sum + rows + broken.length, 0);
  refuseNothingLeft(read, rejects);
  const placeNotes = await locateRows(connection, profile, request.files, request.geocodes);
  const paths = (stored?.files ?? []).map(({ file }) => join(request.home, 'calls', file));
  const isKnown = (hash: string) => stored?.inputs.some(({ sha256 }) => sha256 === hash) ?? false;
  const knownFiles = hashes.flatMap((hash, number) => (isKnown(hash) ? [number] : []));
  const settled = await settleVersions(connection, profile, { paths, knownFiles });
  await keepRows(connection, profile);
  const summary = await summarizeFresh(connection, profile);
  refuseMisplaced(summary, profile, loaded);
  request.onProgress?.({ done: loaded.length, total: loaded.length + 1, what: 'writing the store' });
  const report: IngestReport = {
    source: profile.name,
    read,
    rejected: rejects.length,
    ...settled,
    ...summary,
    rejects: rejects.slice(0, LISTED_REJECTS),
    rejectsFile: null,
    notes: [...loaded.flatMap(({ plan }) => plan.notes), ...placeNotes, ...notesOf(profile, summary)],
    manifest: { files: stored?.files ?? [], changed: false },
  };
  if (request.dryRun) return report;
  return keep(request, profile, workspace, { report, rejects, stored, index, hashes, loaded });
}

const hashFileOf = async (path: string): Promise<string> =>
  hashFile(path).catch(() => {
    throw new DataRefused('there is no such file, or it cannot be read', { file: basename(path) });
  });

async function loadAll(request: IngestRequest, profile: SourceProfile, workspace: Workspace): Promise<LoadedInput[]> {
  const now = request.now ?? Date.now();
  const clock = readZone(profile, now);
  await workspace.connection.run(CREATE_FRESH);
  const loaded: LoadedInput[] = [];
  for (const [number, path] of request.files.entries()) {
    request.onProgress?.({ done: number, total: request.files.length + 1, what: basename(path) });
    const staged = await stageInput(path, number, profile, workspace.folder, request.limits);
    const plan = planColumns(staged.names, profile, staged.file);
    loaded.push(await loadFresh(staged, plan, { workspace, profile, clock, now }));
  }
  return loaded;
}

function readZone(profile: SourceProfile, now: number) {
  try {
    return readZoneClock(profile.timeZone ?? '', 1970, new Date(now).getUTCFullYear() + 1);
  } catch (cause) {
    throw new DataRefused(
      `there is no time zone ${profile.timeZone}`,
      { file: profile.name, column: 'timeZone' },
      cause,
    );
  }
}

type Outcome = {
  report: IngestReport;
  rejects: Reject[];
  stored: StoredSource | undefined;
  index: StoreIndex;
  hashes: string[];
  loaded: LoadedInput[];
};

async function keep(request: IngestRequest, profile: SourceProfile, workspace: Workspace, outcome: Outcome) {
  const { report, rejects, stored, index, hashes, loaded } = outcome;
  const { home } = request;
  const rejectsFile = await writeRejects(home, profile, rejects);
  const known = new Set(stored?.inputs.map(({ sha256 }) => sha256));
  const inputs = loaded.flatMap(({ file, rows, broken }, at) => {
    const sha256 = hashes[at] ?? '';
    if (known.has(sha256)) return [];
    known.add(sha256);
    return [{ file, sha256, read: rows + broken.length }];
  });
  if (stored && report.accepted === 0 && inputs.length === 0) return { ...report, rejectsFile };
  const files = await writeYears(workspace, profile, home, stored?.files ?? []);
  const sums = await readSums(workspace.connection, home, files);
  const source: StoredSource = {
    source: profile.name,
    title: profile.title,
    readAt: new Date().toISOString(),
    ...sums,
    expectedEveryHours: profile.expectedEveryHours,
    ...(profile.staleAfterHours && { staleAfterHours: profile.staleAfterHours }),
    timeZone: profile.timeZone ?? '',
    reportingLagDays: profile.reportingLagDays,
    taken: takenInAll(stored?.taken, report),
    ...(await readArrivals(request, profile, workspace, outcome, sums.lastReceivedLocal)),
    files,
    inputs: [...(stored?.inputs ?? []), ...inputs],
    profile: hashOf(profile),
  };
  const others = index.sources.filter((other) => other.source !== profile.name);
  await writeStoreIndex(home, {
    ...index,
    city: index.city || profile.city,
    timeZone: index.timeZone || (profile.timeZone ?? ''),
    sources: [...others, source].sort((a, b) => a.source.localeCompare(b.source)),
  });
  await sweepUnreferenced(home, source);
  return { ...report, rejectsFile, manifest: { files, changed: true } };
}

/** Read anew under a changed profile, calls are no newcomers; where only months are known, no day can be late. */
async function readArrivals(
  { now = Date.now() }: IngestRequest,
  profile: SourceProfile,
  { connection }: Workspace,
  { stored, index }: Outcome,
  lastReceivedLocal: string,
): Promise<Pick<StoredSource, 'arrivals'>> {
  if (profile.timePrecision === 'month') return {};
  const arrivals = index.sources.find(({ source }) => source === profile.name)?.arrivals;
  if (stored === undefined && arrivals) return { arrivals };
  const today = new Date(now).toISOString().slice(0, 10);
  return { arrivals: withDelivery(stored, { today, lastReceivedLocal, calls: await countNewcomers(connection) }) };
}

/** The sums of this run added to those of the runs before it. */
function takenInAll(before: TakenIn | undefined, report: IngestReport): TakenIn {
  const now = TakenIn.parse(report);
  if (before === undefined) return now;
  return {
    read: before.read + now.read,
    accepted: before.accepted + now.accepted,
    rejected: before.rejected + now.rejected,
    duplicates: before.duplicates + now.duplicates,
    superseded: before.superseded + now.superseded,
    replaced: before.replaced + now.replaced,
  };
}

async function readSums(connection: DuckDBConnection, home: string, files: StoredSource['files']) {
  const from = `read_parquet(${sqlList(files.map(({ file }) => join(home, 'calls', file)))})`;
  const ends = await connection.runAndReadAll(
    `select strftime(min(received_local), '%Y-%m-%dT%H:%M:%S'), strftime(max(received_local), '%Y-%m-%dT%H:%M:%S') from ${from}`,
  );
  const reasons = await connection.runAndReadAll(
    `select quarantine, count(*) as n from ${from} where quarantine is not null group by all order by n desc, quarantine`,
  );
  return {
    firstReceivedLocal: String(ends.value(0, 0)),
    lastReceivedLocal: String(ends.value(1, 0)),
    quarantined: Object.fromEntries(reasons.getRows().map(([reason, n]) => [String(reason), Number(n)])),
  };
}

async function writeRejects(home: string, profile: SourceProfile, rejects: readonly Reject[]): Promise<string | null> {
  if (rejects.length === 0) return null;
  const text = rejects.map((reject) => `${JSON.stringify(reject)}\n`).join('');
  const path = join(home, 'rejects', profile.name, `${hashOf(text).slice(0, 32)}.ndjson`);
  await writeWhole(path, text);
  return path;
}

/** Of a profile, as the store keeps it: another one reads the files anew. */
export const hashOf = (content: unknown): string =>
  createHash('sha256')
    .update(typeof content === 'string' ? content : JSON.stringify(content))
    .digest('hex');

function refuseOtherZone(index: StoreIndex, profile: SourceProfile): void {
  if (index.timeZone === '' || index.timeZone === profile.timeZone) return;
  throw new DataRefused(
    `this data home holds ${index.city}, on ${index.timeZone}; take another --home for ${profile.city}, on ${profile.timeZone}`,
    { file: profile.name, column: 'timeZone' },
  );
}

/** A changed profile reads everything anew, or the store would hold two readings of one source. */
function storedUnder(before: StoredSource | undefined, profile: SourceProfile, hashes: readonly string[]) {
  if (!before || before.profile === undefined || before.profile === hashOf(profile)) return before;
  const missing = before.inputs.filter(({ sha256 }) => !hashes.includes(sha256));
  if (missing.length === 0) return undefined;
  throw new DataRefused(
    `the profile ${profile.name} has changed since its calls were read; give all its files again, also ${missing.map(({ file }) => file).join(', ')}`,
    { file: profile.name },
  );
}

function refuseNothingLeft(read: number, rejects: readonly Reject[]): void {
  const [first] = rejects;
  if (!first || rejects.length < read) return;
  throw new DataRefused(`none of ${read} records can be read; the first: ${first.reason}`, {
    file: first.file,
    line: first.line,
    ...(first.column === null ? {} : { column: first.column }),
  });
}

function notesOf(profile: SourceProfile, summary: Summary): string[] {
  return [
    ...(profile.about === '' ? [] : [profile.about]),
    ...explainQuarantine(profile, summary.quarantined),
    ...(profile.timePrecision === 'minute'
      ? ['a local time in the hour that happens twice in autumn is read as its first pass']
      : [`times are known to the ${profile.timePrecision} only: nothing by hour of the week can be said`]),
    ...summary.stacks.map(
      ({ lon, lat, calls, addresses }) =>
        `${addresses} addresses with ${calls} calls share ${lat}, ${lon}: if that is a geocoder's fallback, name it in the profile (defaultPoints)`,
    ),
  ];
}
