import { rm } from 'node:fs/promises';
import axe from 'axe-core';
import type { APIRequestContext, Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, SIZES, type WatchedPage, watchedPage } from './browser.ts';
import { demoHome } from './demo-home.ts';
import { countHands, done, secondsOf } from './records-desk.ts';
import { type ServedCity, serveCity } from './served-city.ts';

let home: string;
let city: ServedCity;
let browser: Browser;
let phone: BrowserContext;
let page: WatchedPage;
let coordinator: APIRequestContext;

type Row = { concernId: string; revision: number; summary: string; filedBy: string; groupIds: string[] };

/** Enters the demo as its first person of a role; answers who that is. */
async function enter(request: APIRequestContext, role: string): Promise<string> {
  const { people } = await (await request.get(`${city.address}/api/welcome`)).json();
  const { personId } = people.find((each: { role: string }) => each.role === role);
  await request.post(`${city.address}/api/demo/enter`, { data: { personId }, headers: { origin: city.address } });
  return personId;
}

const found = async (text: string): Promise<Row[]> =>
  (await (await coordinator.get(`${city.address}/api/records/concerns?text=${encodeURIComponent(text)}`)).json()).rows;

const words = () => page.getByLabel('What is wrong?');
const save = () => page.getByRole('button', { name: 'Save', exact: true }).click();
const openForm = async () => {
  await page.goto(`${city.address}/concerns/new`);
  await words().waitFor();
};

beforeAll(async () => {
  home = await demoHome('intake');
  [city, browser] = await Promise.all([serveCity(['--demo', '--home', home]), openBrowser()]);
  page = await watchedPage(browser, city.address, { viewport: SIZES.phone, hasTouch: true, isMobile: true });
  phone = page.context();
  await page.addInitScript(countHands);
  coordinator = (await browser.newContext()).request;
  await enter(phone.request, 'officer');
  await enter(coordinator, 'coordinator');
  await openForm();
});

afterAll(async () => {
  await browser?.close();
  await city?.stop();
  await rm(home, { recursive: true, force: true });
});

/** The worker has kept the page, what it is built of, and the city's tiles. */
const isKept = () =>
  expect
    .poll(
      () =>
        page.evaluate(async () =>
          (await (await caches.open('commonbeat-offline-1')).keys()).map(({ url }) => new URL(url).pathname),
        ),
      {
        timeout: 30_000,
      },
    )
    .toEqual(expect.arrayContaining(['/concerns/new', '/api/basemap/basemap.pmtiles']));

test('O2: words, a street and two deeds are a concern with its groups within a minute, and the coordinator is told', async () => {
  let ground = '';
  const cost = await done(page, 'O2, a concern by its street', async () => {
    await words().click();
    await words().pressSequentially('Quokkas trying car doors on Linnet after school lets out');
    await page.getByRole('button', { name: 'Type a street' }).click();
    await page.getByLabel('Street, block or place, in words').pressSequentially('6100 block Linnet');
    await page.getByRole('button', { name: 'Linnet Avenue', exact: true }).click();
    ground = await page.getByText(/^In [A-Z]/).innerText();
    await page.getByRole('button', { name: 'Talked with them' }).click();
    await page.getByRole('button', { name: 'Looked around' }).click();
    await save();
    await page.getByText(/^C-\d+ is kept$/).waitFor();
  });
  expect(secondsOf(cost)).toBeLessThan(60);
  const [row] = await found('Quokkas');
  expect(row).toMatchObject({ placeWords: '6100 block, Linnet Avenue', hasPlace: true, status: 'new' });
  expect(row?.groupIds).toEqual(['eastbank']); // where the calls of that block are
  expect(ground).toBe('In Eastbank'); // named before it was saved
  const told: { kind: string; concernIds: string[] }[] = await (
    await coordinator.get(`${city.address}/api/records/notices?scope=mine&kind=concern-filed`)
  ).json();
  expect(told.flatMap(({ concernIds }) => concernIds)).toContain(row?.concernId);
});

