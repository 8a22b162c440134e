import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { toCategory } from '#data/codes/call-type-tables.ts';
import type { SourceProfile } from '#data/schema/source-profile.ts';
import type { StoredSource } from '#server/store/store-index.ts';
import { PLACE_KEY_SQL, PLACEMENT_SQL, precisionSql, quarantineSql } from './place-sql.ts';
import { sqlList, sqlText } from './sql-text.ts';
import { hashFile } from './stage-input.ts';
import type { Workspace } from './workspace.ts';

type YearFile = StoredSource['files'][number];

const NO_TYPE = 'NOT GIVEN';
/** The newer encodings are a third smaller than version 1 here, and faster to write. */
const PARQUET =
  'format parquet, parquet_version v2, compression snappy, write_bloom_filter false, dictionary_size_limit 5000';
const MOST_AT_ONCE = 3; // of Node's four threads for such work
const UNREFERENCED_MS = 3_600_000; // a reader that opened the index before may still want the file

/**
 * Makes `kept`: the rows of `fresh` that stand, as the store holds them, in the order of
 * the files. Types become dictionary codes first: a join here would lose that order.
 */
export async function keepRows(connection: DuckDBConnection, profile: SourceProfile): Promise<void> {
  await connection.run(`create type written_type as enum (
    select distinct raw_type from fresh where raw_type is not null order by raw_type)`);
  const reader = await connection.runAndReadAll('select unnest(enum_range(null::written_type))::varchar');
  const { fixed, prefix, table } = profile.types;
  const codes = reader.getRows().map(([written]) => {
    const words = String(written).trim().toUpperCase();
    return fixed?.toUpperCase() ?? (words === '' ? NO_TYPE : `${prefix.toUpperCase()}${words}`);
  });
  const absent = fixed?.toUpperCase() ?? NO_TYPE;
  const all = [...new Set([...codes, absent])].sort();
  const categories = all.map((code) => (code === NO_TYPE ? 'unknown' : toCategory(table, code)));
  await connection.run(`create type type_word as enum (${all.map(sqlText).join(', ')})`);
  await connection.run(`create type category_word as enum (${[...new Set(categories)].map(sqlText).join(', ')})`);
  const pick = (values: readonly string[], otherwise: string, type: string) =>
    codes.length === 0
      ? `${sqlText(otherwise)}::${type}`
      : `coalesce((${sqlList(values)}::${type}[])[enum_code(raw_type::written_type) + 1], ${sqlText(otherwise)}::${type})`;
  const categoryOf = (code: string) => categories[all.indexOf(code)] ?? 'unknown';
  await connection.run(`create view kept as
    select *, ${PLACEMENT_SQL} as placement from (
      select *, rowid as row_no, ${pick(codes, absent, 'type_word')} as type_code,
        ${pick(codes.map(categoryOf), categoryOf(absent), 'category_word')} as category,
        ${quarantineSql(profile)} as quarantine
      from fresh where reason is null)`);
}

/** The store's columns: those of a call, then what the next run needs to recognize the record. */
export function storeColumnsSql(profile: SourceProfile): string {
  const constant = (value: string) => `${sqlText(value)}::enum(${sqlText(value)})`;
  return `id, ${constant(profile.name)} as source, received_local, received_utc, occurred_from_local, occurred_to_local,
    ${constant(profile.timePrecision)} as time_precision, type_code, category, priority, disposition, origin, lon, lat,
    ${precisionSql(profile)} as precision, ${PLACE_KEY_SQL} as place_key, address_block, beat, placement,
    quarantine, record_key, record_version`;
}

/**
 * Writes one Parquet file for each local year that this run changes, named by its content.
 * Nothing refers to them until the store index is replaced.
 */
