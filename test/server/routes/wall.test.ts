import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WallBoard } from '#data/schema/wall.ts';
import { openPort } from '#server/commands/open-port.ts';
import { aScreen, postJson } from '#test/fixture/a-screen.ts';
import { aFiling } from '#test/fixture/concern-town.ts';
import { type Heard, type Hearing, hearStream } from '#test/fixture/hear-stream.ts';
import { type ServedHome, serveHome } from './serve-home.ts';

let served: ServedHome;
let server: Server;
let stream: string;
beforeAll(async () => {
  served = await serveHome();
  const opened = await openPort(served.app.fetch, '127.0.0.1', 0, true);
  server = opened.server;
  stream = `http://127.0.0.1:${opened.port}/api/wall/stream`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await served.remove();
});

const hear = (cookie: string) => hearStream(stream, { cookie });
const kinds = ({ events }: Hearing) => events.map(({ event }) => event);
const lastBoard = ({ events }: Hearing) =>
  events.findLast(({ event }: Heard) => event === 'board')?.data as WallBoard | undefined; // as the schema of the first test holds it

/** A screen as an administrator pairs it. */
async function paired() {
  const screen = await aScreen(served.app);
  const { code, deviceId } = await screen.ask();
  const response = await served
    .appFor('administrator')
    .request('/api/wall-device-pairings', postJson({ code, name: 'Briefing room' }));
  expect(response.status).toBe(201);
  return { deviceId, cookie: String(await screen.enter(deviceId)) };
}

test('the board is read whole, and not again where one has it', async () => {
  const ask = (headers = {}) => served.appFor('wall').request('/api/wall/board', { headers });
  const first = await ask();
  const board = WallBoard.parse(await first.json());
  expect(board.city).toBe('Testville');
  expect(first.headers.get('ETag')).toBe(`"${board.board}"`);
  const again = await ask({ 'If-None-Match': `"${board.board}"` });
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect((await ask({ 'If-None-Match': '"another"' })).status).toBe(200);
});

test('a concern that somebody files is on the wall of a paired screen', async () => {
  const { cookie } = await paired();
  const wall = await hear(cookie);
  await expect.poll(() => lastBoard(wall)?.records.duties.length).toBe(4);
  const open = () => lastBoard(wall)?.records.duties.find(({ kind }) => kind === 'concerns')?.of;
  const before = open() ?? 0;
  const filed = await served
    .appFor('officer')
    .request('/api/records/concerns', postJson(aFiling({ heardAt: '2025-01-01T07:30:00', place: null })));
  expect(filed.status).toBe(201);
  await expect.poll(open).toBe(before + 1);
  wall.close();
});

test('a screen that an administrator removes is told so, and its stream ends in order', async () => {
  const [one, other] = [await paired(), await paired()];
  const [wall, stays] = [await hear(one.cookie), await hear(other.cookie)];
  await expect.poll(() => [...kinds(wall), ...kinds(stays)].filter((kind) => kind === 'board')).toHaveLength(2);
  await served.appFor('administrator').request(`/api/wall-devices/${one.deviceId}`, { method: 'DELETE' });
  await expect.poll(wall.isOver).toBe(true);
  expect(kinds(wall).at(-1)).toBe('revoked');
  expect(wall.isCut()).toBe(false);
  expect(stays.isOver()).toBe(false);
  expect((await hear(one.cookie)).status).toBe(401);
  stays.close();
});

test('what the walls cost is told to who watches the server', async () => {
  const wall = await hear(served.cookies.wall);
  await expect.poll(() => kinds(wall)).toContain('board');
  await expect
    .poll(async () => (await served.appFor('administrator').request('/metrics')).text())
    .toMatch(/^wall_streams 1$/m);
  const metrics = await (await served.appFor('administrator').request('/metrics')).text();
  expect(metrics).toMatch(/^wall_boards_sent_total [1-9]/m);
  expect(metrics).toMatch(/^wall_board_reads_failed_total 0$/m);
  wall.close();
});

test('who asks only for the head of the stream takes no place', async () => {
  const head = await fetch(stream, { method: 'HEAD', headers: { cookie: served.cookies.wall } });
  expect(head.headers.get('Content-Type')).toMatch(/^text\/event-stream/);
  await expect.poll(() => served.options.hub?.counts().streams).toBe(0);
});
