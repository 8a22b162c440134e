import { beforeAll, expect, test } from 'vitest';
import { DIVISION_COMMANDER, SECTION_COMMANDER } from '#data/demo/life/people.ts';
import { SIZES, type WatchedPage } from './browser.ts';
import { done, expectSound, type RecordsDesk } from './records-desk.ts';

const CHIEF = 'p-averill';
const FIRST_BOARD = { timeout: 120_000 }; // the calls are judged once, when the first wall asks
const UNUSED = 'ZZZZ';
const NO_HANDS = { presses: 0, keys: 0 };

/** What a passer-by reads on an alert page. */
type Alert = { code: string; area: string; kind: string; count: string; range: string };

/** C2, from the wall to the rows; C3, the weekly meeting area by area. */
export function wallCodeJourneys(desk: () => RecordsDesk) {
  let wall: WatchedPage;
  let lieutenant: WatchedPage;
  let captain: WatchedPage;
  let alert: Alert;

  beforeAll(async () => {
    wall = await desk().openAs('p-wall', { viewport: SIZES.wall });
    lieutenant = await desk().openAs(SECTION_COMMANDER);
    captain = await desk().openAs(DIVISION_COMMANDER);
  });

  const onWall = () => wall.locator('main > section');
  const showOnWall = async (kind: string) => {
    await wall.goto(`${desk().address}/wall?pages=${kind}&pause=hold`);
    await onWall().getByText('Desk code').first().waitFor(FIRST_BOARD);
    await wall.keyboard.press(' ');
  };

  /** The question of the wall stands at the desk: its area, its kind, its week and its numbers, with rows beneath. */
  async function expectTheSame(page: WatchedPage) {
    const { area, kind, count, range } = alert;
    const main = page.getByRole('main');
    const title = new RegExp(`^${kind}, ${area}$`, 'i');
    await page.getByRole('heading', { level: 1, name: title }).waitFor({ timeout: 90_000 });
    await main.getByText(`Usual range ${range}; last week ${count}: unusual.`).waitFor({ timeout: 90_000 });
    const week = main.getByRole('row').filter({ hasText: /^Dec 7/ });
    expect((await week.first().innerText()).split('\t')).toEqual(['Dec 7', count, range]);
    const said = (await main.innerText()).replaceAll(/\s+/g, ' ');
    const [, places = '', others = '0'] =
      /Places with 2 or more (.*?)(?:(\d+) calls? at other places|here =)/.exec(said) ?? [];
    const counts = [...places.matchAll(/ (\d+) \d+ in the 8 weeks before/g)].map(([, calls]) => Number(calls));
    expect(counts.length).toBeGreaterThan(0);
    expect(counts.reduce((sum, calls) => sum + calls, Number(others))).toBe(Number(count));
  }

  test('C2: the code that the wall shows opens its question at a phone, without a press', async () => {
    await showOnWall('alert');
    const [heading, text] = [await onWall().getByRole('heading').innerText(), await onWall().innerText()];
    const [area = '', kind = ''] = heading.split(', ');
    const [, count = '', range = ''] = /(\d+) last week\. Usual range (\d+ to \d+)\./.exec(text) ?? [];
    const [, code = ''] = /Desk code (\w{4})\b/.exec(text) ?? [];
    alert = { code, area, kind, count, range };
    expect(Number(count)).toBeGreaterThan(4);
    await onWall()
      .getByRole('img', { name: `Desk code ${code}, to scan with a phone` })
      .waitFor();
    const cost = await done(lieutenant, 'C2, scanned', async () => {
      await lieutenant.goto(`${desk().address}/wall-code/${code}`);
      await expectTheSame(lieutenant);
    });
    expect(cost).toEqual(NO_HANDS);
    await expectSound(lieutenant);
  });

  test('C2: typed into the find box of the desk it opens the same, in six keys', async () => {
    await captain.goto(`${desk().address}/duties/command`);
    await captain.getByRole('heading', { name: 'Duties for command' }).waitFor();
    const cost = await done(captain, 'C2, typed', async () => {
      await captain.keyboard.press('/');
      await captain.keyboard.type(alert.code.toLowerCase());
      await captain.getByRole('option', { name: `Open what the wall shows as ${alert.code}` }).waitFor();
      await captain.keyboard.press('Enter');
      await expectTheSame(captain);
    });
    expect(cost).toEqual({ presses: 0, keys: 6 });
    expect(new URL(captain.url()).pathname).toBe('/spikes');
  });

  test('C2: a code that no wall has shown is said to be one, and the right one is typed in its place', async () => {
    await captain.goto(`${desk().address}/wall-code/${UNUSED}`);
    await captain.getByText(`No wall has shown ${UNUSED}`).waitFor();
    await captain.getByText('Compare it with the wall').waitFor();
    await expectSound(captain, /404/);
    const cost = await done(captain, 'C2, typed once more', async () => {
      await captain.keyboard.type(alert.code);
      await captain.keyboard.press('Enter');
      await expectTheSame(captain);
    });
    expect(cost).toEqual({ presses: 0, keys: 5 });
  });

  test('C3: the areas of the week are gone through with one key each, three panels an area, without a percent sign', async () => {
    const areas: string[] = [];
    await captain.goto(`${desk().address}/weekly`);
    const begin = captain.getByRole('button', { name: /^Begin with \d+ areas$/ });
    await begin.waitFor();
    const expected = Number(/\d+/.exec(await begin.innerText()));
    expect(expected).toBeGreaterThan(8);
    const cost = await done(captain, `C3, ${expected} areas`, async () => {
      await begin.press('Enter');
      for (let at = 1; at <= expected; at++) {
        await captain.getByText(`Area ${at} of ${expected}`).waitFor();
        areas.push(await captain.getByRole('heading', { level: 1 }).innerText());
        expect(await captain.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
          ...['Calls from the public', 'Concerns and referrals', 'The group'],
        ]);
        expect(await captain.getByRole('main').innerText()).not.toContain('%');
        await captain.keyboard.press('ArrowRight');
      }
      await captain.getByRole('heading', { name: 'The meeting has ended' }).waitFor();
    });
    expect(cost).toEqual({ presses: 0, keys: expected + 1 });
    expect(new Set(areas).size).toBe(expected);
    expect(areas).toContain(alert.area);
    await captain.getByText(`${expected} of ${expected} areas looked at`).waitFor();
    await expectSound(captain, /404/);
  });

  test('C3: an escalation is acknowledged where it is read, and leaves the wall, which is not loaded anew', async () => {
    const { address } = desk();
    const words = 'The corner is swept on Friday.';
    await showOnWall('escalations');
    await wall.evaluate(() => Object.assign(globalThis, { sameWall: true }));
    const chief = await desk().openAs(CHIEF);
    await chief.goto(`${address}/weekly`);
    const acknowledge = chief.getByRole('button', { name: /^Acknowledge: / });
    await chief.getByRole('button', { name: /^Begin with / }).press('Enter');
    await chief.getByText(/^Area 1 of/).waitFor();
    for (let at = 1; (await acknowledge.count()) === 0; at++) {
      await chief.keyboard.press('ArrowRight');
      await chief.getByText(new RegExp(`^Area ${at + 1} of`)).waitFor();
    }
    const area = await chief.getByRole('heading', { level: 1 }).innerText();
    const title = (await acknowledge.first().getAttribute('aria-label'))?.replace('Acknowledge: ', '') ?? '';
    await onWall().getByText(area, { exact: true }).waitFor();

    const cost = await done(chief, 'C3, an escalation acknowledged', async () => {
      await chief.keyboard.press('a');
      const dialog = chief.getByRole('dialog');
      await dialog.getByLabel('Your words').pressSequentially(words);
      await dialog.getByRole('button', { name: 'Acknowledge' }).press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await chief.getByText(`: ${words}`).waitFor();
    });
    expect(cost).toEqual({ presses: 0, keys: words.length + 2 });
    await onWall().getByText(area, { exact: true }).waitFor({ state: 'detached', timeout: 30_000 });
    expect(await wall.evaluate(() => 'sameWall' in globalThis)).toBe(true);

    await chief.keyboard.press('Escape');
    const said = chief.locator('section', { hasText: 'Acknowledged in this meeting' });
    await said.getByText(`${area}: ${title}`).waitFor();
    await expectSound(chief);
    await chief.goto(`${address}/escalations`);
    await chief.getByText(words).waitFor();
    await expectSound(chief);
    for (const page of [chief, wall, lieutenant, captain]) await page.context().close();
  });
}