export async function writeYears(
  workspace: Workspace,
  profile: SourceProfile,
  home: string,
  stored: readonly YearFile[],
): Promise<YearFile[]> {
  const { connection, folder } = workspace;
  const changed = await changedYears(connection, home, stored);
  await mkdir(join(home, 'calls', profile.name), { recursive: true });
  const naming: Promise<YearFile[]>[] = [];
  const write = async (writer: DuckDBConnection, year: number) => {
    const before = stored.filter((file) => file.year === year).map((file) => join(home, 'calls', file.file));
    const written = await writeYear(writer, folder, profile, year, before);
    const named = nameByContent(home, profile.name, year, written); // hashed while the next year is written
    named.catch(() => {}); // said by whoever awaits it
    naming.push(named);
  };
  await eachSideBySide(workspace, changed, write);
  const files = [...stored.filter(({ year }) => !changed.includes(year)), ...(await Promise.all(naming)).flat()];
  return files.sort((a, b) => a.year - b.year);
}

/** One thread a year, some years at a time: putting rows in order across threads costs a fifth more. */
async function eachSideBySide(
  { connection, another }: Workspace,
  years: readonly number[],
  write: (writer: DuckDBConnection, year: number) => Promise<void>,
): Promise<void> {
  const atOnce = Math.min(years.length, availableParallelism(), MOST_AT_ONCE);
  if (atOnce > 1) await connection.run('set threads = 1');
  const waiting = [...years];
  const work = async () => {
    const writer = await another();
    try {
      for (let year = waiting.shift(); year !== undefined; year = waiting.shift()) await write(writer, year);
    } finally {
      writer.closeSync();
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, work));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
}

async function changedYears(connection: DuckDBConnection, home: string, stored: readonly YearFile[]) {
  const paths = stored.map((file) => join(home, 'calls', file.file));
  const storedYears =
    paths.length === 0
      ? ''
      : `union select distinct year(received_local) from read_parquet(${sqlList(paths)}) where id in (from replaced)`;
  const reader = await connection.runAndReadAll(
    `select year from (select distinct year(received_local) as year from kept ${storedYears}) order by year`,
  );
  return reader.getRows().map(([year]) => Number(year));
}

async function writeYear(
  connection: DuckDBConnection,
  folder: string,
  profile: SourceProfile,
  year: number,
  before: readonly string[],
) {
  const path = join(folder, `${year}.parquet`);
  const fresh = `select ${storeColumnsSql(profile)} from kept
    where received_local >= timestamp '${year}-01-01' and received_local < timestamp '${year + 1}-01-01'`;
  const rows =
    before.length === 0
      ? fresh
      : `select * from read_parquet(${sqlList(before)}) where id not in (from replaced) union all by name ${fresh} order by received_local, id`;
  const copied = await connection.runAndReadAll(`copy (${rows}) to ${sqlText(path)} (${PARQUET})`);
  return { path, rows: Number(copied.value(0, 0)) };
}

async function nameByContent(home: string, source: string, year: number, written: { path: string; rows: number }) {
  if (written.rows === 0) return [];
  const file = `${source}/${(await hashFile(written.path)).slice(0, 32)}.parquet`;
  await moveWhole(written.path, join(home, 'calls', file));
  return [{ year, file, rows: written.rows }];
}

async function moveWhole(from: string, to: string): Promise<void> {
  if (existsSync(to)) return;
  const handle = await open(from, 'r+');
  await handle.sync();
  await handle.close();
  await rename(from, to);
}

/** Removes Parquet files of a source that the index no longer names, an hour after they were made. */
export async function sweepUnreferenced(home: string, source: StoredSource): Promise<void> {
  const folder = join(home, 'calls', source.source);
  const named = new Set(source.files.map(({ file }) => file));
  for (const name of await readdir(folder).catch(() => [])) {
    const found = await stat(join(folder, name));
    if (named.has(`${source.source}/${name}`) || Date.now() - found.mtimeMs < UNREFERENCED_MS) continue;
    await rm(join(folder, name), { force: true });
  }
}