const MEMBERS = [
  ['a patrol officer with a phone', 'p-bright', SIZES.phone, 'Wallabies on the school fence'],
  ['a dispatcher at a desk', 'p-loomis', SIZES.laptop, 'Potoroos in the parking lot'],
] as const;

test.each(MEMBERS)(
  'II Policy: %s files a concern from the list of concerns, its words and its street, within a minute',
  async (_, personId, viewport, said) => {
    const member = await watchedPage(browser, city.address, { viewport });
    await member.addInitScript(countHands);
    const entered = { data: { personId }, headers: { origin: city.address } };
    expect((await member.request.post(`${city.address}/api/demo/enter`, entered)).ok()).toBe(true);
    await member.goto(`${city.address}/concerns`);
    const cost = await done(member, 'II, a concern of any member', async () => {
      await member.getByRole('link', { name: 'New concern' }).click();
      await member.getByLabel('What is wrong?').click();
      await member.getByLabel('What is wrong?').pressSequentially(said);
      await member.getByRole('button', { name: 'Type a street' }).click();
      await member.getByLabel('Street, block or place, in words').pressSequentially('6100 block Linnet');
      await member.getByRole('button', { name: 'Linnet Avenue', exact: true }).click();
      await member.getByRole('button', { name: 'Talked with them' }).click();
      await member.getByRole('button', { name: 'Save', exact: true }).click();
      await member.getByText(/^C-\d+ is kept$/).waitFor();
    });
    expect(cost.keys).toBeGreaterThan(said.length); // the hands were counted
    expect(secondsOf(cost)).toBeLessThan(60);
    const [row] = await found(said);
    expect(row).toMatchObject({ filedBy: personId, groupIds: ['eastbank'], status: 'new' });
    expect(member.foreign).toEqual([]);
    expect(member.faults).toEqual([]);
    await member.context().close();
  },
);

test('O2: of a block that nobody knows only the street is taken, and the writer says which group', async () => {
  await openForm();
  await words().fill('Echidnas block the sidewalk on Linnet');
  await page.getByRole('button', { name: 'Type a street' }).click();
  await page.getByLabel('Street, block or place, in words').fill('1100 block Linnet Avenue');
  await page.getByText('The 1100 block of Linnet Avenue is not known here, only the street.').waitFor();
  expect(await page.getByText(/^In [A-Z]/).count()).toBe(0); // no group is taken from some point of the street
  await page.getByText('Southbank', { exact: true }).click();
  await page.getByText('In Southbank').waitFor();
  await save();
  await page.getByText(/^C-\d+ is kept$/).waitFor();
  const [row] = await found('Echidnas');
  expect(row).toMatchObject({ placeWords: '1100 block Linnet Avenue', hasPlace: false, groupIds: ['southbank'] });
});

test('O2: one tap on the map is its area, and the group there is named before it is saved', async () => {
  await openForm();
  const map = page.getByRole('region', { name: /^Map of the city/ });
  const here = page.getByText('In Eastbank');
  const isDrawn = async () => {
    await map.click();
    return here.isVisible();
  };
  await expect.poll(isDrawn, { timeout: 60_000 }).toBe(true);
  await page.getByRole('button', { name: 'No place' }).click();
  const cost = await done(page, 'O2, a concern by a tap', async () => {
    await words().click();
    await words().pressSequentially('Wombats dig up the verge');
    await map.click();
    await here.waitFor();
    await save();
    await page.getByText(/^C-\d+ is kept$/).waitFor();
  });
  expect(cost.presses).toBe(3);
  expect(secondsOf(cost)).toBeLessThan(60);
  const [row] = await found('Wombats');
  expect(row).toMatchObject({ hasPlace: true, groupIds: ['eastbank'] });
});

