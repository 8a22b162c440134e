import { DataRefused } from '#server/errors.ts';
import type { DelimitedRecord } from './read-records.ts';

export const MAX_COLUMNS = 2_000;

/** Column names as written, trimmed. Refuses a header that names a column twice, or has an absurd number of them. */
export function readHeader(record: DelimitedRecord | undefined, file: string): string[] {
  if (!record) throw new DataRefused('the file holds no header and no rows', { file, line: 1 });
  const { fields, line } = record;
  if (fields.length > MAX_COLUMNS) {
    throw new DataRefused(`${fields.length} columns; a calls file has fewer than ${MAX_COLUMNS}`, {
      file,
      line,
      column: `column ${MAX_COLUMNS + 1}`,
    });
  }
  if (fields.some((name) => name.includes('\r'))) {
    const message = 'lines end in a carriage return alone; save the file with LF or CRLF line ends';
    throw new DataRefused(message, { file, line });
  }
  const names = fields.map((name) => name.trim());
  const seen = new Map<string, number>();
  names.forEach((name, at) => {
    const key = name.toLowerCase();
    const before = seen.get(key);
    if (name !== '' && before !== undefined) {
      throw new DataRefused(`the header names "${name}" twice, in columns ${before + 1} and ${at + 1}`, {
        file,
        line,
        column: name,
      });
    }
    seen.set(key, at);
  });
  return names;
}

/** Place of a named column, letter case aside. Refuses a missing one, and says what the header looks like. */
export function findColumn(names: readonly string[], wanted: readonly string[], file: string, line: number): number {
  const lower = names.map((name) => name.toLowerCase());
  for (const name of wanted) {
    const at = lower.indexOf(name.toLowerCase());
    if (at >= 0) return at;
  }
  throw new DataRefused(
    `the header has no column ${wanted.map((name) => `"${name}"`).join(' or ')}; ${describe(names)}`,
    {
      file,
      line,
      ...(wanted[0] === undefined ? {} : { column: wanted[0] }),
    },
  );
}

function describe(names: readonly string[]): string {
  const [only] = names;
  const other = names.length === 1 && only ? [';', '\t', '|', ','].find((mark) => only.includes(mark)) : undefined;
  if (other) return `its one column holds ${JSON.stringify(other)}: is that the delimiter?`;
  return `it has ${names.slice(0, 20).join(', ')}${names.length > 20 ? ', …' : ''}`;
}
