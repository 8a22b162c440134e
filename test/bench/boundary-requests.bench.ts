// How many times a second the boundaries of a city can be asked for, at 32 connections. One process serves, this one asks.
import { type ChildProcess, fork } from 'node:child_process';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { makeApp } from '#server/app.ts';
import { openAccounts } from '#server/auth/accounts.ts';
import { enterAs } from '#server/auth/enter.ts';
import { addAccount } from '#server/auth/keep-accounts.ts';
import { openPort } from '#server/commands/open-port.ts';
import { pack } from '#server/extract/packed-file.ts';
import { openRecords } from '#server/store/open-records.ts';
import { systemActing } from '#server/store/record-store.ts';
import { writeStoreIndex, writeWhole } from '#server/store/store-index.ts';
import { temporaryHome } from '#test/server/extract/make-home.ts';

const CONNECTIONS = 32;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
const VERSION = '00112233445566ff';
const PATH = `/api/areas/groups/${VERSION}`;
const PEERS = {
  ours: 'Commonbeat: from memory, brotli made once, all middleware',
  plain: 'Commonbeat, to a client that takes no coding',
  bare: 'bare `node:http` sending the same brotli bytes (the ceiling)',
  compress: 'Hono with `compress()` on each request',
} as const;
type Peer = keyof typeof PEERS;

if (process.send) await serve(process.argv[2] as Peer);
else await measureAll();

async function measureAll() {
  console.log(`GeoJSON of ${Math.round(geojson().length / 1000)} KB, ${CONNECTIONS} connections, ${SECONDS} s each.\n`);
  console.log('| server | requests/s | p50 ms | p99 ms | MB/s on the wire |\n| --- | ---: | ---: | ---: | ---: |');
  for (const peer of Object.keys(PEERS) as Peer[]) {
    const child = fork(fileURLToPath(import.meta.url), [peer]);
    const { port, cookie } = await servedBy(child);
    const coding = peer === 'plain' ? 'identity' : peer === 'compress' ? 'gzip' : 'br';
    const headers = `Accept-Encoding: ${coding}\r\n${cookie === '' ? '' : `Cookie: ${cookie}\r\n`}`;
    await assertWhole(port, coding, cookie);
    await ask(port, headers, 1);
    const { requests, times, bytes } = await ask(port, headers, SECONDS);
    child.kill();
    const at = (part: number) => (times[Math.floor(times.length * part)] ?? 0).toFixed(1);
    const row = [PEERS[peer], Math.round(requests / SECONDS), at(0.5), at(0.99), Math.round(bytes / SECONDS / 1e6)];
    console.log(`| ${row.join(' | ')} |`);
  }
  console.log(
    '\nTarget: 3,000 requests/s with p99 under 50 ms. What limits it: the asking process shares the two cores;',
  );
  console.log('ours and the bare server differ by routing, headers, counting and the stream that a `Response` is.');
}

type Served = { port: number; cookie: string };

function servedBy(child: ChildProcess) {
  return new Promise<Served>((resolve) => child.once('message', (served) => resolve(served as Served))); // sent below
}

async function assertWhole(port: number, coding: string, cookie: string) {
  const headers = { 'Accept-Encoding': coding, Cookie: cookie };
  const response = await fetch(`http://127.0.0.1:${port}${PATH}`, { headers });
  const text = await response.text();
  if (text !== geojson()) throw new Error(`the bytes are not the layer: ${response.status} ${text.slice(0, 100)}`);
}

