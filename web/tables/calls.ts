import type { RecordBatch, Table } from 'apache-arrow';
import { type CallColumns, NO_HOUR, NO_PLACE, NO_WEEKDAY, ORIGINS, PLACEMENTS } from '#analysis/tally/columns.ts';
import { fillCodes, fillReals, minutesOf, type TextColumn, type Translation } from './arrow-column.ts';
import { createDictionary, type Dictionary } from './dictionary.ts';
import { TableFailed } from './table-failed.ts';

/** All extracts as one: counting columns, the words behind their codes, and the files they came from. */
export type Calls = {
  readonly columns: CallColumns;
  readonly minuteOfDay: Uint16Array;
  readonly lon: Float64Array; // NaN unless placed
  readonly lat: Float64Array;
  readonly types: readonly string[]; // by code of columns.type
  readonly categoryOfType: Uint8Array; // of the first call of that type
  readonly categories: readonly string[];
  readonly places: readonly string[];
  readonly firstRowOfPlace: Uint32Array;
  readonly files: readonly Table[];
  readonly firstRowOfFile: readonly number[];
};

/** One numbering of rows and words over all files; the files are read, not copied. */
export function toCalls(files: readonly Table[]): Calls {
  const rows = files.reduce((sum, file) => sum + file.numRows, 0);
  const writing = allocate(rows);
  const words = { type: createDictionary(), category: createDictionary(), place: createDictionary() };
  const firstRowOfFile: number[] = [];
  let start = 0;
  for (const file of files) {
    firstRowOfFile.push(start);
    start = writeFile(file, start, writing, words);
  }
  const { type, category, place, placement, day, hour, origin, minuteOfDay, lon, lat } = writing;
  for (let row = 0; row < rows; row++) {
    if (placement[row] === 0) continue;
    lon[row] = Number.NaN;
    lat[row] = Number.NaN;
  }
  return {
    columns: {
      ...{ rows, day, hour, type, category, origin, place, placement },
      typeCount: checkedCount(words.type, 65_536, 'call types'),
      categoryCount: checkedCount(words.category, 256, 'categories'),
      placeCount: words.place.words.length,
    },
    ...{ minuteOfDay, lon, lat, files, firstRowOfFile },
    types: words.type.words,
    categoryOfType: categoryOfTypes(type, category, words.type.words.length),
    categories: words.category.words,
    places: words.place.words,
    firstRowOfPlace: firstRows(place, words.place.words.length, placement),
  };
}

type Writing = ReturnType<typeof allocate>;
type Words = { type: Dictionary; category: Dictionary; place: Dictionary };

function allocate(rows: number) {
  return {
    day: new Int32Array(rows),
    hour: new Uint8Array(rows),
    minuteOfDay: new Uint16Array(rows),
    type: new Uint16Array(rows),
    category: new Uint8Array(rows),
    origin: new Uint8Array(rows),
    place: new Uint32Array(rows),
    placement: new Uint8Array(rows),
    lon: new Float64Array(rows),
    lat: new Float64Array(rows),
  };
}

/** Returns the row after the last one written. */
function writeFile(file: Table, firstRow: number, to: Writing, words: Words): number {
  const precision = dictionaryOf(['minute', 'day', 'month']);
  const origin = dictionaryOf(ORIGINS);
  const placement = dictionaryOf(PLACEMENTS);
  const translations = new Map<TextColumn, Translation>();
  let at = firstRow;
  for (const batch of file.batches) {
    const write = (name: TextColumn, codes: Dictionary, target: Uint8Array | Uint16Array | Uint32Array, none = 0) => {
      const translation = translations.get(name) ?? new Map();
      translations.set(name, translation);
      fillCodes(batch, name, codes, translation, { target, at, none });
    };
    write('type_code', words.type, to.type);
    write('category', words.category, to.category);
    write('place_key', words.place, to.place, NO_PLACE);
    write('origin', origin, to.origin);
    write('placement', placement, to.placement);
    write('time_precision', precision, to.hour);
    writeTimes(batch, to, at);
    fillReals(batch, 'lon', to.lon, at);
    fillReals(batch, 'lat', to.lat, at);
    at += batch.numRows;
  }
  refuseUnknown(origin, ORIGINS.length, 'origin');
  refuseUnknown(placement, PLACEMENTS.length, 'placement');
  refuseUnknown(precision, 3, 'time_precision');
  return at;
}

/** Expects the code of the time's precision in `hour`, and leaves the hour there. */
function writeTimes(batch: RecordBatch, { day, hour, minuteOfDay }: Writing, at: number): void {
  const minuteAt = minutesOf(batch, 'received_local');
  for (let row = 0; row < batch.numRows; row++) {
    const minutes = minuteAt(row);
    const wholeDays = Math.floor(minutes / 1440);
    const precision = hour[at + row];
    day[at + row] = wholeDays;
    minuteOfDay[at + row] = minutes - 1440 * wholeDays;
    hour[at + row] = precision === 0 ? ((minutes - 1440 * wholeDays) / 60) | 0 : precision === 1 ? NO_HOUR : NO_WEEKDAY;
  }
}

function dictionaryOf(words: readonly string[]): Dictionary {
  const dictionary = createDictionary();
  for (const word of words) dictionary.codeOf(word);
  return dictionary;
}

/** A word this page does not know would be counted as something else. */
function refuseUnknown(dictionary: Dictionary, known: number, column: string): void {
  const word = dictionary.words[known];
  if (word !== undefined) throw new TableFailed('unreadable', `column "${column}" has the unknown word "${word}"`);
}

function checkedCount(dictionary: Dictionary, most: number, what: string): number {
  if (dictionary.words.length <= most) return dictionary.words.length;
  throw new TableFailed(
    'too-large',
    `${dictionary.words.length} ${what} are more than the ${most} that can be counted`,
  );
}

/** The first row of each code; of the placed ones alone where `placement` is given and there are any. */
function firstRows(codes: Uint16Array | Uint32Array, count: number, placement?: Uint8Array): Uint32Array {
  const first = new Uint32Array(count);
  const visit = (isMeant: (row: number) => boolean) => {
    for (let row = codes.length - 1; row >= 0; row--) {
      const code = codes[row] ?? NO_PLACE;
      if (code < count && isMeant(row)) first[code] = row;
    }
  };
  visit(() => true);
  if (placement) visit((row) => placement[row] === 0);
  return first;
}

function categoryOfTypes(type: Uint16Array, category: Uint8Array, typeCount: number): Uint8Array {
  return Uint8Array.from(firstRows(type, typeCount), (row) => category[row] ?? 0);
}
