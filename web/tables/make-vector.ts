import { Dictionary, Float64, Int32, makeData, Utf8, Vector } from 'apache-arrow';

/**
 * Arrow columns from plain values. Arrow's own `vectorFromArray` writes a function from text, which our
 * content security policy forbids; and these few kinds are all that the small tables need.
 */

export function makeText(values: readonly (string | null)[]): Vector<Utf8> {
  const encoder = new TextEncoder();
  const words = values.map((value) => encoder.encode(value ?? ''));
  const valueOffsets = new Int32Array(words.length + 1);
  for (const [at, word] of words.entries()) valueOffsets[at + 1] = (valueOffsets[at] ?? 0) + word.length;
  const data = new Uint8Array(valueOffsets.at(-1) ?? 0);
  for (const [at, word] of words.entries()) data.set(word, valueOffsets[at]);
  return new Vector([makeData({ type: new Utf8(), length: words.length, valueOffsets, data, ...nullsOf(values) })]);
}

export function makeWhole(values: readonly (number | null)[]): Vector<Int32> {
  const data = Int32Array.from(values, (value) => value ?? 0);
  return new Vector([makeData({ type: new Int32(), data, ...nullsOf(values) })]);
}

export const makeReal = (data: Float64Array): Vector<Float64> => new Vector([makeData({ type: new Float64(), data })]);

export const makeRows = (data: Int32Array): Vector<Int32> => new Vector([makeData({ type: new Int32(), data })]);

/** Text by its number in `words`. */
export const makeCoded = (data: Int32Array, words: readonly string[]): Vector =>
  new Vector([makeData({ type: new Dictionary(new Utf8(), new Int32()), data, dictionary: makeText(words) })]);

function nullsOf(values: readonly unknown[]): { nullCount: number; nullBitmap: Uint8Array } {
  const nullBitmap = new Uint8Array((values.length + 7) >> 3);
  let nullCount = 0;
  for (const [at, value] of values.entries()) {
    if (value === null) nullCount++;
    else nullBitmap[at >> 3] = (nullBitmap[at >> 3] ?? 0) | (1 << (at & 7));
  }
  return { nullCount, nullBitmap };
}
