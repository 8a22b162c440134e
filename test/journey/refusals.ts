import { expect, test } from 'vitest';
import { findLacks } from '#analysis/report/lacks.ts';
import { CATEGORIES } from '#data/codes/categories.ts';
import { ANALYST, CHIEF, CITY_SPECIALIST, COORDINATOR } from '#data/demo/life/people.ts';
import { WRONG_QUARTER } from '#data/demo/life/report-words.ts';
import { ReportSheet } from '#data/schema/records/report-view.ts';
import { Session, Welcome } from '#data/schema/session.ts';
import { SIZES, type WatchedPage } from './browser.ts';
import { expectSound, post, type RecordsDesk } from './records-desk.ts';

const OFFICER = 'p-whitlock';
const NOT_YOURS = /status of 403/;

/** What is not shown, not taken or not sent, each said in words. */
export function refusalJourneys(desk: () => RecordsDesk) {
  const open = async (personId: string, path: string) => {
    const page = await desk().openAs(personId);
    await page.goto(desk().address + path);
    return page;
  };

  test.each([
    [OFFICER, '/triage', /Your role does not triage/],
    [OFFICER, '/proof', /Your role does not see the proof/],
    [CITY_SPECIALIST, '/duties', /Your role \(city-partner\) may not/],
    [CITY_SPECIALIST, '/reports/2026-Q3', /Reports are not open to your role/],
    [CITY_SPECIALIST, '/referrals', /Your role does not read referrals/],
    [CITY_SPECIALIST, '/register', /Your role does not see the register/],
    ['p-mercer', '/concerns', /Your role does not read concerns/],
  ])('wrong role: %s at %s is told so, and nothing is shown', async (personId, path, refusal) => {
    const page = await open(personId, path);
    await page.getByText(refusal).first().waitFor();
    expect(await page.getByRole('main').getByRole('row').count()).toBe(0);
    const nav = page.getByRole('navigation').first();
    expect(await nav.locator(`a[href^="/${path.split('/')[1]}"]`).count()).toBe(0);
    await expectSound(page, NOT_YOURS);
    await page.context().close();
  });

  test('wrong role: a change is refused by the server too, whatever the screen offers', async () => {
    const specialist = await desk().openAs(CITY_SPECIALIST);
    const officer = await desk().openAs(OFFICER);
    const tries: [WatchedPage, string][] = [
      [specialist, '/api/records/contacts'],
      [specialist, '/api/records/concerns'],
      [officer, '/api/records/concerns/C-0419/assign'],
      [officer, '/api/records/groups/eastbank/designations'],
      [officer, '/api/records/reports/2026-Q4/receipt'],
    ];
    for (const [page, path] of tries) expect((await post(page, desk().address, path, {})).status(), path).toBe(403);
    await specialist.context().close();
    await officer.context().close();
  });

  test('stale data: calls older than their source is expected are said to be so above every figure', async () => {
    const page = await desk().openAs(ANALYST);
    const nowLocal = '2026-12-17T07:42:00'; // three days on
    await page.route('**/api/welcome', async (route) => {
      const answer = await route.fetch();
      const welcome = Welcome.parse(await answer.json());
      const session = welcome.session && { ...welcome.session, nowLocal };
      return route.fulfill({ response: answer, json: { ...welcome, session } });
    });
    await page.route('**/api/session', async (route) => {
      const answer = await route.fetch();
      return route.fulfill({ response: answer, json: { ...Session.parse(await answer.json()), nowLocal } });
    });
    await page.goto(desk().address);
    await page.getByText(/^Calls are 7[34] hours old$/).waitFor({ timeout: 60_000 });
    await page.getByText(/What is shown is right up to then/).waitFor();
    await expectSound(page);
    await page.context().close();
  });

  test('withheld offense: an officer’s browser holds no call of a restricted kind; an analyst’s does', async () => {
    const kinds = CATEGORIES.filter(({ leastLevel }) => leastLevel === 'restricted').map(({ category }) => category);
    const counted = async (personId: string) => {
      const page = await open(personId, '/sql');
      const editor = page.getByRole('textbox').last();
      const list = kinds.map((kind) => `'${kind}'`).join(', ');
      await editor.fill(`select 'n=' || count(*) as said from call where category in (${list})`, { timeout: 60_000 });
      await page.keyboard.press('Control+Enter');
      const answer = page.getByRole('cell', { name: /^n=\d+$/ });
      await answer.waitFor({ timeout: 60_000 });
      const n = Number((await answer.innerText()).slice(2));
      await expectSound(page);
      await page.context().close();
      return n;
    };
    expect(await counted(OFFICER)).toBe(0);
    expect(await counted(ANALYST)).toBeGreaterThan(1000);
    const files = async (page: WatchedPage): Promise<{ file: string }[]> =>
      (await (await page.request.get(`${desk().address}/api/manifest`)).json()).extracts;
    const officer = await desk().openAs(OFFICER);
    const analyst = await desk().openAs(ANALYST);
    for (const { file } of await files(analyst)) {
      expect((await officer.request.get(`${desk().address}/api/extracts/${file}`)).ok(), file).toBe(false);
    }
    await officer.context().close();
    await analyst.context().close();
  });

  test('small cell: a survey area with too few answers shows no figure, on the screen or under it', async () => {
    const page = await open(COORDINATOR, '/register/survey-wave/SV-0002');
    const row = page.getByRole('row').filter({ hasText: 'Cedar Hollow' }).first();
    await row.getByText('Withheld: too few answers').waitFor();
    expect(await row.innerText()).not.toMatch(/\d/);
    const answer = await page.request.get(`${desk().address}/api/records/survey-waves/SV-0002/answers`);
    const areas: { area: string }[] = (await answer.json())[0].answer.areas;
    expect(areas.find(({ area }) => area === 'Cedar Hollow')).toEqual({
      area: 'Cedar Hollow',
      withheld: 'few-answers',
    });
    await expectSound(page);
    await page.context().close();
  });

  test('dropped concern: the quarter that lost one would not be sent now, and its amendment has it again', async () => {
    const page = await open(COORDINATOR, `/reports/${WRONG_QUARTER.name}`);
    const reportOf = async (id: string) => {
      const path = `${desk().address}/api/records/reports/${encodeURIComponent(id)}`;
      return ReportSheet.parse(await (await page.request.get(path)).json());
    };
    const { report: before } = await reportOf(WRONG_QUARTER.before);
    const { report: wrong } = await reportOf(WRONG_QUARTER.name);
    const context = { earlier: [before], fresh: null, unsentEarlier: null, today: '2026-12-14' };
    const dropped = findLacks(wrong, context).filter(({ code }) => code === 'dropped');
    expect(dropped).toHaveLength(1);
    const lost = dropped[0]?.itemId ?? '';

    await page.getByRole('button', { name: 'Write an amendment' }).click();
    await page.waitForURL(/amendment-1/);
    await page
      .getByRole('navigation', { name: 'Parts of the report' })
      .getByRole('button', { name: /carried over/ })
      .click();
    await page.getByRole('article').getByText(lost, { exact: true }).waitFor();
    await expectSound(page);
    const { report: amended } = await reportOf(`${WRONG_QUARTER.name}/amendment-1`);
    const parts = amended.parts.map((part) => ({ ...part, items: part.items.filter(({ itemId }) => itemId !== lost) }));
    await page.request.patch(`${desk().address}/api/records/reports/${encodeURIComponent(amended.reportId)}`, {
      data: { revision: amended.revision, parts },
      headers: { origin: desk().address },
    });
    const kept = (await reportOf(amended.reportId)).report.parts.find(({ part }) => part === 'd')?.items ?? [];
    expect(kept.map(({ itemId }) => itemId)).toContain(lost);
    await page.context().close();
  });

  test('silent referral: it is flagged to its owner and to command, and stays on the owner’s desk', async () => {
    const officer = await open(OFFICER, '/referrals');
    await officer.getByText(/are silent: no answer for more than 14 days/).waitFor();
    const row = officer.getByRole('row').filter({ hasText: 'R-0002' });
    expect(await row.innerText()).toMatch(/silent/i);
    await expectSound(officer);
    const chief = await open(CHIEF, '/duties/command');
    const shelf = chief
      .getByRole('region')
      .or(chief.locator('section'))
      .filter({ hasText: 'Referrals, silent' })
      .first();
    await shelf.waitFor();
    expect(await shelf.innerText()).not.toMatch(/Referrals, silent\s+0/);
    const concern = await officer.request.get(`${desk().address}/api/records/concerns/C-0354`);
    expect(await concern.json()).toMatchObject({ ownerId: OFFICER, status: expect.not.stringMatching('closed') });
    await officer.context().close();
    await chief.context().close();
  });

  test('lapsed session: after half an hour without a touch the map is gone, the server shut, and one press goes on', async () => {
    const page = await desk().openAs(ANALYST, { viewport: SIZES.laptop });
    await page.goto(desk().address);
    await page.locator('canvas').first().waitFor({ timeout: 60_000 });
    const { idleMinutes } = Session.parse(await (await page.request.get(`${desk().address}/api/session`)).json());
    expect(idleMinutes).toBeLessThanOrEqual(30);
    await page.clock.setFixedTime(Date.now() + idleMinutes * 60_000); // its timers go on as they were
    await page.getByText('The map was cleared: nothing of it is left in this browser.').waitFor({ timeout: 60_000 });
    expect(await page.locator('canvas').count()).toBe(0);
    expect(page.workers()).toEqual([]);
    expect(await page.locator('body').innerText()).not.toMatch(/Eastbank|calls in/i);
    for (const path of ['/api/manifest', '/api/records/groups', '/api/records/concerns']) {
      expect((await page.request.get(desk().address + path)).status(), path).toBe(401);
    }
    await expectSound(page, /status of 401/);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.locator('canvas').first().waitFor({ timeout: 60_000 });
    await page.context().close();
  });
}
