import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CATEGORIES } from '#data/codes/categories.ts';
import { openBrowser, SIZES, signInAs, type WatchedPage, watchedPage } from './browser.ts';
import { demoHome } from './demo-home.ts';
import { type ServedCity, serveCity } from './served-city.ts';

type Truth = { lastWeek: { areaId: string; category: string; observed: number; verdict: string }[] };

let home: string;
let city: ServedCity;
let browser: Browser;
let page: WatchedPage;

beforeAll(async () => {
  home = await demoHome('journey');
  [city, browser] = await Promise.all([serveCity(['--demo', '--home', home]), openBrowser()]);
  page = await watchedPage(browser, city.address, { acceptDownloads: true });
  await signInAs(page, city.address, 'analyst');
  await page.goto(city.address);
});

afterAll(async () => {
  await browser?.close();
  await city?.stop();
  await rm(home, { recursive: true, force: true });
});

const inbox = () => page.getByRole('region', { name: 'To look at' });
const panel = () => page.locator('[data-part=panel]');
const total = async (): Promise<number> => {
  const said = await page.getByRole('region', { name: 'What is counted' }).innerText();
  return Number(/([\d,]+)\s+calls? in groups/.exec(said)?.[1]?.replaceAll(',', ''));
};

test('the first screen shows the spikes that the truth file planted in the last full week', async () => {
  const truth: Truth = JSON.parse(await readFile(join(home, 'demo', 'truth.json'), 'utf8'));
  const planted = truth.lastWeek.map(({ areaId, category, observed, verdict }) => ({
    area: areaId.replaceAll('-', ' '),
    kind: CATEGORIES.find((each) => each.category === category)?.label ?? category,
    said: `${observed} last week`,
    verdict,
  }));
  expect(planted.filter(({ verdict }) => verdict === 'unusual').length).toBeGreaterThanOrEqual(3);
  await expect
    .poll(() => inbox().getByRole('link').count(), { timeout: 60_000 })
    .toBeGreaterThanOrEqual(planted.length);
  const shown = await inbox().getByRole('link').allInnerTexts();
  for (const { area, kind, said, verdict } of planted) {
    const words = [area, kind, said, verdict];
    const found = shown.some((text) => words.every((word) => text.toLowerCase().includes(word.toLowerCase())));
    expect(found, `${words.join(', ')} in:\n${shown.join('\n--\n')}`).toBe(true);
  }
});

test('A.3: a planted rise with no concern attached appears in the inbox without anyone asking for it', async () => {
  const rise = { area: 'Pell Street Merchants', areaId: 'pell-street-merchants', kind: 'disturbance' };
  const answer = await page.request.get(
    `${city.address}/api/records/concerns?group=${rise.areaId}&category=${rise.kind}`,
  );
  expect((await answer.json()).rows, 'concerns of its kind in its area').toEqual([]);
  const told = inbox().getByRole('link').filter({ hasText: rise.area });
  await expect.poll(() => told.count()).toBe(1);
  expect((await told.innerText()).toLowerCase()).toContain(rise.kind);
});

test('a spike opens the panel of its area by keyboard alone', async () => {
  const first = inbox().getByRole('link').filter({ hasText: 'Eastbank' }).first();
  await reach(page, first);
  await page.keyboard.press('Enter');
  await expect.poll(() => panel().getByRole('heading', { level: 2 }).first().innerText()).toBe('Eastbank');
  await expect.poll(() => panel().innerText()).toMatch(/Usual range \d+ to \d+; last week \d+/);
  expect(await panel().innerText()).toMatch(/read, .* not mapped, .* held back/);
});

test('hours boxed in the grid narrow every view, and Escape lets go', async () => {
  const before = await total();
  const grid = panel().getByRole('grid').first();
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  for (let i = 0; i < 13; i++) await page.keyboard.press('ArrowRight');
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(total).toBeLessThan(before);
  expect(page.url()).toMatch(/[?&]/);
  await panel().getByRole('grid').first().focus();
  await page.keyboard.press('Escape');
  await expect.poll(total).toBe(before);
});

