import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { WallPulse } from '#data/schema/wall.ts';
import { typicalBoard } from '#test/fixture/wall-board.ts';
import { openBrowser } from '#test/journey/browser.ts';
import type { LinkPage } from './link-page/page.ts';
import { type LinkServer, serveLink } from './link-server.ts';

declare global {
  var linkPage: LinkPage; // in the page
}

const PULSE: WallPulse = {
  ...{ clockLocal: '2026-12-14T07:42:00', board: 'a', database: 'ok', feed: 'ok', build: 'b' },
};
const SILENCE = 45_000;
const ANSWER = 10_000;
const LONG = 3_600_000;

let browser: Browser;
let server: LinkServer;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), serveLink()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.leave();
});
/** The page's clock stands, and runs only when it is told to. */
beforeEach(async () => {
  Object.assign(server.manners, { stream: 200, head: 200 });
  page = await browser.newPage();
  await page.clock.install({ time: 0 });
  await page.goto(server.address);
  await page.waitForFunction(() => 'linkPage' in globalThis);
  await page.clock.pauseAt(LONG);
});
afterEach(() => page.close());

const pass = (ms: number) => page.clock.fastForward(ms);
const heard = () => page.evaluate(() => linkPage.heard);
const waits = () => page.evaluate(() => linkPage.waits());
const said = async (which: string) => (await heard()).filter(([each]) => each === which).length;
const openLink = () => page.evaluate(() => linkPage.open());
const isListening = () => expect.poll(server.open).toBe(1);

/** It listens, and hears one pulse more: so many by now. */
async function expectHeard(pulses: number) {
  await isListening();
  server.say('pulse', PULSE);
  await expect.poll(() => said('pulse')).toBe(pulses);
}

/** Open, heard, and waiting for what the server says next. */
async function listening() {
  await openLink();
  await expectHeard(1);
}

/** Set to listen again, after about a second that doubles with each try and is spread by a quarter, at most half a minute. */
async function expectWait(tries: number) {
  const middle = Math.min(30_000, 1000 * 2 ** tries);
  await expect
    .poll(waits)
    .toSatisfy((all: number[]) => all.length === 1 && Math.abs((all[0] ?? 0) / middle - 1) <= 0.25);
  const [wait = 0] = await waits();
  return Math.ceil(wait) + 1;
}

/** For good: no timer is set, nothing is open, and nothing is asked, however long one waits. */
async function expectSilence() {
  expect(await waits()).toEqual([]);
  await expect.poll(server.open).toBe(0);
  const [listened, asked] = [server.listened(), server.asked()];
  await pass(LONG);
  expect([server.listened(), server.asked()]).toEqual([listened, asked]);
}

test('a board and a pulse are handed on as they came', async () => {
  await openLink();
  await isListening();
  server.say('board', typicalBoard);
  server.say('pulse', PULSE);
  await expect.poll(heard).toEqual([
    ['board', typicalBoard],
    ['pulse', PULSE],
  ]);
});

test('words of another build are told as such, and the stream is kept', async () => {
  await listening();
  const listened = server.listened();
  server.say('board', { ...typicalBoard, city: 7 });
  server.say('pulse', 'a beat');
  await expect.poll(() => said('unknown words')).toBe(2);
  expect(server.listened()).toBe(listened);
  expect(await said('board')).toBe(0);
  server.say('board', typicalBoard);
  await expect.poll(() => said('board')).toBe(1);
});

test('a stream that breaks while the server is there is listened to again, later each time, until a pulse comes', async () => {
  await listening();
  for (const tries of [0, 1, 2]) {
    server.breakStreams();
    await pass(await expectWait(tries));
    await isListening();
    await expect.poll(waits).toEqual([SILENCE]);
  }
  await expectHeard(2);
  server.breakStreams();
  await pass(await expectWait(0));
  await isListening();
  expect(await said('lost')).toBe(0);
});

test.each([401, 403])('a server that answers %i is told once, and not asked again', async (status) => {
  await listening();
  Object.assign(server.manners, { stream: status, head: status });
  server.breakStreams();
  await expect.poll(() => said('out')).toBe(1);
  await expectSilence();
  expect(await said('out')).toBe(1);
  expect(await said('lost')).toBe(0);
});

test('a server that is not ready is lost, and is asked again with waits that grow to half a minute', async () => {
  Object.assign(server.manners, { stream: 503, head: 503 });
  await openLink();
  for (let tries = 0; tries < 8; tries++) {
    const wait = await expectWait(tries);
    expect(await said('lost')).toBe(tries + 1);
    await pass(wait);
    await expect.poll(() => said('lost')).toBe(tries + 2);
  }
  Object.assign(server.manners, { stream: 200, head: 200 });
  await pass(await expectWait(8));
  await expectHeard(1);
});

test('a server that is gone is lost, and listened to when it is back', async () => {
  await listening();
  await server.leave();
  for (const tries of [0, 1, 2]) {
    await expect.poll(() => said('lost')).toBe(tries + 1);
    await pass(await expectWait(tries));
  }
  await expect.poll(() => said('lost')).toBe(4);
  await server.comeBack();
  await pass(await expectWait(3));
  await expectHeard(2);
});

test('a server that takes the question and says nothing is lost after ten seconds', async () => {
  await listening();
  const asked = server.asked();
  server.manners.head = 'says nothing';
  server.breakStreams();
  await expect.poll(server.asked).toBe(asked + 1);
  await expect.poll(waits).toEqual([ANSWER]);
  await pass(ANSWER - 1);
  expect(await said('lost')).toBe(0);
  await pass(1);
  await expect.poll(() => said('lost')).toBe(1);
  await expect.poll(server.open).toBe(0);
  await expectWait(0);
});

test('a stream that says nothing for 45 seconds is given up, and the server is asked', async () => {
  await listening();
  const asked = server.asked();
  await pass(SILENCE - 1);
  await expectHeard(2);
  await pass(SILENCE - 1);
  expect(await waits()).toEqual([SILENCE]);
  expect(server.asked()).toBe(asked);
  await pass(1);
  await expect.poll(server.asked).toBe(asked + 1);
  await expect.poll(server.open).toBe(0);
  await pass(await expectWait(0));
  await isListening();
});

test('a screen that was removed is told so and never listens again', async () => {
  await listening();
  server.say('revoked', {});
  await expect.poll(() => said('revoked')).toBe(1);
  await expectSilence();
  expect((await heard()).map(([which]) => which)).toEqual(['pulse', 'revoked']);
});

test('closed while it listens, while it asks or while it waits, it leaves no timer and nothing open', async () => {
  const close = () => page.evaluate(() => linkPage.close());
  await listening();
  await close();
  await expectSilence();

  Object.assign(server.manners, { stream: 503, head: 'says nothing' });
  await openLink();
  await expect.poll(server.open).toBe(1);
  await close();
  await expect.poll(waits).toEqual([]);
  await expectSilence();

  server.manners.head = 503;
  await openLink();
  await expectWait(0);
  await close();
  await expectSilence();
  expect(await said('lost')).toBe(1);
});
