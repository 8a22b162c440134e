import { chmodSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { run } from '#server/commands/program.ts';
import { readCurrent } from '#server/extract/manifest-files.ts';
import { readStoreIndex, writeStoreIndex } from '#server/store/store-index.ts';
import { callFile, feedTown } from '#test/fixture/feed-town.ts';
import { hearStream } from '#test/fixture/hear-stream.ts';
import { fillHome, temporaryHome } from '#test/server/extract/make-home.ts';
import { lineOf, runCli, startCli } from './run-cli.ts';

let made: Awaited<ReturnType<typeof temporaryHome>>;
beforeAll(async () => {
  made = await temporaryHome();
  await fillHome(made.home);
});
afterAll(() => made.remove());

const serve = (...words: string[]) => startCli('serve', '--no-build', '--home', made.home, ...words);
const ended = (child: ReturnType<typeof serve>) =>
  new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));

const FIRST = { name: 'Max First', email: 'max@department.example', password: 'a sentence to keep' };
const ANALYST = {
  name: 'Ada',
  title: '',
  email: 'ada@department.example',
  role: 'analyst',
  unit: null,
  district: null,
};

const post = (url: string, body: unknown, cookie = '') =>
  fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json', cookie }, body: JSON.stringify(body) });
const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

/** An analyst signed in: made by the first administrator where there is none yet. */
async function signedInReader(address: string) {
  const first = await post(`${address}/api/first-run`, FIRST);
  const administrator = cookieOf(first.ok ? first : await post(`${address}/api/session`, FIRST_CREDENTIALS));
  const email = `ada-${Math.round(performance.now())}@department.example`;
  const made = await post(`${address}/api/accounts`, { ...ANALYST, email }, administrator);
  const { password } = await made.json();
  const response = await post(`${address}/api/session`, { email, password });
  return { cookie: cookieOf(response), session: await response.json() };
}
const FIRST_CREDENTIALS = { email: FIRST.email, password: FIRST.password };

test('serve cuts the store, says where it is, answers, and stops when told', async () => {
  const child = serve('--port', '0');
  const line = await lineOf(child, /Commonbeat is at/);
  expect(line).toMatch(/^Commonbeat is at http:\/\/127\.0\.0\.1:\d+ \(Testville\)\. Stop with Ctrl\+C\.$/);
  const address = /http:\S+/.exec(line)?.[0];
  expect((await fetch(`${address}/api/session`)).status).toBe(401);
  expect(await (await fetch(`${address}/api/welcome`)).json()).toMatchObject({
    city: 'Testville',
    demo: false,
    firstRun: true,
  });
  const { cookie, session } = await signedInReader(address ?? '');
  expect(session).toMatchObject({ role: 'analyst', releaseLevel: 'restricted', demo: false });
  expect((await fetch(`${address}/api/session`, { headers: { cookie } })).status).toBe(200);
  expect((await post(`${address}/api/first-run`, FIRST)).status).toBe(409); // once
  expect(session.nowLocal).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/);
  const exit = ended(child);
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
});

test('calls taken in while it serves reach the manifest without a new start', async () => {
  const child = serve('--port', '0', '--json');
  const { address } = JSON.parse(await lineOf(child, /address/));
  const { cookie } = await signedInReader(address);
  const manifest = async () => (await fetch(`${address}/api/manifest`, { headers: { cookie } })).json();
  const before = await manifest();
  const index = await readStoreIndex(made.home);
  await writeStoreIndex(made.home, { ...index, city: 'Testville by the sea' });
  await expect.poll(async () => (await manifest()).city, { timeout: 20_000 }).toBe('Testville by the sea');
  expect((await manifest()).manifest).not.toBe(before.manifest);
  await writeStoreIndex(made.home, index);
  const exit = ended(child);
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
});

