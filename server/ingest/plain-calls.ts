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
  from?: string; // start and end of the span in which it happened
  to?: string;
  type?: string;
  timeZone?: string; // IANA; needed where times are written in UTC
  dayFirst?: boolean; // 03/04/2021 is April; default: March
};

/**
 * Calls of a plain file as columns, one entry a row kept. `lon` and `lat` are NaN for
 * a row without a usable place: `unplaced` counts the empty ones, `quarantined` those
 * at 0,0 or off the earth. `received` is local minutes since 1970-01-01, NaN where no
 * time column was named; so are the ends of the span in which a call happened, and where
 * their file wrote UTC, the instants stand beside them in `fromUtc` and `toUtc`. `rejected` rows are in no column: `ids.length + rejected = read`.
 */
export type PlainCalls = {
  ids: string[];
  lon: Float64Array;
  lat: Float64Array;
  received: Float64Array;
  happened: { from: Float64Array; to: Float64Array; fromUtc: Float64Array; toUtc: Float64Array };
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

const CELLS = ['id', 'lon', 'lat', 'time', 'from', 'to', 'type'] as const;
type Row = Record<(typeof CELLS)[number], string> & { line: number; broken?: string };

const toRow = (line: number, text: (cell: (typeof CELLS)[number]) => string): Row => ({
  ...{ id: text('id'), lon: text('lon'), lat: text('lat') },
  ...{ time: text('time'), from: text('from'), to: text('to'), type: text('type'), line },
});

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
        const row = toRow(line, (cell) => value[columns[cell] ?? ''] ?? '');
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
  const places = new Map(
    CELLS.flatMap((cell) => {
      const name = columns[cell];
      return name === undefined ? [] : [[cell, findColumn(names, [name], file, 1)] as const];
    }),
  );
  return ({ fields, line }: DelimitedRecord): Row => {
    const row = toRow(line, (cell) => fields[places.get(cell) ?? -1]?.trim() ?? '');
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
  readonly from: Moment[] = [];
  readonly to: Moment[] = [];
  readonly rejects: Reject[] = [];
  read = 0;
  unplaced = 0;
  quarantined = 0;
  readonly readTime: (text: string) => Moment | string;

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
    const received = this.readMoment(row, 'time');
    const from = this.readMoment(row, 'from');
    const to = this.readMoment(row, 'to');
    if (received === null || from === null || to === null) return;
    const place = this.readPlace(row);
    if (place === null) return;
    this.ids.push(row.id || `row-${row.line}`);
    this.types.push(row.type);
    this.received.push(received.local);
    this.from.push(from);
    this.to.push(to);
    this.lon.push(place[0]);
    this.lat.push(place[1]);
  }

  /** Null where the row was rejected. Either end of a span may be empty. */
  readMoment(row: Row, cell: 'time' | 'from' | 'to'): Moment | null {
    const column = this.columns[cell];
    if (column === undefined || (cell !== 'time' && EMPTY.has(row[cell].toLowerCase()))) return UNKNOWN;
    const moment = this.readTime(row[cell]);
    if (typeof moment !== 'string') return moment;
    this.reject(row, column, row[cell], moment);
    return null;
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
    const column = (moments: readonly Moment[], clock: keyof Moment) =>
      Float64Array.from(moments, (moment) => moment[clock]);
    const happened = {
      ...{ from: column(this.from, 'local'), to: column(this.to, 'local') },
      ...{ fromUtc: column(this.from, 'utc'), toUtc: column(this.to, 'utc') },
    };
    return {
      ids,
      types,
      lon,
      lat,
      received,
      happened,
      read,
      rejected: read - ids.length,
      unplaced,
      quarantined,
      rejects,
    };
  }
}

/** Minutes since 1970-01-01 on the city's clock, and of the instant where the file wrote that. */
type Moment = { local: number; utc: number };
const UNKNOWN: Moment = { local: Number.NaN, utc: Number.NaN };

/** Remembers the format that fitted last; a time in UTC needs a zone to become local. */
function timeReader({ timeZone, dayFirst = false }: PlainColumns): (text: string) => Moment | string {
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
      if (!isUtc) return { local: time / 60_000, utc: Number.NaN };
      if (clock === null) return 'written in UTC: name the time zone of the city to make it local';
      return { local: toLocal(clock, time) / 60_000, utc: time / 60_000 };
    }
    return fitted ? 'no such day or hour' : 'not a time that is known here';
  };
}
