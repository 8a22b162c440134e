import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { DataRefused } from '#server/errors.ts';

/** How far a compressed file may unfold. Call files shrink 5 to 40 times; more than `ratio` is a bomb. */
export type ExpansionLimits = {
  ratio: number; // unfolded bytes per compressed byte
  freeBytes: number; // below this much, any ratio is fine
  maxBytes: number; // of unfolded text, whatever the ratio
};
export const EXPANSION_LIMITS: ExpansionLimits = { ratio: 200, freeBytes: 64 << 20, maxBytes: 32 * 2 ** 30 };

const SNIFF_BYTES = 64 << 10;
const CHUNK_BYTES = 1 << 20;

/** Whether the file is gzip, by its first bytes. Refuses what can hold no calls: archives, binaries, nothing. */
export async function sniffCompression(path: string, file = basename(path)): Promise<'gzip' | 'plain'> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new DataRefused('there is no such file', { file });
  if (!found.isFile()) throw new DataRefused('this is not a file', { file });
  if (found.size === 0) throw new DataRefused('the file is empty', { file });
  const head = await firstBytes(path).catch((cause: unknown) => {
    throw new DataRefused('the file cannot be opened; is reading it allowed?', { file }, cause);
  });
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) {
    throw new DataRefused('this is a zip archive or workbook; unpack it and give the CSV inside', { file, line: 1 });
  }
  refuseBinary(head, file);
  return 'plain';
}

async function firstBytes(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function isUtf16(head: Buffer): boolean {
  if (head[0] === 0xff && head[1] === 0xfe) return head[2] !== 0 || head[3] !== 0; // else UTF-32
  return head[0] === 0xfe && head[1] === 0xff;
}

function refuseBinary(head: Buffer, file: string): void {
  if (isUtf16(head)) return;
  const at = head.indexOf(0);
  if (at < 0) return;
  const line = head.subarray(0, at).filter((byte) => byte === 10).length + 1;
  throw new DataRefused(`a zero byte at offset ${at}: this is a binary file, not text`, { file, line });
}

/**
 * The bytes of a file, unfolded when it is gzip. A truncated or damaged gzip and one
 * that unfolds too far are refused, never read in part and called whole.
 */
export async function* openBytes(
  path: string,
  limits = EXPANSION_LIMITS,
  file = basename(path),
): AsyncGenerator<Buffer> {
  const compression = await sniffCompression(path, file);
  const raw = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  if (compression === 'plain') {
    yield* raw;
    return;
  }
  const { size } = await stat(path);
  const unfolded = raw.pipe(createGunzip({ chunkSize: CHUNK_BYTES }));
  raw.on('error', (cause) => unfolded.destroy(cause));
  let bytes = 0;
  let lines = 1;
  try {
    for await (const chunk of unfolded as AsyncIterable<Buffer>) {
      if (bytes === 0) refuseBinary(chunk.subarray(0, SNIFF_BYTES), file);
      bytes += chunk.length;
      if (bytes > limits.maxBytes || (bytes > limits.freeBytes && bytes > size * limits.ratio)) {
        throw new DataRefused(`${size} compressed bytes unfold to more than ${bytes}: refused as a compression bomb`, {
          file,
          line: lines,
        });
      }
      lines += countNewlines(chunk);
      yield chunk;
    }
  } catch (cause) {
    if (!(cause instanceof Error) || cause instanceof DataRefused) throw cause;
    throw new DataRefused(
      `the gzip is truncated or damaged (${cause.message}); fetch the file again`,
      { file, line: lines },
      cause,
    );
  } finally {
    raw.destroy();
    unfolded.destroy();
  }
}

function countNewlines(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count++;
  return count;
}
