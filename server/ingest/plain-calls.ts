import { basename } from 'node:path';
import { DataRefused } from '#server/errors.ts';
import type { Reject } from './ingest-report.ts';
import { findColumn, readHeader } from './read-header.ts';
import { readObjects } from './read-objects.ts';
import { type DelimitedRecord, readRecords } from './read-records.ts';
import { guessFormat } from './sample-file.ts';
import { KNOWN_FORMATS, readWrittenTime, UTC_TAIL } from './written-time.ts';
import { readZoneClock, refuseUnknownZone, toLocal } from './zone-clock.ts';

/** Which columns of an unprofiled file hold what. Only the place is asked for; the rest may be absent. */
export type PlainColumns = {
  id?: string;
  lon: string;
  lat: string;
  time?: string;
  type?: string;
  timeZone?: string; // IANA; needed where times are written in UTC
  dayFirst?: boolean; // 03/04/2021 is April; default: March
};

/**
 * Calls of a plain file as columns, one entry a row kept. `lon` and `lat` are NaN for
 * a row without a usable place: `unplaced` counts the empty ones, `quarantined` those
 * at 0,0 or off the earth. `received` is local minutes since 1970-01-01, NaN where no
 * time column was named. `rejected` rows are in no column: `ids.length + rejected = read`.
 */
export type PlainCalls = {
  ids: string[];
  lon: Float64Array;
  lat: Float64Array;
  received: Float64Array;
  types: string[];
  read: number;
  rejected: number;
  unplaced: number;
  quarantined: number;
  rejects: Reject[]; // the first MAX_REJECTS
};

const MAX_REJECTS = 1_000;
const EMPTY = new Set(['', 'na', 'n/a', 'null', 'none', 'nan']);

/** Reads a CSV (plain or gzip) or NDJSON of calls without a profile. Refuses, with the place, what it cannot read. */
export async function readPlainCalls(path: string, columns: PlainColumns): Promise<PlainCalls> {
  const file = basename(path);
  const gathered = new Gathering(file, columns);
  for await (const batch of readRows(path, columns)) {
    for (const row of batch) gathered.add(row);
  }
  return gathered.finish();
}

type Row = { id: string; lon: string; lat: string; time: string; type: string; line: number; broken?: string };

async function* readRows(path: string, columns: PlainColumns): AsyncGenerator<Row[]> {
  const file = basename(path);
  const format = await guessFormat(path);
  if (format.kind === 'ndjson') {
    let isAsked = false; // of an object that can be read
    let seen = false;
    for await (const batch of readObjects(path)) {
      isAsked ||= batch.some(({ broken }) => broken === undefined);
      seen ||= batch.some(({ value }) => columns.lon in value && columns.lat in value);
      yield batch.map(({ value, line, broken }) => {
        const text = (name: string | undefined) => (name === undefined ? '' : (value[name] ?? ''));
        const { id, lon, lat, time, type } = columns;
        const row = { id: text(id), lon: text(lon), lat: text(lat), time: text(time), type: text(type), line };
        return broken === undefined ? row : { ...row, broken };
      });
    }
    if (isAsked && !seen)
      throw new DataRefused(`no object has both "${columns.lon}" and "${columns.lat}"`, { file, line: 1 });
    return;
  }
  let pick: ((record: DelimitedRecord) => Row) | null = null;
  for await (const batch of readRecords(path, format)) {
    if (pick === null && batch.length > 0) pick = pickerFor(batch.shift(), columns, file);
    if (pick !== null) yield batch.map(pick);
  }
  if (pick === null) throw new DataRefused('the file holds no header and no rows', { file, line: 1 });
}

function pickerFor(header: DelimitedRecord | undefined, columns: PlainColumns, file: string) {
  const names = readHeader(header, file);
  const find = (name: string | undefined) => (name === undefined ? -1 : findColumn(names, [name], file, 1));
  const at = {
    id: find(columns.id),
    lon: find(columns.lon),
    lat: find(columns.lat),
    time: find(columns.time),
    type: find(columns.type),
  };
  return ({ fields, line }: DelimitedRecord): Row => {
    const text = (place: number) => fields[place]?.trim() ?? '';
    const row = {
      id: text(at.id),
      lon: text(at.lon),
      lat: text(at.lat),
      time: text(at.time),
      type: text(at.type),
      line,
    };
    if (fields.length === names.length) return row;
    return { ...row, broken: `${fields.length} fields where the header has ${names.length}` };
  };
}

