import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { CATEGORIES } from '#data/codes/categories.ts';
import { suggestCategory } from '#data/codes/concern-words.ts';
import { IntakeSheet } from '#data/schema/records/concern.ts';
import type { ImportFile } from '#data/schema/records/concern-filing.ts';
import type { ConcernEnding } from '#server/store/concerns.ts';
import { isAboutOfficer } from './concern-refusals.ts';
import { ENDING_COLUMNS, endingOf, type RawEnding } from './import-ending.ts';

/** One record of a file by its line, under our own names; what the file does not say is empty. */
type Raw = RawEnding & {
  line: number;
  id: string;
  words: string;
  when: string;
  lon: string;
  lat: string;
  where: string;
  kind: string;
};

export type ReadRow =
  | { is: 'good'; line: number; key: string; sheet: IntakeSheet; ended: ConcernEnding | null }
  | { is: 'bad'; line: number; reason: string };

const COLUMNS: Record<Exclude<keyof Raw, 'line'>, readonly string[]> = {
  id: ['id', 'service_request_id', 'reference', 'case_id'],
  words: ['words', 'concern', 'description', 'details', 'text'],
  when: ['heard_at', 'requested_datetime', 'date', 'datetime', 'created', 'received'],
  lon: ['lon', 'long', 'lng', 'longitude', 'x'],
  lat: ['lat', 'latitude', 'y'],
  where: ['where', 'address', 'address_string', 'area', 'location', 'place'],
  kind: ['category', 'kind', 'service_name', 'type'],
  ...ENDING_COLUMNS,
};

/** What a moment of a file is read by. `timeZone` is empty while no source has told the city's. */
export type CityTime = { readonly nowLocal: string; readonly timeZone: string };

/** Reads a file of concerns, record by record; each is a sheet or a reason. A file that is none throws a sentence. */
export function readImport({ format, text }: ImportFile, time: CityTime): ReadRow[] {
  const raws = format === 'csv' ? fromCsv(text) : fromOpen311(text);
  return raws.map((raw) => toRow(raw, format, time));
}

export class UnreadableFile extends Error {}

/** RFC 4180: quotes, doubled quotes, line ends in quotes. The line is where a record begins. */
function csvRecords(text: string): { line: number; cells: string[] }[] {
  const records: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  for (const [, quoted, plain = '', end = ''] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|\r|$)/g)) {
    cells.push(quoted?.replaceAll('""', '"') ?? plain);
    line += (quoted?.match(/\n/g)?.length ?? 0) + Number(end !== ',' && end !== '');
    if (end === ',') continue;
    if (cells.some((cell) => cell.trim() !== '')) records.push({ line: begun, cells });
    cells = [];
    begun = line;
  }
  return records;
}

function fromCsv(text: string): Raw[] {
  const [head, ...records] = csvRecords(text);
  const names = (head?.cells ?? []).map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );
  const at = (column: keyof typeof COLUMNS) => names.findIndex((name) => COLUMNS[column].includes(name));
  if (at('words') < 0 || at('when') < 0) {
    throw new UnreadableFile(
      `The first line must name the columns: one of ${COLUMNS.words.join(', ')}, and one of ${COLUMNS.when.join(', ')}.`,
    );
  }
  return records.map(({ line, cells }) => {
    const cell = (column: keyof typeof COLUMNS) => cells[at(column)]?.trim() ?? '';
    return rawOf(line, cell);
  });
}

const rawOf = (line: number, cell: (column: keyof typeof COLUMNS) => string): Raw => ({
  line,
  id: cell('id'),
  words: cell('words'),
  when: cell('when'),
  lon: cell('lon'),
  lat: cell('lat'),
  where: cell('where'),
  kind: cell('kind'),
  status: cell('status'),
  closed: cell('closed'),
  updated: cell('updated'),
  notes: cell('notes'),
});

const Requests = z.array(z.record(z.string(), z.unknown())); // GeoReport v2, GET requests.json

