import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { CODINGS, type Coding, pack } from '#server/extract/packed-file.ts';
import { type ByteRange, namesTag, pickCoding, readRange } from './negotiate.ts';
import { problem } from './problem.ts';

export const IMMUTABLE = 'private, max-age=31536000, immutable';
export const REVALIDATE = 'private, no-cache';

type Content = { size: number; read: (range?: ByteRange) => ReadableStream | Uint8Array<ArrayBuffer> };

/** Something with a lasting name that can be sent whole, in part, packed, or not again. */
export type Resource = {
  tag: string; // names the plain bytes, without quotes
  type: string;
  plain: Content;
  packed: ReadonlyMap<Coding, Content>;
};

/** A file on disk, with the packed twins that lie beside it. */
export async function fileResource(path: string, tag: string, type: string): Promise<Resource | null> {
  const plain = await fileContent(path);
  if (!plain) return null;
  const packed = new Map<Coding, Content>();
  for (const { coding, ending } of CODINGS) {
    const content = await fileContent(path + ending);
    if (content) packed.set(coding, content);
  }
  return { tag, type, plain, packed };
}

async function fileContent(path: string): Promise<Content | null> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  const read = (range?: ByteRange) => {
    const stream = createReadStream(path, range ? { start: range.first, end: range.last } : {});
    return Readable.toWeb(stream) as ReadableStream; // Node's own type for the same thing
  };
  return { size: found.size, read };
}

/** Bytes kept in memory, packed once here and never again. */
export async function memoryResource(bytes: Uint8Array, tag: string, type: string): Promise<Resource> {
  const packed = await pack(bytes, 10);
  return {
    tag,
    type,
    plain: memoryContent(bytes),
    packed: new Map(CODINGS.map(({ coding }) => [coding, memoryContent(packed[coding])])),
  };
}

function memoryContent(bytes: Uint8Array): Content {
  const own = new Uint8Array(bytes);
  return { size: own.length, read: (range) => (range ? own.subarray(range.first, range.last + 1) : own) };
}

/**
 * Answers with a resource: 304 where the client has it, 206 for one range of the plain
 * bytes, otherwise all of it in the best coding we keep. Each coding has its own strong tag.
 */
export function sendResource(c: Context, resource: Resource, cacheControl: string): Response {
  const range = rangeAsked(c, resource);
  const coding = range === null ? pickCoding(c.req.header('Accept-Encoding'), [...resource.packed.keys()]) : null;
  const content = (coding && resource.packed.get(coding)) ?? resource.plain;
  const tag = `"${resource.tag}${coding ? `-${coding}` : ''}"`;
  c.header('Cache-Control', cacheControl);
  c.header('ETag', tag);
  c.header('Vary', 'Accept-Encoding', { append: true });
  c.header('Accept-Ranges', 'bytes');
  if (namesTag(c.req.header('If-None-Match'), tag)) return c.body(null, 304);
  if (range === 'unsatisfiable') {
    c.header('Content-Range', `bytes */${resource.plain.size}`);
    return problem(c, 416, { detail: `There are ${resource.plain.size} bytes.` });
  }
  c.header('Content-Type', resource.type);
  if (coding) c.header('Content-Encoding', coding);
  if (range) c.header('Content-Range', `bytes ${range.first}-${range.last}/${resource.plain.size}`);
  c.header('Content-Length', String(range ? range.last - range.first + 1 : content.size));
  if (c.req.method === 'HEAD') return c.body(null, 200);
  return c.body(content.read(range ?? undefined), range ? 206 : 200);
}

/** A part is only sent of the very bytes the client already holds a part of. */
function rangeAsked(c: Context, resource: Resource): ByteRange | 'unsatisfiable' | null {
  if (c.req.method !== 'GET') return null;
  const condition = c.req.header('If-Range');
  if (condition !== undefined && condition !== `"${resource.tag}"`) return null;
  return readRange(c.req.header('Range'), resource.plain.size);
}
