import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SourceProfile } from '#data/schema/source-profile.ts';
import { DataRefused } from '#server/errors.ts';
import { EXPANSION_LIMITS, type ExpansionLimits, openBytes, sniffCompression } from './open-bytes.ts';
import { readHeader } from './read-header.ts';
import { readObjects } from './read-objects.ts';
import { type Delimited, readRecords } from './read-records.ts';

/** One input, unfolded: `plainPath` is the text DuckDB can read. */
export type StagedInput = {
  path: string;
  file: string; // name for messages
  number: number; // place among the inputs of this run
  plainPath: string;
  names: string[]; // columns, in order
  csv: Delimited | null; // null: NDJSON
};

/** Unfolds a gzip into the workspace and reads the header. Refuses what holds no rows. */
export async function stageInput(
  path: string,
  number: number,
  profile: SourceProfile,
  folder: string,
  limits: ExpansionLimits = EXPANSION_LIMITS,
): Promise<StagedInput> {
  const file = basename(path);
  const isGzip = (await sniffCompression(path)) === 'gzip';
  const plainPath = isGzip ? join(folder, `input-${number}.txt`) : path;
  if (isGzip) await pipeline(Readable.from(openBytes(path, limits)), createWriteStream(plainPath));
  if (profile.format.kind === 'ndjson') {
    return { path, file, number, plainPath, names: await readKeys(plainPath, file), csv: null };
  }
  const { delimiter, quote, encoding } = profile.format;
  const csv = { delimiter, quote, encoding };
  const names = await readFirstHeader(plainPath, csv, file);
  return { path, file, number, plainPath, names, csv };
}

async function readFirstHeader(plainPath: string, csv: Delimited, file: string): Promise<string[]> {
  let names: string[] | null = null;
  for await (const batch of readRecords(plainPath, csv, file)) {
    let rows = batch;
    if (names === null && rows.length > 0) {
      names = readHeader(rows[0], file);
      rows = rows.slice(1);
    }
    if (names !== null && rows.length > 0) return names;
  }
  if (names === null) throw new DataRefused('the file holds no header and no rows', { file, line: 1 });
  throw new DataRefused('the file has a header and no rows', { file, line: 2 });
}

/** Every key that the objects use, in order of appearance. */
async function readKeys(plainPath: string, file: string): Promise<string[]> {
  const keys = new Set<string>();
  let rows = 0;
  for await (const batch of readObjects(plainPath, file)) {
    rows += batch.length;
    for (const { value } of batch) for (const key of Object.keys(value)) keys.add(key);
  }
  if (rows === 0) throw new DataRefused('the file holds no rows', { file, line: 1 });
  return [...keys];
}

/** SHA-256 of the file as given, compressed or not. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}