class Gathering {
  readonly file: string;
  readonly columns: PlainColumns;
  readonly ids: string[] = [];
  readonly types: string[] = [];
  readonly lon: number[] = [];
  readonly lat: number[] = [];
  readonly received: number[] = [];
  readonly rejects: Reject[] = [];
  read = 0;
  unplaced = 0;
  quarantined = 0;
  readonly readTime: (text: string) => number | string;

  constructor(file: string, columns: PlainColumns) {
    this.file = file;
    this.columns = columns;
    this.readTime = timeReader(columns);
  }

  add(row: Row): void {
    this.read++;
    if (row.broken !== undefined) {
      this.reject(row, null, null, row.broken);
      return;
    }
    const { columns } = this;
    const minutes = columns.time === undefined ? Number.NaN : this.readTime(row.time);
    if (typeof minutes === 'string') {
      this.reject(row, columns.time ?? null, row.time, minutes);
      return;
    }
    const place = this.readPlace(row);
    if (place === null) return;
    this.ids.push(row.id || `row-${row.line}`);
    this.types.push(row.type);
    this.received.push(minutes);
    this.lon.push(place[0]);
    this.lat.push(place[1]);
  }

  readPlace(row: Row): [number, number] | null {
    if (EMPTY.has(row.lon.toLowerCase()) || EMPTY.has(row.lat.toLowerCase())) {
      this.unplaced++;
      return [Number.NaN, Number.NaN];
    }
    const lon = Number(row.lon);
    const lat = Number(row.lat);
    const wrong = !Number.isFinite(lon) ? ('lon' as const) : Number.isFinite(lat) ? null : ('lat' as const);
    if (wrong !== null) {
      this.reject(row, this.columns[wrong], row[wrong], 'not a number');
      return null;
    }
    if ((lon === 0 && lat === 0) || Math.abs(lon) > 180 || Math.abs(lat) > 90) {
      this.quarantined++;
      return [Number.NaN, Number.NaN];
    }
    return [lon, lat];
  }

  reject(row: Row, column: string | null, value: string | null, reason: string): void {
    if (this.rejects.length < MAX_REJECTS)
      this.rejects.push({ file: this.file, line: row.line, column, value, reason });
  }

  finish(): PlainCalls {
    const { ids, types, read, unplaced, quarantined, rejects } = this;
    if (read === 0) throw new DataRefused('the file has a header and no rows', { file: this.file, line: 2 });
    const [first] = rejects;
    if (ids.length === 0 && first !== undefined) {
      const { file, line, column, reason } = first;
      const why = `none of ${read} rows can be read; the first: ${reason}`;
      throw new DataRefused(why, { file, line, ...(column === null ? {} : { column }) });
    }
    const lon = Float64Array.from(this.lon);
    const lat = Float64Array.from(this.lat);
    const received = Float64Array.from(this.received);
    return { ids, types, lon, lat, received, read, rejected: read - ids.length, unplaced, quarantined, rejects };
  }
}

/** Remembers the format that fitted last; a time in UTC needs a zone to become local. */
function timeReader({ timeZone, dayFirst = false }: PlainColumns): (text: string) => number | string {
  if (timeZone !== undefined) refuseUnknownZone(timeZone);
  const clock = timeZone === undefined ? null : readZoneClock(timeZone, 1970, 2100);
  const known = KNOWN_FORMATS.filter((format) => !format.startsWith(dayFirst ? '%m/' : '%d/'));
  let formats: readonly string[] = known;
  return (text) => {
    if (text === '') return 'no time';
    const tail = UTC_TAIL.exec(text);
    const isUtc = tail !== null && /\d{2}:\d{2}/.test(text);
    const bare = isUtc ? text.slice(0, tail.index) : text;
    let fitted = false;
    for (const format of formats) {
      const time = readWrittenTime(bare, format);
      if (time === 'no-match') continue;
      fitted = true;
      if (time === 'no-such-time') continue;
      if (formats[0] !== format) formats = [format, ...known.filter((other) => other !== format)];
      if (!isUtc) return time / 60_000;
      if (clock === null) return 'written in UTC: name the time zone of the city to make it local';
      return toLocal(clock, time) / 60_000;
    }
    return fitted ? 'no such day or hour' : 'not a time that is known here';
  };
}
