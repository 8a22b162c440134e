import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CALLS_HEADER } from '#data/demo/calls.ts';
import { freePort } from '#test/fixture/free-port.ts';
import { openBrowser, SIZES, type WatchedPage, watchedPage } from './browser.ts';
import { demoHome } from './demo-home.ts';
import { type ServedCity, serveCity } from './served-city.ts';
import { type WallLooks, wallLooksScript } from './wall-looks-script.ts';

/** A wall in the demo city, whose feed, database and server are taken away one after the other. It is never loaded anew. */
let home: string;
let folder: string;
let port: number;
let city: ServedCity;
let browser: Browser;
let wall: WatchedPage;

const serve = () =>
  serveCity(['--demo', '--home', home, '--port', String(port), '--watch', folder, '--source', 'demo']);
const foot = () => wall.getByRole('contentinfo');
const PATIENCE = { timeout: 120_000 };

beforeAll(async () => {
  [home, port] = await Promise.all([demoHome('wall'), freePort()]);
  folder = join(home, 'calls-in');
  await mkdir(folder);
  [city, browser] = await Promise.all([serve(), openBrowser()]);
  wall = await watchedPage(browser, city.address, { viewport: SIZES.wall });
  await wall.goto(`${city.address}/wall?pages=city&pause=hold`);
  await wall.getByRole('button', { name: 'Show the demo’s wall without pairing' }).click();
  await wall.getByText('3 unusual').waitFor(PATIENCE);
  await wall.evaluate(() => Object.assign(globalThis, { sameWall: true }));
});
afterAll(async () => {
  expect(await wall.evaluate(() => 'sameWall' in globalThis)).toBe(true);
  await browser?.close();
  await city?.stop();
  await rm(home, { recursive: true, force: true });
});

