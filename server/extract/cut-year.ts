import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { ExtractFile } from '#data/schema/manifest.ts';
import type { ReleaseLevel } from '#data/schema/release-level.ts';
import { DataRefused } from '#server/errors.ts';
import { writeWhole } from '#server/store/store-index.ts';
import { toArrowStream } from './arrow-stream.ts';
import { selectReleased, selectYear } from './release-sql.ts';

/** One cut file, and what the manifest sums up over the years. */
export const CutYear = z.object({
  ...ExtractFile.shape,
  quarantined: z.number().int(),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
});
export type CutYear = z.infer<typeof CutYear>;

/** The stored calls of one local year: Parquet files below `home/calls/`, and the rows they should hold. */
export type StoredYear = { year: number; files: string[]; rows: number };

/** Reads a year of the store into the table `year_call`. Refuses files that do not hold what the index says. */
export async function openYear(connection: DuckDBConnection, home: string, { year, files, rows }: StoredYear) {
  const paths = files.map((file) => join(home, 'calls', file));
  const missing = paths.find((path) => !existsSync(path));
  if (missing)
    throw new DataRefused('the store lists this file but it is gone; ingest its source again', { file: missing });
  await connection.run(`create or replace temp table year_call as ${selectYear(paths, year)}`);
  const found = Number((await connection.runAndReadAll('select count(*)::integer from year_call')).value(0, 0));
  if (found === rows) return;
  const message = `the store index says ${rows} calls of ${year}, the files hold ${found}; ingest the source again`;
  throw new DataRefused(message, { file: paths.join(' ') });
}

/** Cuts the open year for one release level and keeps the file under the name of its content. */
export async function cutYear(
  connection: DuckDBConnection,
  home: string,
  level: ReleaseLevel,
  { year, rows }: StoredYear,
): Promise<CutYear> {
  await connection.run(`create or replace temp table cut as ${selectReleased(level, year)}`);
  const content = await toArrowStream(connection, 'cut');
  const file = `${createHash('sha256').update(content).digest('hex').slice(0, 32)}.arrow`;
  const path = join(home, 'extracts', file);
  if (!existsSync(path)) await writeWhole(path, content);
  const sums = await sumsOfCut(connection);
  return { file, year, rows: sums.rows, bytes: content.length, withheld: rows - sums.rows, ...sums.rest };
}

async function sumsOfCut(connection: DuckDBConnection) {
  const reader = await connection.runAndReadAll(`
    select count(*)::integer, count(*) filter (placement in ('default-point', 'outside'))::integer,
      min(lon) filter (${ON_MAP}), min(lat) filter (${ON_MAP}), max(lon) filter (${ON_MAP}), max(lat) filter (${ON_MAP})
    from cut`);
  const [rows = 0, quarantined = 0, ...corners] = (reader.getRowsJson()[0] ?? []).map((value) => value ?? undefined);
  const bbox = CutYear.shape.bbox.safeParse(corners).data ?? null;
  return { rows: Number(rows), rest: { quarantined: Number(quarantined), bbox } };
}
const ON_MAP = `placement = 'placed'`;
