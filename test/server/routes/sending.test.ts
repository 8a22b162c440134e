import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedHome, serveHome } from './serve-home.ts';

let served: ServedHome;
let app: ReturnType<ServedHome['appFor']>;
let extract: { path: string; bytes: Buffer };
let layer: { path: string; bytes: Buffer };

beforeAll(async () => {
  served = await serveHome();
  app = served.appFor('analyst');
  const { extracts, areas } = served.cut.manifests.restricted;
  const version = areas[0]?.version;
  extract = {
    path: `/api/extracts/${extracts[0]?.file}`,
    bytes: await readFile(join(served.home, 'extracts', extracts[0]?.file ?? '')),
  };
  layer = {
    path: `/api/areas/groups/${version}`,
    bytes: await readFile(join(served.home, 'areas', `${version}.geojson`)),
  };
});
afterAll(() => served.remove());

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  app.request(path, { headers, method });
const bodyOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const unpack = { br: brotliDecompressSync, gzip: gunzipSync };

test('an extract and a version of a layer never change and are kept by this reader only', async () => {
  for (const { path, bytes } of [extract, layer]) {
    const response = await get(path);
    expect(response.headers.get('Cache-Control')).toBe('private, max-age=31536000, immutable');
    expect(response.headers.get('ETag')).toMatch(/^"[0-9a-f]+"$/);
    expect(response.headers.get('Content-Length')).toBe(String(bytes.length));
    expect((await bodyOf(response)).equals(bytes)).toBe(true);
  }
});

test.each(['br', 'gzip'] as const)('%s is sent to a client that takes it, with a tag of its own', async (coding) => {
  for (const { path, bytes } of [extract, layer]) {
    const plain = await get(path);
    const packed = await get(path, { 'Accept-Encoding': coding });
    expect(packed.headers.get('Content-Encoding')).toBe(coding);
    expect(packed.headers.get('Vary')).toBe('Cookie, Accept-Encoding');
    expect(packed.headers.get('ETag')).not.toBe(plain.headers.get('ETag'));
    const body = await bodyOf(packed);
    expect(packed.headers.get('Content-Length')).toBe(String(body.length));
    expect(body.length).toBeLessThan(bytes.length);
    expect(unpack[coding](body).equals(bytes)).toBe(true);
    await plain.arrayBuffer();
  }
});

test.each([
  ['gzip, deflate, br', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['*', 'br'],
  ['*;q=0', null],
  ['identity', null],
  ['', null],
])('a client that accepts "%s" gets %s', async (accepted, coding) => {
  const response = await get(layer.path, { 'Accept-Encoding': accepted });
  expect(response.headers.get('Content-Encoding')).toBe(coding);
  await response.arrayBuffer();
});

test('a client that holds the bytes gets 304 without them', async () => {
  for (const path of [extract.path, layer.path, '/api/areas/groups', '/api/areas', '/api/manifest', '/api/concerns']) {
    const first = await get(path, { 'Accept-Encoding': 'br' });
    const tag = first.headers.get('ETag') ?? '';
    expect((await bodyOf(first)).length).toBeGreaterThan(0);
    const again = await get(path, { 'Accept-Encoding': 'br', 'If-None-Match': `"other", W/${tag}` });
    expect(`${path} ${again.status}`).toBe(`${path} 304`);
    expect((await bodyOf(again)).length).toBe(0);
    expect(again.headers.get('ETag')).toBe(tag);
    expect(again.headers.get('Cache-Control')).toBe(first.headers.get('Cache-Control'));
    expect((await get(path, { 'If-None-Match': '"other"' })).status).toBe(200);
  }
});

test('what is current is asked for again every time', async () => {
  for (const path of [
    '/api/manifest',
    '/api/areas',
    '/api/areas/groups',
    '/api/concerns',
    '/api/basemap/basemap.pmtiles',
  ]) {
    expect((await get(path)).headers.get('Cache-Control')).toBe('private, no-cache');
  }
});

test.each([
  ['bytes=0-9', 0, 10],
  ['bytes=10-', 10, undefined],
  ['bytes=-7', -7, undefined],
  ['bytes=5-99999999', 5, undefined],
])('%s is answered with that part of the plain bytes', async (range, from, to) => {
  for (const { path, bytes } of [extract, layer]) {
    const expected = bytes.subarray(from, to);
    const response = await get(path, { Range: range, 'Accept-Encoding': 'br' });
    expect(response.status).toBe(206);
    expect(response.headers.get('Content-Encoding')).toBeNull();
    const first = from < 0 ? bytes.length + from : from;
    expect(response.headers.get('Content-Range')).toBe(`bytes ${first}-${first + expected.length - 1}/${bytes.length}`);
    expect((await bodyOf(response)).equals(expected)).toBe(true);
  }
});

test('a range past the end is refused with the size', async () => {
  const response = await get(extract.path, { Range: `bytes=${extract.bytes.length}-` });
  expect(response.status).toBe(416);
  expect(response.headers.get('Content-Range')).toBe(`bytes */${extract.bytes.length}`);
  expect(response.headers.get('Cache-Control')).toBe('no-store');
});

test.each(['bytes=0-1,4-5', 'bytes=9-3', 'lines=1-2', 'bytes=-'])(
  '%s is not one range, so all is sent',
  async (range) => {
    const response = await get(layer.path, { Range: range });
    expect(response.status).toBe(200);
    expect((await bodyOf(response)).equals(layer.bytes)).toBe(true);
  },
);

test('a part is sent only of the bytes the client began with', async () => {
  const tag = (await get(layer.path)).headers.get('ETag') ?? '';
  expect((await get(layer.path, { Range: 'bytes=0-9', 'If-Range': tag })).status).toBe(206);
  expect((await get(layer.path, { Range: 'bytes=0-9', 'If-Range': '"earlier"' })).status).toBe(200);
});

test('HEAD answers as GET does, without the bytes', async () => {
  for (const { path, bytes } of [extract, layer]) {
    const response = await get(path, {}, 'HEAD');
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Length')).toBe(String(bytes.length));
    expect((await bodyOf(response)).length).toBe(0);
  }
});

test('the basemap is read in ranges', async () => {
  const response = await get('/api/basemap/basemap.pmtiles', { Range: 'bytes=0-126' });
  expect(response.status).toBe(206);
  expect([...(await bodyOf(response))]).toEqual(Array.from({ length: 127 }, (_, i) => i));
});