/** Until words come to stand on the wall, for however short: whoever looks now and then can miss them. */
const beingSaid = (words: string) =>
  wall.evaluate(
    (said) =>
      new Promise<void>((done) => {
        const seen = new MutationObserver(() => {
          if (!document.body.innerText.includes(said)) return;
          seen.disconnect();
          done();
        });
        seen.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    words,
  );

/** Lays a file into the folder as a feed does: under another name until it is whole. */
async function drop(name: string, text: string): Promise<void> {
  const whole = join(folder, name);
  await writeFile(`${whole}.part`, text);
  await rename(`${whole}.part`, whole);
}

const demoCalls = async (): Promise<string[]> => (await readFile(join(home, 'demo', 'calls.csv'), 'utf8')).split('\n');

const SCREENS = {
  '1080p': { width: 1920, height: 1080, u: 1 },
  '4k': { width: 3840, height: 2160, u: 2 },
  upright: { width: 1080, height: 1920, u: 1 },
} as const;

// Taken anew with COMMONBEAT_WRITE=1: city, a district, an alert, trends and what is overdue; the city and an alert at the others.
const PICTURES = [
  '1080p-1',
  '1080p-2',
  '1080p-5',
  '1080p-8',
  '1080p-10',
  '1080p-11',
  '4k-1',
  '4k-5',
  'upright-1',
  'upright-5',
  'upright-10',
].map((name) => `docs/wall/${name}.png`);
test.each(Object.entries(SCREENS))(
  '%s: every page is large enough, clear and whole, and names nobody',
  async (name, { u, ...viewport }) => {
    const looked = await watchedPage(browser, city.address, {
      viewport,
      storageState: await wall.context().storageState(),
    });
    const { people } = await (await wall.request.get(`${city.address}/api/welcome`)).json();
    const surnames: string[] = people.map((person: { name: string }) => person.name.split(' ').at(-1));
    expect(surnames.length).toBeGreaterThan(15);
    await looked.goto(`${city.address}/wall?pause=hold`);
    await looked
      .locator('main svg path')
      .first()
      .waitFor({ state: 'attached', ...PATIENCE });
    await looked.keyboard.press(' ');
    await looked.evaluate(await wallLooksScript());
    const seen: string[] = [];
    const here = async () => String(await looked.getByRole('img', { name: /^Page \d+ of/ }).getAttribute('aria-label'));
    for (;;) {
      const page = await here();
      if (page === seen[0]) break;
      seen.push(page);
      await looked.evaluate(() => document.fonts.ready);
      const found = await looked.evaluate((least) => {
        const { wallLooks } = globalThis as unknown as { wallLooks: WallLooks }; // put there by the script
        const section = document.querySelector('main > section');
        const foot = document.querySelector('footer');
        if (!section || !foot) throw new Error('no page is shown');
        const words = [...wallLooks.wordsOn(section), ...wallLooks.wordsOn(foot)];
        return {
          text: words.map(({ text }) => text).join(' '),
          small: words.filter(({ size }) => size < least - 0.01).map(({ text, size }) => `${text} ${size}`),
          cut: [...wallLooks.cutWords(section), ...wallLooks.cutWords(foot)],
          overlapping: wallLooks.overlappingWords(section),
          faint: [...wallLooks.faintWords(section), ...wallLooks.faintWords(foot)],
          colored: wallLooks.redsAndGreens(section),
          scrolls: document.documentElement.scrollHeight > innerHeight,
        };
      }, 37 * u);
      const { text, ...faults } = found;
      expect({ page, ...faults }).toEqual({
        ...{ page, small: [], cut: [], overlapping: [], faint: [], colored: [], scrolls: false },
      });
      expect(
        surnames.filter((surname) => new RegExp(`\\b${surname}\\b`).test(text)),
        page,
      ).toEqual([]);
      expect(text).not.toMatch(/\d+ (blk|block)\b|@|\bC-\d+|\bR-\d+/i);
      const picture = `docs/wall/${name}-${seen.length}.png`;
      if (PICTURES.includes(picture) && process.env.COMMONBEAT_WRITE) await looked.screenshot({ path: picture });
      await looked.keyboard.press('ArrowRight');
      await expect.poll(here).not.toBe(page);
    }
    expect(seen.length).toBeGreaterThan(9);
    expect(looked.foreign).toEqual([]);
    expect(looked.faults).toEqual([]);
    await looked.context().close();
  },
);

test('a call file laid into the folder changes the wall, which is not loaded anew', async () => {
  await wall.getByText('14', { exact: true }).waitFor();
  const again = (await demoCalls()).filter(
    (row) => /,2026-12-(0[7-9]|1[0-3]) /.test(row) && /,THEFT (FROM VEHICLE|OF VEHICLE PARTS),/.test(row),
  );
  const began = performance.now();
  await drop('more.csv', [CALLS_HEADER.trim(), ...again.map((row) => row.replace(/^A/, 'Z'))].join('\n'));
  await wall.getByText('28', { exact: true }).waitFor(PATIENCE);
  console.log(
    `a file of ${again.length} calls stood on the wall after ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
});

test('a file that is refused is told at the foot, and the figures stay; the next good file ends it', async () => {
  await drop('not-calls.csv', 'this is, not a file\nof,calls\n');
  await foot().getByText('Last call file refused').waitFor(PATIENCE);
  await wall.getByText('28', { exact: true }).waitFor();
  const call = (await demoCalls())[100] ?? '';
  await drop('one-more.csv', [CALLS_HEADER.trim(), call.replace(/^A/, 'Y')].join('\n'));
  await foot()
    .getByText('Last call file refused')
    .waitFor({ ...PATIENCE, state: 'hidden' });
});

test('with the database killed the wall says that its records are old, and goes on when it is back', async () => {
  const pid = Number((await readFile(join(home, 'records', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  const isSaid = beingSaid('The records cannot be read');
  process.kill(pid, 'SIGKILL');
  await isSaid;
  await wall.getByText('28', { exact: true }).waitFor();
  await wall.getByText('The records cannot be read').waitFor({ ...PATIENCE, state: 'hidden' });
});

test('with the server killed the wall keeps what it knew and says since when; it goes on by itself', async () => {
  await city.kill();
  await wall.getByText(/No word from the server since \d+:\d\d am/).waitFor(PATIENCE);
  await wall.getByText('28', { exact: true }).waitFor();
  city = await serve();
  await wall.getByText(/No word from the server/).waitFor({ ...PATIENCE, state: 'hidden' });
  await expect.poll(() => foot().getByRole('time').isVisible(), PATIENCE).toBe(true);
});

test('it starts without a server, and shows what it showed last', async () => {
  await city.kill();
  const other = await wall.context().newPage();
  await other.goto(`${city.address}/wall`);
  await other.getByText(/No word from the server since/).waitFor(PATIENCE);
  await other.getByText('28', { exact: true }).waitFor();
  await other.close();
  city = await serve();
});
