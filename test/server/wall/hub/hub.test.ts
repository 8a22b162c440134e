import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { systemActing } from '#server/store/record-store.ts';
import { person } from '#server/store/tables/people.ts';
import type { Hearing } from '#test/fixture/hear-stream.ts';
import { freshStore, NOW } from '#test/fixture/record-desk.ts';
import { boardsOf, pulsesOf, servedHub } from './served-hub.ts';

const records = await freshStore();
const served = await servedHub(records);
const { hub } = served;
const wall = await served.enter();

const LISTENER = `datname = current_database() and query in ('listen commonbeat_record', 'select 1')`;
const listeners = async (): Promise<number> =>
  (await records.pool.query(`select from pg_stat_activity where ${LISTENER}`)).rowCount ?? 0;

const hearings: Hearing[] = [];
const hear = async (headers: Record<string, string> = {}, cookie = wall) => {
  const hearing = await served.hear(cookie, headers);
  hearings.push(hearing);
  return hearing;
};
afterEach(async () => {
  for (const hearing of hearings.splice(0)) hearing.close();
  await expect.poll(() => hub.counts().streams).toBe(0);
});

test('a wall is told at once that the server lives, then what to show, and from then on that it lives', async () => {
  const hearing = await hear();
  await expect.poll(() => boardsOf(hearing)).toHaveLength(1);
  await expect.poll(() => pulsesOf(hearing).length).toBeGreaterThan(3);
  const board = boardsOf(hearing)[0]?.board;
  expect(pulsesOf(hearing).at(-1)).toMatchObject({ board, database: 'ok', feed: 'none' });
  expect(hearing.events.find(({ event }) => event === 'board')?.id).toBe(board);
  expect(Object.fromEntries(hearing.headers)).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'private, no-store, no-transform',
    'x-accel-buffering': 'no',
  });
});

test('a change of a record arrives, and a burst of them is read once', async () => {
  const others = await listeners();
  const patient = await servedHub(records, { pace: { quiet: 1_000, longest: 10_000, linger: 0 } });
  const hearing = await patient.hear(wall);
  await expect.poll(() => boardsOf(hearing)).toHaveLength(1);
  const before = patient.reads.count;
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map((key) => patient.change(key)));
  await expect.poll(() => boardsOf(hearing).at(-1)?.records.duties[0]?.count, { timeout: 15_000 }).toBe(5);
  expect(patient.reads.count - before).toBe(1);
  hearing.close();
  await expect.poll(listeners).toBe(others);
});

test('a manifest that another process cut arrives', async () => {
  const hearing = await hear();
  await served.cut('another');
  await expect.poll(() => boardsOf(hearing).at(-1)?.city).toBe('another');
});

test('another day arrives, though nothing else changed', async () => {
  const hearing = await hear();
  await expect.poll(() => boardsOf(hearing)).toHaveLength(1);
  served.setClock('2027-01-05T00:00:03');
  await expect.poll(() => boardsOf(hearing).at(-1)?.records.quarter).toBe('2027-01-05');
});

test('no board is sent where a change left it as it was', async () => {
  const hearing = await hear();
  await expect.poll(() => boardsOf(hearing)).toHaveLength(1);
  const before = hub.counts().reads;
  served.setClock('2027-01-05T00:00:09');
  hub.tell();
  await expect.poll(() => hub.counts().reads).toBeGreaterThan(before);
  const beats = pulsesOf(hearing).length;
  await expect.poll(() => pulsesOf(hearing).length).toBeGreaterThan(beats + 1);
  expect(boardsOf(hearing)).toHaveLength(1);
});

test('a wall that comes back with the present board is sent none', async () => {
  const { board } = await hub.board();
  const hearing = await hear({ 'Last-Event-ID': board.board });
  await expect.poll(() => pulsesOf(hearing).length).toBeGreaterThan(2);
  expect(boardsOf(hearing)).toEqual([]);
  const other = await hear({ 'Last-Event-ID': 'an older one' });
  await expect.poll(() => boardsOf(other)).toHaveLength(1);
});

test('kinds that no board tells of are not read for', async () => {
  await hub.board();
  const before = hub.counts().reads;
  await records.pool.query(
    `select pg_notify('commonbeat_record', 'session'), pg_notify('commonbeat_record', 'hand_out_draft')`,
  );
  const hearing = await hear();
  await expect.poll(() => pulsesOf(hearing).length).toBeGreaterThan(3);
  expect(hub.counts().reads).toBe(before);
});