test('an area is drawn without a mouse: its corners are typed', async () => {
  const before = await total();
  await reach(page, page.getByRole('button', { name: /anywhere/ }));
  await page.keyboard.press('Enter');
  const corners = page.getByLabel(/type the corners/);
  await corners.fill('36.40, -80.21\n36.40, -80.18\n36.42, -80.18\n36.42, -80.21');
  await page.getByRole('button', { name: 'Count in this area' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(total).toBeLessThan(before);
  expect(await total()).toBeGreaterThan(0);
});

test('what is on the screen is exported as a picture with its legend, as CSV and as GeoJSON', async () => {
  const png = await download('Map as picture, with legend');
  expect((await stat(png)).size).toBeGreaterThan(50_000);
  const areas = await readFile(await download('Areas as CSV'), 'utf8');
  expect(areas).toMatch(/Eastbank/);
  expect(areas).toMatch(/CB-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  const geojson = JSON.parse(await readFile(await download('Areas as GeoJSON'), 'utf8'));
  expect(geojson.type).toBe('FeatureCollection');
  expect(geojson.features.filter(isArea)).toHaveLength(24);
  const calls = await readFile(await download('Calls as CSV'), 'utf8');
  expect(calls.trim().split('\n').length).toBeGreaterThan(1);
});

test('the address is the whole state: a reload shows the same', async () => {
  const before = { total: await total(), panel: await panel().innerText() };
  await page.reload();
  await expect.poll(total, { timeout: 60_000 }).toBe(before.total);
  await expect.poll(() => panel().innerText()).toBe(before.panel);
});

test('the map has a table twin with the same areas', async () => {
  await reach(
    page,
    page
      .getByRole('radio', { name: 'Table' })
      .or(page.getByRole('button', { name: 'Table' }))
      .first(),
  );
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('table').first().getByRole('row').count()).toBeGreaterThanOrEqual(25);
});

test('SQL is answered over the loaded tables and cannot write', async () => {
  await page.goto(`${city.address}/sql`);
  const editor = page.getByRole('textbox').last();
  await editor.fill('select count(*)::int as n from call');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => page.getByRole('table').last().innerText(), { timeout: 60_000 }).toMatch(/\d{3},?\d{3}/);
  await editor.fill('delete from call');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => page.getByRole('main').innerText()).toMatch(/read/i);
});

test.each(['/', '/?view=table', '/spikes', '/sql', '/sources'])(
  '%s has no accessibility fault that axe can find',
  async (path) => {
    await page.goto(city.address + path);
    await expect.poll(() => page.getByRole('heading').count(), { timeout: 60_000 }).toBeGreaterThan(1);
    await page.waitForLoadState('networkidle');
    await page.evaluate(axe.source);
    const faults = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
    });
    expect(faults).toEqual([]);
  },
);

test('nothing was asked of anyone else, and the page met no fault', () => {
  expect(page.foreign).toEqual([]);
  expect(page.faults).toEqual([]);
});

test('pictures of the first screen at every size', async () => {
  for (const [name, viewport] of Object.entries(SIZES)) {
    const own = await watchedPage(browser, city.address, { viewport });
    await signInAs(own, city.address, 'analyst');
    await own.goto(city.address);
    await own.locator('canvas').first().waitFor({ timeout: 60_000 });
    await own.waitForLoadState('networkidle');
    await own.waitForTimeout(1500);
    const path = `test/journey/shots/explore-${name}.png`;
    await own.screenshot({ path: name === 'laptop' && process.env.REGEN ? 'docs/explore.png' : path });
    expect(own.foreign).toEqual([]);
    await own.context().close();
  }
});

const isArea = (feature: { properties: { areaId?: string } }) => feature.properties.areaId !== undefined;

const isInMenu = () => page.evaluate(() => document.activeElement?.closest('[role=menu]') !== null);

async function download(item: string): Promise<string> {
  await expect.poll(() => page.getByRole('menu').count()).toBe(0); // the one before closes with a fade
  await page.getByRole('button', { name: 'Export' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(isInMenu).toBe(true); // it takes the focus once it is open
  const waiting = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).press('Enter');
  return (await waiting).path();
}

/** Moves the focus to an element with the Tab key alone, as a person without a mouse must. */
async function reach(from: Page, target: ReturnType<Page['getByRole']>): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await from.keyboard.press('Tab');
  }
  throw new Error('Tab never reached it');
}
