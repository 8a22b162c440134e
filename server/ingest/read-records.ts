import { basename } from 'node:path';
import { DataRefused } from '#server/errors.ts';
import { EXPANSION_LIMITS, openBytes } from './open-bytes.ts';
import { countLineEnds, type Encoding, MAX_FIELD_CHARS, MAX_RECORD_CHARS, readText } from './read-text.ts';

/** How a delimited file is written (RFC 4180, with a delimiter and quote of choice). */
export type Delimited = { delimiter: string; quote: string; encoding: Encoding };

/** One record and the line it starts on, from 1. Quoted line ends are part of the field. */
export type DelimitedRecord = { fields: string[]; line: number };

/**
 * Every record of a delimited file (plain or gzip), the header included, in batches.
 * Blank lines are no records. An unclosed quote and an endless field are refused.
 */
export async function* readRecords(
  path: string,
  format: Delimited,
  file = basename(path),
): AsyncGenerator<DelimitedRecord[]> {
  let pending = '';
  let line = 1;
  for await (const text of readText(openBytes(path, EXPANSION_LIMITS, file), format.encoding, file)) {
    const piece = splitRecords(pending + text, line, format, false, file);
    pending = piece.rest;
    line = piece.line;
    if (pending.length > MAX_RECORD_CHARS) throw tooLong(file, line, 'a record');
    yield piece.records;
  }
  yield splitRecords(pending, line, format, true, file).records;
}

type Split = { records: DelimitedRecord[]; rest: string; line: number };

/** Cuts text into records. `rest` is the record that the text does not finish, unless `isLast`. */
export function splitRecords(text: string, firstLine: number, format: Delimited, isLast: boolean, file: string): Split {
  const records: DelimitedRecord[] = [];
  let at = 0;
  let line = firstLine;
  while (at < text.length) {
    let end = text.indexOf('\n', at);
    if (end < 0) {
      if (!isLast) break;
      end = text.length;
    }
    const bare = text.slice(at, text[end - 1] === '\r' && end > at ? end - 1 : end);
    if (!bare.includes(format.quote)) {
      if (bare !== '') records.push({ fields: splitBare(bare, format, line, file), line });
      at = end + 1;
      line++;
      continue;
    }
    const quoted = readQuoted(text, at, format, isLast);
    if (quoted === 'unfinished') {
      if (isLast) throw new DataRefused('a quote opens here and is never closed', { file, line });
      break;
    }
    const longest = quoted.fields.findIndex((field) => field.length > MAX_FIELD_CHARS);
    if (longest >= 0) throw tooLong(file, line, 'a field', longest);
    records.push({ fields: quoted.fields, line });
    line += countLineEnds(text.slice(at, quoted.next));
    at = quoted.next;
  }
  return { records, rest: text.slice(at), line };
}

function splitBare(bare: string, format: Delimited, line: number, file: string): string[] {
  const fields = bare.split(format.delimiter);
  if (bare.length <= MAX_FIELD_CHARS) return fields;
  const longest = fields.findIndex((field) => field.length > MAX_FIELD_CHARS);
  if (longest >= 0) throw tooLong(file, line, 'a field', longest);
  if (bare.length > MAX_RECORD_CHARS) throw tooLong(file, line, 'a record');
  return fields;
}

function tooLong(file: string, line: number, what: 'a field' | 'a record', column?: number): DataRefused {
  const limit = what === 'a field' ? MAX_FIELD_CHARS : MAX_RECORD_CHARS;
  return new DataRefused(`${what} is longer than ${limit} characters; look for an unclosed quote`, {
    file,
    line,
    ...(column === undefined ? {} : { column: `column ${column + 1}` }),
  });
}

/** A quote only opens a field at its first character; elsewhere it is a letter like any other. */
function readQuoted(text: string, start: number, format: Delimited, isLast: boolean) {
  const { delimiter, quote } = format;
  const fields: string[] = [];
  let at = start;
  while (true) {
    let field = '';
    if (text[at] === quote) {
      let from = at + 1;
      while (true) {
        const close = text.indexOf(quote, from);
        if (close < 0 || (close + 1 >= text.length && !isLast)) return 'unfinished';
        field += text.slice(from, close);
        from = close + 1;
        if (text[from] !== quote) break;
        field += quote;
        from++;
      }
      at = from;
    }
    const stop = endOfField(text, at, delimiter);
    if (stop >= text.length && !isLast) return 'unfinished';
    field += text.slice(at, stop);
    if (stop >= text.length || text[stop] === '\n') {
      fields.push(field.endsWith('\r') ? field.slice(0, -1) : field);
      return { fields, next: stop + 1 };
    }
    fields.push(field);
    at = stop + 1;
  }
}

function endOfField(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === delimiter || text[at] === '\n') return at;
  }
  return text.length;
}