/** Open311 GeoReport v2. The line is the number of the request in the file. */
function fromOpen311(text: string): Raw[] {
  const parsed = Requests.safeParse(parsedJson(text));
  if (!parsed.success) throw new UnreadableFile('The file is no list of Open311 requests (GeoReport v2, JSON).');
  return parsed.data.map((request, index) =>
    rawOf(index + 1, (column) => {
      const name = COLUMNS[column].find((each) => request[each] !== undefined && request[each] !== null);
      return name === undefined ? '' : String(request[name]).trim();
    }),
  );
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function toRow(raw: Raw, format: ImportFile['format'], { nowLocal, timeZone }: CityTime): ReadRow {
  const { line } = raw;
  const bad = (reason: string): ReadRow => ({ is: 'bad', line, reason });
  if (raw.words === '') return bad('it has no words');
  const heardAt = toLocal(raw.when, timeZone);
  if (heardAt === null)
    return bad(
      `"${raw.when}" is no date: write 2026-11-30 or 2026-11-30T18:05, as the city’s clocks show it${timeZone === '' ? '' : ', or with its offset'}`,
    );
  if (heardAt > nowLocal) return bad(`${heardAt.replace('T', ' ')} lies ahead`);
  if ((raw.lon === '') !== (raw.lat === '')) return bad('it has only one of longitude and latitude');
  const [lon, lat] = [Number(raw.lon), Number(raw.lat)];
  const hasPoint = raw.lon !== '';
  if (hasPoint && !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90))
    return bad(`${raw.lon}, ${raw.lat} is no longitude and latitude`);
  if (hasPoint && lon === 0 && lat === 0) return bad('0, 0 is no place: leave both empty where it is not known');
  if (isAboutOfficer({ aboutOfficer: 'not-asked', words: raw.words }))
    return bad('it sounds like a complaint about an officer, which is not kept here');
  const ended = endingOf(raw, { heardAt, nowLocal, toLocal: (moment) => toLocal(moment, timeZone) });
  if (typeof ended === 'string') return bad(ended);
  const sheet = IntakeSheet.safeParse({
    ...EMPTY,
    words: raw.words,
    category: kindOf(raw),
    heardAt,
    place: hasPoint ? { type: 'Point', coordinates: [lon, lat] } : null,
    placeWords: raw.where.slice(0, 300),
    placeConfidence: hasPoint ? 'about' : 'words-only',
  });
  if (!sheet.success)
    return bad(sheet.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  return { is: 'good', line, key: keyOf(raw, format, heardAt), sheet: sheet.data, ended };
}

const kindOf = ({ kind, words }: Raw) =>
  CATEGORIES.find(({ category, label }) => kind === category || kind.toLowerCase() === label.toLowerCase())?.category ??
  suggestCategory(`${kind}. ${words}`);

/** What makes a record of a file the same record when the file comes again. */
const keyOf = ({ id, words, where }: Raw, format: string, heardAt: string): string =>
  id === '' ? `import/${heardAt}/${where}/${words}`.slice(0, 2000) : `import/${format}/${id}`;

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/i;

/** The city's wall clock. One with an offset, as Open311 writes it, is an instant: the city's zone says what its clocks showed. */
function toLocal(when: string, timeZone: string): string | null {
  const [, day, minute = '00:00', second = '00', offset] = MOMENT.exec(when) ?? [];
  if (day === undefined) return null;
  const written = `${day}T${minute}:${second}`;
  try {
    const wall = Temporal.PlainDateTime.from(written, { overflow: 'reject' });
    if (offset === undefined) return wall.toString({ smallestUnit: 'second' });
    if (timeZone === '') return null;
    const instant = Temporal.Instant.from(`${written}${offset.toUpperCase()}`);
    return instant.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'second' });
  } catch {
    return null;
  }
}

const EMPTY = {
  title: '',
  way: 'import',
  groupIds: [],
  whenHappens: '',
  since: '',
  howOften: '',
  whoAffected: '',
  safetyNow: false,
  peopleCount: null,
  contactWish: 'none-given',
  contactName: '',
  contactReach: '',
  language: 'en',
  efforts: '',
  recommendedSolutions: '',
  caseNumbers: [],
};
