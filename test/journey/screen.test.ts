import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, SIZES, signInAs, watchedPage } from './browser.ts';
import { demoHome } from './demo-home.ts';
import { type ServedCity, serveCity } from './served-city.ts';

let home: string;
let city: ServedCity;
let browser: Browser;
let wall: Page;
let phone: Page;

const code = (page: Page) => page.getByRole('status', { name: 'Code of this screen' });
const isWall = async (page: Page) => {
  await page
    .getByRole('heading', { name: /unusual/ })
    .first()
    .waitFor();
  expect(await code(page).count()).toBe(0);
};

beforeAll(async () => {
  home = await demoHome('screen');
  [city, browser] = await Promise.all([serveCity(['--demo', '--home', home]), openBrowser()]);
  wall = await watchedPage(browser, city.address, { viewport: SIZES.wall });
  phone = await watchedPage(browser, city.address, { viewport: SIZES.phone, hasTouch: true, isMobile: true });
  await signInAs(phone, city.address, 'administrator');
});

afterAll(async () => {
  await browser?.close();
  await city?.stop();
  await rm(home, { recursive: true, force: true });
});

test('an administrator with a phone pairs a screen by its QR code, and the wall begins without a touch', async () => {
  await wall.goto(`${city.address}/wall`);
  const picture = wall.getByRole('img', { name: /^QR code that opens/ });
  const scanned = (await picture.getAttribute('aria-label'))?.replace('QR code that opens ', '') ?? '';
  await phone.goto(scanned);
  await phone.getByRole('textbox', { name: 'Name' }).fill('Briefing room');
  await phone.getByRole('button', { name: 'Pair' }).click();
  await phone.getByText('Briefing room is on').waitFor();
  await isWall(wall);
});

test('a screen that lost its cookie enters by its key; a browser that was handed the cookie’s neighbors does not', async () => {
  await wall.context().clearCookies();
  await wall.reload();
  await isWall(wall);
  const { origins } = await wall.context().storageState();
  const thief = await watchedPage(browser, city.address, { storageState: { cookies: [], origins } });
  await thief.goto(`${city.address}/wall`);
  await code(thief).waitFor();
  await thief.close();
});

test('a screen that is removed says so within seconds, and shows a new code when its page is loaded again', async () => {
  await phone.getByRole('button', { name: 'Remove Briefing room' }).click();
  await phone.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await wall.getByRole('heading', { name: 'This screen was removed' }).waitFor({ timeout: 10_000 });
  await phone.getByText('Removed screens (1)').waitFor();
  await wall.reload();
  await code(wall).waitFor();
});
