import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { SourceProfile } from '#data/schema/source-profile.ts';
import { type ColumnPlan, usedColumns } from './column-plan.ts';
import { insertFreshSql } from './fresh-rows.ts';
import type { Reject } from './ingest-report.ts';
import { readObjects } from './read-objects.ts';
import { type Delimited, readRecords } from './read-records.ts';
import { MAX_FIELD_CHARS, MAX_RECORD_CHARS } from './read-text.ts';
import { sqlPath, sqlText } from './sql-text.ts';
import type { StagedInput } from './stage-input.ts';
import type { Workspace } from './workspace.ts';
import type { ZoneClock } from './zone-clock.ts';

/** One file in the table `fresh`: its first row there, and records that were no rows at all. */
export type LoadedInput = StagedInput & {
  plan: ColumnPlan;
  firstRow: number;
  rows: number;
  broken: Reject[];
  knowsLines: boolean; // the rows carry their line; otherwise it follows from their order
};

type Loading = { workspace: Workspace; profile: SourceProfile; clock: ZoneClock; now: number };

/**
 * Reads one file into `fresh`. A clean CSV is read by DuckDB alone; whatever it stumbles
 * over is read again here, record by record, so that every broken one is named with its line.
 */
export async function loadFresh(input: StagedInput, plan: ColumnPlan, loading: Loading): Promise<LoadedInput> {
  const { connection } = loading.workspace;
  const firstRow = await countFresh(connection);
  const insert = (readSql: string) =>
    connection.run(
      insertFreshSql({ readSql, fileNo: input.number, plan }, loading.profile, loading.clock, loading.now),
    );
  if (input.csv !== null && input.csv.encoding === 'utf-8') {
    const whole = readCsvSql(
      input.plainPath,
      input.csv,
      input.names.map((_, place) => `c${place}`),
      MAX_FIELD_CHARS, // longer lines are read here, which can name the field that is too long
    );
    const failure = await insert(`(select null::bigint as line, * from ${whole})`).then(
      () => null,
      (cause: unknown) => cause,
    );
    if (failure === null) {
      const rows = (await countFresh(connection)) - firstRow;
      return { ...input, plan, firstRow, rows, broken: [], knowsLines: false };
    }
    if (!isReadFailure(failure)) throw failure;
  }
  const { path, broken } = await writeCleanRows(input, plan, loading.workspace.folder);
  const columns = ['line', ...usedColumns(plan).map((place) => `c${place}`)];
  const clean = readCsvSql(path, { delimiter: ',', quote: '"', encoding: 'utf-8' }, columns, 4 * MAX_RECORD_CHARS);
  await insert(`(select * replace (line::bigint as line) from ${clean})`);
  const rows = (await countFresh(connection)) - firstRow;
  return { ...input, plan, firstRow, rows, broken, knowsLines: true };
}

async function countFresh(connection: DuckDBConnection): Promise<number> {
  return Number((await connection.runAndReadAll('select count(*) from fresh')).value(0, 0));
}

const isReadFailure = (cause: unknown): boolean =>
  cause instanceof Error && /CSV|Invalid Input|unicode|UTF-?8|line size/i.test(cause.message);

/** Large enough that a piece of a file fills whole row groups, which DuckDB otherwise copies together again. */
const BUFFER_BYTES = 48_000_000;

/** Strict reading: DuckDB guesses nothing and skips nothing. */
function readCsvSql(path: string, csv: Delimited, columns: readonly string[], longest: number): string {
  const typed = columns.map((name) => `'${name}': 'VARCHAR'`).join(', ');
  return `read_csv(${sqlPath(path)}, auto_detect=false, header=true, delim=${sqlText(csv.delimiter)},
    quote=${sqlText(csv.quote)}, escape=${sqlText(csv.quote)}, strict_mode=true, max_line_size=${longest}, buffer_size=${Math.max(BUFFER_BYTES, 2 * longest)},
    columns={${typed}})`;
}

/** Writes the whole records as a plain CSV with their lines, and lists the others. */
async function writeCleanRows(input: StagedInput, plan: ColumnPlan, folder: string) {
  const path = join(folder, `clean-${input.number}.csv`);
  const used = usedColumns(plan);
  const broken: Reject[] = [];
  const out = createWriteStream(path);
  const write = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain');
  };
  await write(`line,${used.map((place) => `c${place}`).join(',')}\n`);
  for await (const rows of readWholeRows(input, broken)) {
    const lines = rows.map(({ fields, line }) => [line, ...used.map((place) => quoted(fields[place] ?? ''))].join(','));
    if (lines.length > 0) await write(`${lines.join('\n')}\n`);
  }
  out.end();
  await finished(out);
  return { path, broken };
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

type WholeRow = { fields: string[]; line: number };

async function* readWholeRows(input: StagedInput, broken: Reject[]): AsyncGenerator<WholeRow[]> {
  const { file, names, plainPath, csv } = input;
  const refuse = (line: number, value: string, reason: string) =>
    broken.push({ file, line, column: null, value: value.slice(0, 200), reason });
  if (csv === null) {
    for await (const batch of readObjects(plainPath, file)) {
      yield batch.flatMap(({ value, line, broken: why }) => {
        if (why === undefined) return [{ fields: names.map((name) => value[name] ?? ''), line }];
        refuse(line, '', why);
        return [];
      });
    }
    return;
  }
  let isFirst = true;
  for await (const batch of readRecords(plainPath, csv, file)) {
    const records = isFirst && batch.length > 0 ? batch.slice(1) : batch;
    if (batch.length > 0) isFirst = false;
    yield records.filter(({ fields, line }) => {
      if (fields.length === names.length) return true;
      refuse(line, fields.join(csv.delimiter), `${fields.length} fields where the header has ${names.length}`);
      return false;
    });
  }
}