test('a call file that comes to the folder it watches reaches the manifest by itself', async () => {
  const { home, folder, profile, put } = await feedTown();
  chmodSync(home, 0o711); // the database in it runs as an ordinary user
  const child = startCli(
    'serve',
    '--no-build',
    '--home',
    home,
    '--port',
    '0',
    '--json',
    '--watch',
    folder,
    '--source',
    profile,
  );
  await lineOf(child, /address/);
  const rows = async () => (await readCurrent(home, 'public'))?.rows;
  put('a.csv', callFile(0, 10));
  await expect.poll(rows, { timeout: 60_000 }).toBe(10);
  put('b.csv', callFile(10, 25));
  await expect.poll(rows, { timeout: 60_000 }).toBe(25);
  const exit = ended(child);
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
});

test('told to stop as soon as it says where it is, it ends in order and leaves no database running', async () => {
  const child = serve('--port', '0');
  await lineOf(child, /Commonbeat is at/);
  const exit = ended(child);
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
  expect(existsSync(join(made.home, 'records', 'postmaster.pid'))).toBe(false);
});

test('a stop waits for the answer under way, and ends the streams of walls', async () => {
  const child = serve('--port', '0', '--json');
  const { address } = JSON.parse(await lineOf(child, /address/));
  const { cookie } = await signedInReader(address);
  const { extracts } = await (await fetch(`${address}/api/manifest`, { headers: { cookie } })).json();
  const answer = await fetch(`${address}/api/extracts/${extracts[1].file}`, { headers: { cookie } });
  const stream = await hearStream(`${address}/api/wall/stream`, { cookie });
  await expect.poll(() => stream.events.map(({ event }) => event)).toContain('board');
  const exit = ended(child);
  child.kill('SIGINT');
  expect((await answer.arrayBuffer()).byteLength).toBe(extracts[1].bytes);
  expect(await exit).toBe(0);
  expect({ isOver: stream.isOver(), isCut: stream.isCut() }).toEqual({ isOver: true, isCut: false });
});

test('a taken port is an error when it was asked for by number', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => holder.once('listening', resolve));
  const address = holder.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { code, err } = await runCli('serve', '--no-build', '--home', made.home, '--port', String(port));
  holder.close();
  expect(code).toBe(1);
  expect(err).toMatch(new RegExp(`^commonbeat: port ${port} is taken`));
});

test.each([
  [['--host', '0.0.0.0'], /--host 0\.0\.0\.0 needs COMMONBEAT_URL.*proxy serves it with TLS/],
  [['--demo', '--host', '0.0.0.0'], /--host 0\.0\.0\.0 is refused: whoever reaches a demo enters it/],
  [['--role', 'officer'], /--role is for the demo/],
  [['--now', '2027-01-04T09:00'], /--now is for the demo/],
  [['--demo', '--now', 'tomorrow'], /a moment is a day and a time of the city, like 2027-01-04T09:00/],
  [['--demo', '--now', '2027-02-30T09:00'], /a moment is a day and a time/],
  [['--role', 'mayor'], /mayor.*is invalid.*analyst/],
  [['--watch', '/no/such', '--source', 'demo'], /--watch \/no\/such: there is no such folder/],
  [['--watch', '.'], /--watch needs --source/],
  [['--source', 'demo'], /--source and --poll go with --watch/],
  [['--port', 'http'], /a port is a whole number/],
  [['--colour'], /unknown option '--colour'/],
])('serve %s is a usage error, said in one line', async (words, expected) => {
  let said = '';
  const hear = (text: unknown) => {
    said += String(text);
    return true;
  };
  const spies = [
    vi.spyOn(process.stderr, 'write').mockImplementation(hear),
    vi.spyOn(console, 'error').mockImplementation(hear),
  ];
  const code = await run(['serve', '--no-build', '--home', made.home, ...words]);
  for (const spy of spies) spy.mockRestore();
  expect(code).toBe(2);
  expect(said.trim()).toMatch(expected);
  expect(said.trim().split('\n')).toHaveLength(1);
});
