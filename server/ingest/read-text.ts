import { isUtf8 } from 'node:buffer';
import { DataRefused } from '#server/errors.ts';

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

/** A record longer than this is an unclosed quote or no calls file at all. */
export const MAX_RECORD_CHARS = 2_000_000;
export const MAX_FIELD_CHARS = 1_000_000;

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Text in pieces that end at a line end (the last one excepted), the byte order mark
 * removed. A byte that is not of the encoding is refused with its line: guessing
 * would turn names into other names in silence.
 */
export async function* readText(
  bytes: AsyncIterable<Buffer>,
  encoding: Encoding,
  file: string,
): AsyncGenerator<string> {
  const decode = decoderFor(encoding);
  let line = 1;
  let first = true;
  for await (const piece of encoding.startsWith('utf-16') ? bytes : wholeLines(bytes, file, () => line)) {
    if (encoding === 'utf-8' && !isUtf8(piece)) throw notUtf8(piece, line, file);
    const text = decode(piece);
    yield first && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
    first = false;
    line += countLineEnds(text);
  }
}

function decoderFor(encoding: Encoding): (piece: Buffer) => string {
  if (encoding === 'utf-8') return (piece) => piece.toString('utf8');
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (piece) => decoder.decode(piece, { stream: true });
}

/** The bytes in pieces that end at a line end, the last one excepted. Refuses an endless line. */
export async function* wholeLines(
  bytes: AsyncIterable<Buffer>,
  file: string,
  lineNow: () => number,
): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  for await (const chunk of bytes) {
    const end = chunk.lastIndexOf(10) + 1;
    if (end > 0) {
      yield held.length > 0 ? Buffer.concat([...held, chunk.subarray(0, end)]) : chunk.subarray(0, end);
      held = [];
      heldBytes = 0;
    }
    if (end === chunk.length) continue;
    held.push(chunk.subarray(end));
    heldBytes += chunk.length - end;
    if (heldBytes > 4 * MAX_RECORD_CHARS) {
      throw new DataRefused(`a line longer than ${MAX_RECORD_CHARS} characters`, { file, line: lineNow() });
    }
  }
  if (heldBytes > 0) yield Buffer.concat(held);
}

function notUtf8(piece: Buffer, firstLine: number, file: string): DataRefused {
  let start = 0;
  for (let line = firstLine; start < piece.length; line++) {
    const end = piece.indexOf(10, start);
    const bytes = piece.subarray(start, end < 0 ? piece.length : end);
    if (!isUtf8(bytes)) return refuseBytes(bytes, line, file);
    if (end < 0) break;
    start = end + 1;
  }
  return new DataRefused('bytes that are not UTF-8', { file, line: firstLine });
}

function refuseBytes(bytes: Buffer, line: number, file: string): DataRefused {
  const before = bytes.toString('utf8').split('\uFFFD')[0] ?? '';
  const at = Buffer.byteLength(before);
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return new DataRefused(
    `byte 0x${byte} after "${before.slice(-30)}" is not UTF-8; convert the file to it, or if the whole file is Windows-1252, say so in the profile (format.encoding)`,
    { file, line, column: `character ${before.length + 1}` },
  );
}

export function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