/** Asks on every connection, one request after the other, by hand: a client library would be what we measure. */
async function ask(port: number, headers: string, seconds: number) {
  const request = Buffer.from(`GET ${PATH} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${headers}\r\n`);
  const until = performance.now() + seconds * 1000;
  const times: number[] = [];
  let bytes = 0;
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => send());
      let started = 0;
      let head = Buffer.alloc(0);
      let tail = Buffer.alloc(0); // of a chunked body, whose end we look for
      let left = -1; // bytes of the body still to come; -1: reading the head
      const send = () => {
        if (performance.now() > until) return socket.end(() => resolve());
        [head, tail, left, started] = [Buffer.alloc(0), Buffer.alloc(0), -1, performance.now()];
        return socket.write(request);
      };
      const done = () => {
        times.push(performance.now() - started);
        send();
      };
      const readBody = (chunk: Buffer) => {
        if (left === Number.POSITIVE_INFINITY) {
          tail = Buffer.concat([tail, chunk]).subarray(-5);
          if (tail.equals(Buffer.from('0\r\n\r\n'))) done();
          return;
        }
        left -= chunk.length;
        if (left <= 0) done();
      };
      socket.on('error', reject).on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (left !== -1) return readBody(chunk);
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        const length = /content-length: (\d+)/i.exec(head.subarray(0, end).toString())?.[1];
        left = length === undefined ? Number.POSITIVE_INFINITY : Number(length);
        readBody(head.subarray(end + 4));
      });
    });
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  return { requests: times.length, times: times.sort((a, b) => a - b), bytes };
}

async function serve(peer: Peer) {
  const bare = async () => ({ port: await serveBare((await pack(Buffer.from(geojson()), 10)).br), cookie: '' });
  process.send?.(peer === 'bare' ? await bare() : await serveApp(peer));
}

async function serveApp(peer: Peer): Promise<Served> {
  if (peer === 'compress') {
    const app = new Hono()
      .use(compress())
      .get(PATH, (c) => c.body(geojson(), 200, { 'Content-Type': 'application/json' }));
    return { port: (await openPort(app.fetch, '127.0.0.1', 0, false)).port, cookie: '' };
  }
  const { home } = await temporaryHome();
  await writeWhole(`${home}/areas/${VERSION}.geojson`, geojson());
  const layer = {
    layer: 'groups',
    title: 'Groups',
    kind: 'group' as const,
    count: 60,
    version: VERSION,
    file: `${VERSION}.geojson`,
  };
  await writeStoreIndex(home, { city: 'Bench', timeZone: 'UTC', sources: [], layers: [layer] });
  const nowLocal = () => '2026-01-01T00:00:00';
  const records = await openRecords({ home, databaseUrl: process.env.DATABASE_URL });
  const secret = 'a secret of the bench, and of it only';
  const accounts = await openAccounts({ records, secret, nowLocal, publicUrl: 'http://127.0.0.1', isDemo: true });
  const app = makeApp({ home, records, accounts, dist: home });
  const reader = {
    name: 'Reader',
    title: '',
    role: 'analyst',
    email: 'r@bench.example',
    unit: null,
    district: null,
  } as const;
  const { person } = await addAccount(accounts, systemActing(nowLocal()), reader);
  const entered = await enterAs(accounts, person.personId, 'bench');
  const cookie = entered?.setCookies[0]?.split(';')[0] ?? '';
  return { port: (await openPort(app.fetch, '127.0.0.1', 0, false)).port, cookie };
}

function serveBare(body: Buffer): Promise<number> {
  const server = createServer((_, response) => {
    response.writeHead(200, {
      'Content-Type': 'application/geo+json',
      'Content-Encoding': 'br',
      'Content-Length': body.length,
    });
    response.end(body);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

/** Sixty rings of 419 uneven vertices, six decimals as cities publish them: about 582 KB. */
function geojson(): string {
  const features = Array.from({ length: 60 }, (_, at) => {
    const ring = Array.from({ length: 420 }, (_, i) => {
      const angle = (i / 419) * 2 * Math.PI;
      const radius = 0.02 + 0.004 * Math.sin(7 * angle + at) + 0.001 * Math.sin(91.7 * angle * at);
      const point = i === 419 ? [0.02, 0] : [radius * Math.cos(angle), radius * Math.sin(angle)];
      return point.map((value, axis) => Number((value + (axis ? 35.5 : -82.5) + at * 0.01).toFixed(6)));
    });
    const properties = { areaId: `g${at}`, name: `Neighborhood ${at}`, kind: 'group', groupKind: 'association' };
    return { type: 'Feature', id: `g${at}`, properties, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}