test('a lost connection to the database is opened again, and what changed meanwhile arrives', async () => {
  const hearing = await hear();
  await expect.poll(() => boardsOf(hearing)).toHaveLength(1);
  const killed = await records.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${LISTENER}`);
  expect(killed.rowCount).toBeGreaterThan(0);
  await served.change('while nobody heard');
  await expect.poll(() => boardsOf(hearing).at(-1)?.records.duties[0]?.count).toBe(6);
  await served.change('after');
  await expect.poll(() => boardsOf(hearing).at(-1)?.records.duties[0]?.count).toBe(7);
});

test('one revoked is told so and its stream ends; the others go on', async () => {
  const chief = await served.enter('p-ruiz');
  const [one, other] = [await hear(), await hear({}, chief)];
  await expect.poll(() => boardsOf(one).length + boardsOf(other).length).toBe(2);
  hub.revoke('p-desk');
  await expect.poll(one.isOver).toBe(true);
  expect(one.events.at(-1)?.event).toBe('revoked');
  const beats = pulsesOf(other).length;
  await expect.poll(() => pulsesOf(other).length).toBeGreaterThan(beats);
  expect(other.isOver()).toBe(false);
});

test('somebody whose account is closed is told so within moments', async () => {
  const hearing = await hear({}, await served.enter('p-hale'));
  await expect.poll(() => boardsOf(hearing)).toHaveLength(1);
  await records.as(systemActing(NOW), async (tx) => {
    await tx.update(person).set({ isActive: false }).where(eq(person.personId, 'p-hale'));
  });
  await expect.poll(hearing.isOver).toBe(true);
  expect(hearing.events.at(-1)?.event).toBe('revoked');
});

test('of one person the oldest of too many streams ends, and nobody else’s', async () => {
  const other = await hear({}, await served.enter('p-ruiz'));
  const oldest = await hear();
  for (let n = 1; n < 24; n++) await hear();
  await expect.poll(() => hub.counts().streams).toBe(25);
  expect(oldest.isOver()).toBe(false);
  const newest = await hear();
  await expect.poll(oldest.isOver).toBe(true);
  expect(oldest.events.map(({ event }) => event)).not.toContain('revoked');
  await expect.poll(() => pulsesOf(newest).length).toBeGreaterThan(1);
  expect(hearings.filter(({ isOver }) => isOver())).toEqual([oldest]);
  expect(other.isOver()).toBe(false);
  expect(hub.counts().streams).toBe(25);
});

test('a session that ended ends its stream without a word, so that the wall comes back with a new one', async () => {
  const cookie = await served.enter();
  const hearing = await hear({}, cookie);
  await expect.poll(() => boardsOf(hearing)).toHaveLength(1);
  await fetch(`${served.address}/api/session`, { method: 'DELETE', headers: { cookie, origin: served.address } });
  await expect.poll(hearing.isOver, { timeout: 5_000 }).toBe(true);
  expect(hearing.events.map(({ event }) => event)).not.toContain('revoked');
});

test('a thousand walls that came and went leave nothing behind', async () => {
  await hear();
  const open = () => new Promise<number>((resolve) => served.server.getConnections((_, count) => resolve(count)));
  const kinds = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const cookies = await Promise.all(['p-ruiz', 'p-vance', 'p-okafor', 'p-whitlock'].map((id) => served.enter(id)));
  const come = async (at: number) => {
    const stop = new AbortController();
    const response = await fetch(`${served.address}/api/wall/stream`, {
      headers: { cookie: cookies[at % cookies.length] ?? '' }, // of one person only so many stay
      signal: stop.signal,
    });
    await response.body?.getReader().read();
    stop.abort();
  };
  await come(0);
  await expect.poll(() => hub.counts().streams).toBe(1);
  const before = { connections: await open(), timers: kinds() };
  for (let round = 0; round < 50; round++) await Promise.all(Array.from({ length: 20 }, (_, at) => come(at)));
  await expect.poll(() => hub.counts().streams, { timeout: 10_000 }).toBe(1);
  await expect.poll(open).toBeLessThanOrEqual(before.connections);
  await expect.poll(kinds).toBeLessThanOrEqual(before.timers + 2);
  expect(await listeners()).toBe(1);
}, 60_000);

test('while nobody looks it sleeps: it listens to nothing, and reads when the next wall comes', async () => {
  const before = await listeners();
  const sleepy = await servedHub(records, { pace: { linger: 0 } });
  const hearing = await sleepy.hear(wall);
  await expect.poll(() => boardsOf(hearing)).toHaveLength(1);
  await expect.poll(listeners).toBe(before + 1);
  hearing.close();
  await expect.poll(() => sleepy.hub.counts().isAwake).toBe(false);
  await expect.poll(listeners).toBe(before);
  await sleepy.cut('while it slept');
  const next = await sleepy.hear(wall);
  await expect.poll(() => boardsOf(next).map(({ city }) => city)).toEqual(['while it slept']);
});

test('a wall that takes nothing is cut off, and nothing gathers behind it', async () => {
  const impatient = await servedHub(records, { pace: { patience: 300 } });
  const { port } = new URL(impatient.address);
  const socket = connect(Number(port), '127.0.0.1').pause();
  socket.on('error', () => undefined);
  const behind = new Promise<Socket>((resolve) => impatient.server.once('connection', resolve));
  socket.write(
    `GET /api/wall/stream HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${await impatient.enter()}\r\n\r\n`,
  );
  const served = await behind;
  const large = 4_000_000; // more than the operating system keeps for one connection
  let most = 0;
  for (let at = 0; !served.destroyed; at++) {
    await impatient.cut(`${at}${'x'.repeat(large)}`);
    await sleep(100);
    most = Math.max(most, served.writableLength);
  }
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThan(2 * large);
  await expect.poll(() => impatient.hub.counts().streams).toBe(0);
  socket.destroy();
}, 30_000);
