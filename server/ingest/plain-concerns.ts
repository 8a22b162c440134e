import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { DataRefused } from '#server/errors.ts';
import type { Reject } from './ingest-report.ts';
import { readHeader } from './read-header.ts';
import { readObjects } from './read-objects.ts';
import { readRecords } from './read-records.ts';
import { guessFormat } from './sample-file.ts';
import { KNOWN_FORMATS, readWrittenTime } from './written-time.ts';

/** A concern of a plain file. It names its area or its place; both may stand there. */
export type PlainConcern = {
  id: string;
  areaId: string; // empty: not said
  category: string; // empty: not said
  day: number; // local day number
  lon: number; // NaN: not said
  lat: number;
  causedCall: 'yes' | 'no' | 'not-said';
};

/** `concerns.length + rejected = read`. */
export type PlainConcerns = { concerns: PlainConcern[]; read: number; rejected: number; rejects: Reject[] };

/** The names a column may have, letter case, spaces and underscores aside. */
const COLUMNS = {
  id: ['id', 'concernid', 'reference'],
  area: ['area', 'areaid', 'group', 'groupid'],
  category: ['category', 'type', 'kind'],
  date: ['date', 'raisedon', 'heardon', 'day', 'received', 'time'],
  lon: ['lon', 'longitude', 'lng', 'x'],
  lat: ['lat', 'latitude', 'y'],
  caused: ['causedcall', 'causedacall'],
} as const;
type Cell = keyof typeof COLUMNS;
type Row = { line: number; cells: ReadonlyMap<string, string>; broken?: string };

const bare = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/g, '');

/** Reads a CSV, an NDJSON or a JSON array of concerns. Refuses, with the place, what it cannot read as a whole. */
export async function readPlainConcerns(path: string): Promise<PlainConcerns> {
  const file = basename(path);
  const rows = await readRows(path, file);
  if (rows.length === 0) throw new DataRefused('the file holds no concerns', { file, line: 1 });
  const names = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
  const has = (cell: Cell) => COLUMNS[cell].some((name) => names.has(name));
  const missing = (words: string) => new DataRefused(`no concern has ${words}`, { file, line: 1 });
  if (!has('date')) throw missing('a "date" (or "raised_on", "heard_on")');
  if (!has('area') && !(has('lon') && has('lat'))) throw missing('a place: name "lon" and "lat", or "area"');
  const concerns: PlainConcern[] = [];
  const rejects: Reject[] = [];
  for (const row of rows) {
    const read = readConcern(row);
    if ('id' in read) concerns.push(read);
    else rejects.push({ file, line: row.line, ...read });
  }
  const [first] = rejects;
  if (concerns.length === 0 && first !== undefined) {
    const why = `none of ${rows.length} concerns can be read; the first: ${first.reason}`;
    throw new DataRefused(why, { file, line: first.line, ...(first.column === null ? {} : { column: first.column }) });
  }
  return { concerns, read: rows.length, rejected: rejects.length, rejects };
}

function readConcern({ line, cells, broken }: Row): PlainConcern | Omit<Reject, 'file' | 'line'> {
  const text = (cell: Cell): string => COLUMNS[cell].map((name) => cells.get(name)).find((one) => one) ?? '';
  const refuse = (column: string | null, reason: string) => ({
    ...{ column, value: column === null ? null : text(column as Cell), reason }, // only names of cells are passed below
  });
  if (broken !== undefined) return refuse(null, broken);
  const day = readDay(text('date'));
  if (typeof day === 'string') return refuse('date', day);
  const [lon, lat] = [text('lon'), text('lat')].map((one) => (one === '' ? Number.NaN : Number(one)));
  const isPlaced = text('lon') !== '' && text('lat') !== '';
  if (isPlaced && !(Math.abs(lon ?? 999) <= 180)) return refuse('lon', 'not a longitude');
  if (isPlaced && !(Math.abs(lat ?? 999) <= 90)) return refuse('lat', 'not a latitude');
  const caused = text('caused').toLowerCase();
  const causedCall = ['yes', 'true', '1'].includes(caused) ? 'yes' : ['no', 'false', '0'].includes(caused) ? 'no' : '';
  if (caused !== '' && causedCall === '') return refuse('caused', 'neither yes nor no');
  return {
    ...{ id: text('id') || `row-${line}`, areaId: text('area'), category: text('category'), day },
    ...{ lon: lon ?? Number.NaN, lat: lat ?? Number.NaN, causedCall: causedCall || 'not-said' },
  };
}

const MILLISECONDS_A_DAY = 86_400_000;

/** A month alone is no day: before and after could not be told apart. */
function readDay(text: string): number | string {
  if (text === '') return 'no date';
  for (const format of KNOWN_FORMATS) {
    const time = readWrittenTime(text, format);
    if (time === 'no-match') continue;
    if (format === '%Y-%m') return 'a month, not a day';
    if (time !== 'no-such-time') return Math.floor(time / MILLISECONDS_A_DAY);
  }
  return 'not a date that is known here: write it as YYYY-MM-DD';
}

async function readRows(path: string, file: string): Promise<Row[]> {
  const format = await guessFormat(path);
  const rows: Row[] = [];
  if (format.kind === 'ndjson') {
    for await (const batch of readObjects(path)) {
      rows.push(...batch.map(({ value, line, broken }) => toRow(line, Object.entries(value), broken)));
    }
    return rows;
  }
  const array = await readArray(path, file);
  if (array !== null) return array;
  let names: string[] | null = null;
  for await (const batch of readRecords(path, format)) {
    const records = names === null ? batch.slice(1) : batch;
    if (names === null && batch.length > 0) names = readHeader(batch[0], file).map(bare);
    for (const { fields, line } of records) {
      const broken = fields.length === names?.length ? undefined : `${fields.length} fields, not as many as the header`;
      rows.push(toRow(line, names?.map((name, at) => [name, fields[at]?.trim() ?? '']) ?? [], broken));
    }
  }
  return rows;
}

const toRow = (line: number, cells: readonly (readonly [string, string])[], broken?: string): Row => ({
  ...{ line, cells: new Map(cells.map(([name, value]) => [bare(name), value])) },
  ...(broken === undefined ? {} : { broken }),
});

/** Null where the file is no JSON array. The line of a row is its place in the array. */
async function readArray(path: string, file: string): Promise<Row[] | null> {
  const text = await readFile(path, 'utf8');
  if (!/^\s*\[/.test(text)) return null;
  try {
    const parsed: unknown[] = JSON.parse(text);
    return parsed.map((one, at) => {
      if (typeof one !== 'object' || one === null) return toRow(at + 1, [], 'not an object');
      return toRow(
        at + 1,
        Object.entries(one).map(([name, value]) => [name, value === null ? '' : String(value).trim()]),
      );
    });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DataRefused(`not a JSON array of concerns: ${why}`, { file }, cause);
  }
}
