import { isAscii, isUtf8 } from 'node:buffer';
import { basename } from 'node:path';
import type { SourceProfile } from '#data/schema/source-profile.ts';
import { DataRefused } from '#server/errors.ts';
import { openBytes } from './open-bytes.ts';
import { readHeader } from './read-header.ts';
import { readObjects } from './read-objects.ts';
import { readRecords } from './read-records.ts';
import { type Encoding, wholeLines } from './read-text.ts';
import { KNOWN_FORMATS, readWrittenTime } from './written-time.ts';

/** What `inspect` thinks and is not sure of, with what it saw. */
export type Doubt = { what: string; evidence: string };

/** The first rows of an unknown file, column by column. */
export type Sample = {
  file: string;
  format: SourceProfile['format'];
  names: string[];
  columns: string[][]; // by column, trimmed
  rows: number;
  broken: number;
  isWhole: boolean;
  doubts: Doubt[];
};

const SAMPLE_ROWS = 100_000;

/** Reads up to 100,000 rows of a file of which nothing is known. Refuses one without a header line. */
export async function sampleFile(path: string): Promise<Sample> {
  const file = basename(path);
  const format = await guessFormat(path);
  if (format.kind === 'ndjson') return sampleObjects(path, file);
  try {
    return await sampleRecords(path, file, format);
  } catch (cause) {
    if (!(cause instanceof DataRefused) || !cause.message.includes('not UTF-8')) throw cause;
    await refuseMixedEncodings(path, file);
    const sample = await sampleRecords(path, file, { ...format, encoding: 'windows-1252' });
    sample.doubts.push({ what: 'encoding: read as Windows-1252', evidence: cause.message });
    return sample;
  }
}

async function sampleRecords(
  path: string,
  file: string,
  format: Extract<SourceProfile['format'], { kind: 'csv' }>,
): Promise<Sample> {
  let names: string[] | null = null;
  const columns: string[][] = [];
  let rows = 0;
  let broken = 0;
  let isWhole = true;
  for await (const batch of readRecords(path, format)) {
    for (const record of batch) {
      if (names === null) {
        names = readHeader(record, file);
        refuseDataAsHeader(names, file);
        for (const _ of names) columns.push([]);
      } else if (record.fields.length !== names.length) broken++;
      else {
        record.fields.forEach((field, at) => {
          columns[at]?.push(field.trim());
        });
        rows++;
      }
    }
    if (rows < SAMPLE_ROWS) continue;
    isWhole = false;
    break;
  }
  if (names === null) throw new DataRefused('the file holds no header and no rows', { file, line: 1 });
  if (rows + broken === 0) throw new DataRefused('the file has a header and no rows', { file, line: 2 });
  if (rows === 0) {
    const why = `no row has the ${names.length} fields of the header; is ${JSON.stringify(format.delimiter)} the delimiter?`;
    throw new DataRefused(why, { file, line: 2 });
  }
  const doubts: Doubt[] = [];
  if (broken > 0)
    doubts.push({
      what: `${broken} rows do not have ${names.length} fields`,
      evidence: `delimiter ${JSON.stringify(format.delimiter)}; they will be rejected with their lines`,
    });
  return { file, format, names, columns, rows, broken, isWhole, doubts };
}

async function sampleObjects(path: string, file: string): Promise<Sample> {
  const seen: Record<string, string>[] = [];
  let broken = 0;
  let firstBroken = { line: 1, why: 'the file holds no objects' };
  let isWhole = true;
  for await (const batch of readObjects(path)) {
    for (const { value, line, broken: why } of batch) {
      if (why === undefined) seen.push(value);
      else if (++broken === 1) firstBroken = { line, why };
    }
    if (seen.length < SAMPLE_ROWS) continue;
    isWhole = false;
    break;
  }
  if (seen.length === 0) throw new DataRefused(firstBroken.why, { file, line: firstBroken.line });
  const names = [...new Set(seen.flatMap((value) => Object.keys(value)))];
  const columns = names.map((name) => seen.map((value) => value[name] ?? ''));
  return { file, format: { kind: 'ndjson' }, names, columns, rows: seen.length, broken, isWhole, doubts: [] };
}

/** How a file is written, by its first bytes: JSON objects, or fields cut by the likeliest mark. */
export async function guessFormat(path: string): Promise<SourceProfile['format']> {
  for await (const chunk of openBytes(path)) {
    const encoding = encodingByMark(chunk);
    const head = new TextDecoder(encoding).decode(chunk.subarray(0, 64 << 10));
    if (/^\s*\{/.test(head)) return { kind: 'ndjson' };
    return { kind: 'csv', delimiter: guessDelimiter(head), quote: '"', encoding };
  }
  throw new DataRefused('the file is empty', { file: basename(path) });
}

/** UTF-16 only by its byte order mark; everything else is first tried as UTF-8. */
function encodingByMark(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** Read as Windows-1252, the lines in UTF-8 would turn into other names in silence. */
async function refuseMixedEncodings(path: string, file: string): Promise<void> {
  const firstLine: { utf8?: number; other?: number } = {};
  let line = 1;
  for await (const piece of wholeLines(openBytes(path), file, () => line)) {
    for (let start = 0; start < piece.length; line++) {
      const end = piece.indexOf(10, start);
      const bytes = piece.subarray(start, end < 0 ? piece.length : end);
      if (!isAscii(bytes)) firstLine[isUtf8(bytes) ? 'utf8' : 'other'] ??= line;
      start = end < 0 ? piece.length : end + 1;
    }
    const { utf8, other } = firstLine;
    if (utf8 === undefined || other === undefined) continue;
    const message = `this line is not UTF-8, but line ${utf8} is: the file mixes encodings; convert it to one`;
    throw new DataRefused(message, { file, line: other });
  }
}

/** The mark that cuts the first lines into the same number of fields, most of them. */
function guessDelimiter(head: string): string {
  const lines = head
    .split(/\r?\n/)
    .slice(0, 20)
    .filter((line) => line !== '');
  const scores = [',', ';', '\t', '|'].map((mark) => {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(mark).length);
    const most = counts[0] ?? 1;
    return { mark, score: most === 1 ? 0 : most * (counts.filter((count) => count === most).length / counts.length) };
  });
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).mark;
}

function refuseDataAsHeader(names: readonly string[], file: string): void {
  const isValue = (name: string) =>
    (name !== '' && Number.isFinite(Number(name))) ||
    KNOWN_FORMATS.some((format) => typeof readWrittenTime(name, format) === 'number');
  const values = names.filter(isValue);
  if (values.length < 2 && values.length < names.length) return;
  throw new DataRefused(
    `the first line holds values (${values.slice(0, 3).join(', ')}), not column names; add a header line`,
    { file, line: 1 },
  );
}
