import { createReadStream } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { SourceProfile } from '#data/schema/source-profile.ts';
import { DataRefused } from '#server/errors.ts';
import type { Field } from './column-plan.ts';
import type { Reject } from './ingest-report.ts';
import type { LoadedInput } from './load-fresh.ts';
import { readRecords } from './read-records.ts';
import { readWrittenTime } from './written-time.ts';

/** Every row of one file that was refused, with the line it starts on and why, in order of line. */
export async function listRejects(
  connection: DuckDBConnection,
  input: LoadedInput,
  profile: SourceProfile,
): Promise<Reject[]> {
  const reader = await connection.runAndReadAll(
    `select rowid, line, reason, split_part(reason, '-', 1), bad_value from fresh
     where file_no = ${input.number} and reason is not null order by rowid`,
  );
  const found = reader.getRows();
  const ordinals = found.map((row) => Number(row[0]) - input.firstRow);
  const lines = input.knowsLines ? found.map((row) => Number(row[1])) : await linesOf(input, ordinals);
  const rows = found.map((row, at): Reject => {
    const field = String(row[3]) as Field; // reasons start with a field's name
    const place = input.plan.at[field] ?? (field === 'time' ? input.plan.at.from : null);
    const value = row[4] === null ? null : String(row[4]);
    return {
      file: input.file,
      line: lines[at] ?? 0,
      column: place === null ? null : (input.names[place] ?? null),
      value,
      reason: explainReject(String(row[2]), value ?? '', profile),
    };
  });
  return [...rows, ...input.broken].sort((a, b) => a.line - b.line);
}

/** Says in words what a reason code means for one value. */
function explainReject(code: string, value: string, profile: SourceProfile): string {
  const words: Record<string, string> = {
    'time-missing': 'no time',
    'time-skipped': `an hour that did not happen: the clocks of ${profile.timeZone} went forward over it`,
    'time-early': `before ${profile.earliest}, the earliest time this source can have`,
    'time-future': 'in the future',
    'to-early': 'ends before it begins',
    'lon-unreadable': 'not a number',
    'lat-unreadable': 'not a number',
  };
  return words[code] ?? explainTime(value.trim(), profile);
}

function explainTime(value: string, profile: SourceProfile): string {
  const formats = profile.times.flatMap((span) => span.formats);
  const readings = formats.map((format) => readWrittenTime(value, format));
  if (readings.some((reading) => typeof reading === 'number')) {
    return 'the profile says that times of this year are written otherwise (zone or format)';
  }
  if (readings.includes('no-such-time')) return 'no such day or hour';
  return `not a time written as ${formats.join(' or ')}`;
}

/** Lines of records by their place in the file (0 is the first after the header). */
async function linesOf(input: LoadedInput, ordinals: readonly number[]): Promise<number[]> {
  if (ordinals.length === 0 || input.csv === null) return [];
  if (await isOneLineEach(input.plainPath, input.csv.quote)) return ordinals.map((ordinal) => ordinal + 2);
  const wanted = new Map(ordinals.map((ordinal, at) => [ordinal, at]));
  const lines: number[] = new Array(ordinals.length).fill(0);
  let ordinal = -1;
  for await (const batch of readRecords(input.plainPath, input.csv, input.file)) {
    for (const { line } of batch) {
      const at = wanted.get(ordinal++);
      if (at !== undefined) lines[at] = line;
    }
  }
  if (ordinal !== input.rows) {
    throw new DataRefused(`two readings count ${ordinal} and ${input.rows} records; look for stray quotes`, {
      file: input.file,
    });
  }
  return lines;
}

/** True when no quote and no blank line can part the count of lines from the count of records. */
async function isOneLineEach(path: string, quote: string): Promise<boolean> {
  let tail = 10; // the byte before the chunk; a file that starts with a line end has a blank line
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    const startsBlank = tail === 10 && (chunk[0] === 10 || chunk[0] === 13);
    if (startsBlank || chunk.includes(quote) || chunk.includes('\n\n') || chunk.includes('\n\r\n')) return false;
    tail = chunk.at(-1) ?? 10;
  }
  return true;
}
