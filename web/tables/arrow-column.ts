import { type Data, Dictionary as DictionaryType, type RecordBatch, type Vector } from 'apache-arrow';
import type { CALL_COLUMNS, CallColumn } from '#data/schema/call.ts';
import type { Dictionary } from './dictionary.ts';
import { TableFailed } from './table-failed.ts';

type ColumnOf<Kind> = Extract<(typeof CALL_COLUMNS)[number], { kind: Kind }>['name'];
export type TextColumn = ColumnOf<'text'>;

/** What the codes of a file's own dictionaries mean in ours; one for each column of a file. */
export type Translation = Map<Vector, Int32Array>;

/** Writes the codes of a text column into `target` from position `at`; `none` where there is no text. */
export function fillCodes(
  batch: RecordBatch,
  name: TextColumn,
  words: Dictionary,
  translation: Translation,
  { target, at, none = 0 }: { target: Uint8Array | Uint16Array | Uint32Array; at: number; none?: number },
): void {
  const piece = pieceOf(batch, name);
  if (!DictionaryType.isDictionary(piece.type) || !piece.dictionary)
    throw new TableFailed('unreadable', `column "${name}" of the extract is not dictionary-coded`);
  const codes = translate(words, piece.dictionary, translation);
  const keys: Int32Array = piece.values;
  for (let row = 0; row < batch.numRows; row++) target[at + row] = codes[keys[row] ?? 0] ?? 0;
  eachNull(piece, (row) => {
    target[at + row] = none;
  });
}

/** Writes a number column into `target` from position `at`; NaN where there is no number. */
export function fillReals(batch: RecordBatch, name: ColumnOf<'real'>, target: Float64Array, at: number): void {
  const piece = pieceOf(batch, name);
  const values: Float64Array = piece.values;
  target.set(values.subarray(0, batch.numRows), at);
  eachNull(piece, (row) => {
    target[at + row] = Number.NaN;
  });
}

/** Whole minutes since 1970-01-01T00:00 on the local clock, row by row. */
export function minutesOf(batch: RecordBatch, name: ColumnOf<'time'>): (row: number) => number {
  const { values } = pieceOf(batch, name);
  // A 64-bit integer read as two halves: a BigInt for every call would cost ten times as much.
  const halves = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
  return (row) => {
    const microseconds = (halves[2 * row + 1] ?? 0) * 4_294_967_296 + ((halves[2 * row] ?? 0) >>> 0);
    return Math.floor(microseconds / 60_000_000);
  };
}

/** The same for a column that may be empty: NaN there. */
export function minutesOrNone(batch: RecordBatch, name: ColumnOf<'time'>): (row: number) => number {
  const piece = pieceOf(batch, name);
  const minutes = minutesOf(batch, name);
  return (row) => (piece.getValid(row) ? minutes(row) : Number.NaN);
}

/** The piece of one column that a record batch carries. */
function pieceOf(batch: RecordBatch, name: CallColumn): Data {
  const piece = batch.getChild(name)?.data[0];
  if (piece) return piece;
  throw new TableFailed('unreadable', `the extract has no column "${name}"`);
}

function translate(words: Dictionary, dictionary: Vector, translation: Translation): Int32Array {
  const known = translation.get(dictionary);
  if (known) return known;
  const codes = Int32Array.from({ length: dictionary.length }, (_, i) => words.codeOf(String(dictionary.get(i))));
  translation.set(dictionary, codes);
  return codes;
}

function eachNull(piece: Data, visit: (row: number) => void): void {
  if (piece.nullCount === 0) return;
  const { nullBitmap, offset, length } = piece;
  for (let row = 0; row < length; row++) {
    const bit = offset + row;
    if ((((nullBitmap[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 0) visit(row);
  }
}