test('every target of the form is 48 pixels tall but for links in a line, and nothing of it fails axe', async () => {
  const short = await page.$$eval(
    'main textarea, main input:not([type=checkbox]):not([type=radio]), main fieldset button, main [type=submit]',
    (all) =>
      all
        .filter((each) => each.getBoundingClientRect().height > 0 && each.getBoundingClientRect().height < 48)
        .map((each) => each.outerHTML),
  );
  expect(short).toEqual([]);
  await page.evaluate(axe.source);
  const faults = await page.evaluate<string[]>(
    'axe.run(document).then(({ violations }) => violations.map(({ id }) => id))',
  );
  expect(faults).toEqual([]);
});

test('how an officer behaved is asked about, sent elsewhere, and kept nowhere', async () => {
  await words().fill('The officer was rude to my numbat');
  await page.getByText('Is this about how an officer behaved?').waitFor();
  await page.getByRole('button', { name: 'Yes' }).click();
  await page.getByText(/^This belongs to/).waitFor();
  await page.getByRole('button', { name: 'Clear these words' }).click();
  expect(await words().inputValue()).toBe('');
  expect(await found('numbat')).toEqual([]);
});

test('without a connection the page opens, keeps its draft over a reload, finds a street, and sends by itself later, once', async () => {
  await isKept();
  await phone.setOffline(true);
  await openForm();
  await words().fill('Bilbies dump mattresses at the end of Tanager Road');
  await page.getByRole('button', { name: 'Type a street' }).click();
  await page.getByLabel('Street, block or place, in words').fill('Tanager');
  await page
    .getByRole('button', { name: /^Tanager/ })
    .first()
    .click();
  await page.reload();
  await expect.poll(() => words().inputValue()).toBe('Bilbies dump mattresses at the end of Tanager Road');
  await save();
  await page.getByText('It is sent by itself').waitFor();
  await openForm();
  await page.getByText('1 kept on this phone').waitFor();
  expect(await found('Bilbies')).toEqual([]);
  await phone.setOffline(false);
  await page.getByText('1 kept on this phone').waitFor({ state: 'detached' });
  await page.reload();
  await words().waitFor();
  expect(await found('Bilbies')).toHaveLength(1);
});

test('what the server refuses is said and kept until a person decides', async () => {
  const [known] = await found('Quokkas');
  await words().fill('Quokkas trying car doors on Linnet after school, again');
  await page.getByRole('button', { name: `Add to ${known?.concernId}` }).click();
  await phone.setOffline(true);
  await save();
  await page.getByText('It is sent by itself').waitFor();
  const [other] = await found('Bilbies');
  const merged = await coordinator.post(`${city.address}/api/records/concerns/${known?.concernId}/merge`, {
    data: { revision: known?.revision, into: other?.concernId },
    headers: { origin: city.address },
  });
  expect(merged.status()).toBe(200);
  await phone.setOffline(false);
  await page
    .getByText(/was closed meanwhile/)
    .first()
    .waitFor();
  await page.reload();
  await page
    .getByText(/was closed meanwhile/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'File it as new' }).click();
  await save();
  await page.getByText(/^C-\d+ is kept$/).waitFor();
  expect((await found('again')).filter(({ summary }) => summary.startsWith('Quokkas'))).toHaveLength(1);
});

test('after a sign-out what waits is kept and not shown; it goes once its writer is back, in its writer’s name', async () => {
  await phone.setOffline(true);
  await words().fill('Numbats sleep in the bus shelter');
  await save();
  await page.getByText('It is sent by itself').waitFor();
  await phone.clearCookies();
  await phone.setOffline(false);
  await page.getByText('You are signed out').waitFor();
  expect(await page.locator('body').innerText()).not.toContain('Numbats');
  await enter(phone.request, 'analyst');
  await openForm();
  await page.getByText('Connected').waitFor();
  expect(await page.locator('body').innerText()).not.toContain('Numbats');
  expect(await found('Numbats')).toEqual([]);
  const officer = await enter(phone.request, 'officer');
  await openForm();
  await expect.poll(async () => (await found('Numbats')).map(({ filedBy }) => filedBy)).toEqual([officer]);
});
