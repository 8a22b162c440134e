import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { CHIEF, COORDINATOR } from '#data/demo/life/people.ts';
import { ReportSheet } from '#data/schema/records/report-view.ts';
import type { WatchedPage } from './browser.ts';
import { done, expectSound, type RecordsDesk } from './records-desk.ts';

const OFFICER = 'p-quill'; // whose month of the demo is due
const OWN = 'The captain of the watch has moved; the new one is asked to call.';

/** O3, the officer closes the month; K3, the coordinator's quarterly report. */
export function reportJourneys(desk: () => RecordsDesk) {
  let officer: WatchedPage;
  let coordinator: WatchedPage;

  beforeAll(async () => {
    officer = await desk().openAs(OFFICER);
    coordinator = await desk().openAs(COORDINATOR);
  });

  const sheetOf = async (page: WatchedPage, reportId: string) => {
    const answer = await page.request.get(`${desk().address}/api/records/reports/${encodeURIComponent(reportId)}`);
    return ReportSheet.parse(await answer.json());
  };
  const part = (page: Page, name: string | RegExp) =>
    page.getByRole('navigation', { name: 'Parts of the report' }).getByRole('button', { name });

  test('O3: the gaps of the month stand before its figures', async () => {
    const cost = await done(officer, 'O3, the gaps', async () => {
      await officer.goto(`${desk().address}/reports/close/2026-11`);
      await officer.getByText('3 gaps first: mend what can still be mended.').waitFor();
    });
    expect(cost).toEqual({ presses: 0, keys: 0 });
    const said = await officer.getByRole('main').innerText();
    for (const group of ['Depot Square', 'Larkfield Watch', 'Westmoor Watch']) {
      expect(said.indexOf(group), group).toBeGreaterThan(said.indexOf('gaps first'));
      expect(said.indexOf(group), group).toBeLessThan(said.indexOf('What the month comes to'));
    }
    await expectSound(officer);
  });

  test('O3: words are edited, numbers are not, and both are there again after a reload', async () => {
    await officer.getByRole('link', { name: 'Open the draft' }).click();
    const article = officer.getByRole('article');
    await article.waitFor();
    const cost = await done(officer, 'O3, words added', async () => {
      await officer
        .getByRole('button', { name: /^Add words: / })
        .first()
        .click();
      await officer.keyboard.type(OWN);
      await officer.getByText(/^.*Draft, saved/).waitFor();
    });
    expect(cost).toEqual({ presses: 1, keys: OWN.length });
    const figures = await article.evaluate((paper) =>
      [...paper.querySelectorAll('p button')].map((figure) => figure.textContent),
    );
    expect(figures.length).toBeGreaterThan(0);
    expect(await article.locator('[contenteditable], input[type=number]').count()).toBe(0);
    await officer.reload();
    await article.getByText(OWN).waitFor();
    await expectSound(officer);
  });

  test('O3: a figure opens the records that it counts', async () => {
    await part(officer, /Contacts/).click();
    await officer.getByRole('article').locator('p button').first().click();
    const evidence = officer.getByRole('complementary', { name: 'What stands behind it' });
    await evidence.getByText(/^Behind “/).waitFor();
    const count = Number(/(\d+) records?/.exec(await evidence.innerText())?.[1]);
    expect(count).toBeGreaterThan(0);
    await expect.poll(() => evidence.getByRole('listitem').count()).toBe(count);
  });

  test('O3: the month is sent, cannot change afterwards, and is received by the section commander', async () => {
    const { report } = await sheetOf(officer, `2026-11/${OFFICER}`);
    const cost = await done(officer, 'O3, the month sent', async () => {
      await officer.getByRole('button', { name: 'Send to the section commander' }).click();
      await officer.getByText('After that nobody can change it').waitFor();
      await officer.getByRole('dialog').getByRole('button', { name: 'Send to the section commander' }).click();
      await officer.getByText('It says exactly what it said when it was sent.').waitFor();
    });
    expect(cost).toEqual({ presses: 2, keys: 0 });
    expect(await officer.getByRole('button', { name: /^(Add|Edit) words/ }).count()).toBe(0);
    await expectSound(officer);
    const { report: sent } = await sheetOf(officer, report.reportId);
    expect(sent).toMatchObject({ status: 'sent', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const late = await officer.request.patch(
      `${desk().address}/api/records/reports/${encodeURIComponent(report.reportId)}`,
      { data: { revision: sent.revision, summary: 'Said later.' }, headers: { origin: desk().address } },
    );
    expect(late.status()).toBeGreaterThanOrEqual(400);
    expect((await sheetOf(officer, report.reportId)).report).toEqual(sent);

    const lieutenant = await desk().openAs('p-keane');
    await lieutenant.goto(`${desk().address}/reports/${encodeURIComponent(report.reportId)}`);
    await lieutenant.getByRole('button', { name: 'I have received it' }).click();
    await lieutenant.getByText(/^Received .* by .*Keane\.$/).waitFor();
    await expectSound(lieutenant);
    await lieutenant.context().close();
  });

  test('K3: four parts are drafted, and part d holds every item of last quarter’s a and b', async () => {
    const cost = await done(coordinator, 'K3, the draft opened', async () => {
      await coordinator.goto(`${desk().address}/reports/2026-Q4`);
      await part(coordinator, /carried over/).waitFor();
    });
    expect(cost).toEqual({ presses: 0, keys: 0 });
    const { report } = await sheetOf(coordinator, '2026-Q4');
    expect(report.parts.map((each) => each.part).slice(0, 4)).toEqual(['a', 'b', 'c', 'd']);
    const last = (await sheetOf(coordinator, '2026-Q3')).report.parts;
    const owed = last.filter((each) => each.part === 'a' || each.part === 'b').flatMap(({ items }) => items);
    const carried = report.parts.find((each) => each.part === 'd')?.items ?? [];
    const ids = (items: readonly { itemId: string }[]) => items.map(({ itemId }) => itemId).sort();
    expect(ids(carried)).toEqual(ids(owed));
    expect(carried.length).toBeGreaterThan(0);
    await coordinator.getByText('No item of Q3 is missing').waitFor();
    await part(coordinator, /carried over/).click();
    await expect.poll(() => coordinator.getByRole('article').locator('ol > li').count()).toBe(carried.length);
    expect(
      await coordinator
        .getByRole('article')
        .getByRole('button', { name: /remove|take away|delete/i })
        .count(),
    ).toBe(0);
    await expectSound(coordinator);
  });

  test('K3: it is blocked until each item has its action, and while its quarter runs', async () => {
    const left = () => coordinator.getByText('Needs an action', { exact: true }).count();
    const decided = async (name: RegExp) => {
      await part(coordinator, name).click();
      const cost = await done(coordinator, `K3, the actions of ${name.source}`, async () => {
        for (let owed = await left(); owed > 0; owed--) {
          await coordinator
            .getByRole('group', { name: /^Recommended action for/ })
            .first()
            .getByRole('button', { name: 'Continue' })
            .click();
          await expect.poll(left).toBeLessThan(owed);
        }
      });
      return cost;
    };
    await coordinator.getByText(/items need an action/).waitFor();
    const before = (await sheetOf(coordinator, '2026-Q4')).lacks.filter(({ code }) => code === 'no-action').length;
    expect(before).toBeGreaterThan(0);
    const costs = [await decided(/ of \d+ decided/), await decided(/carried over/)];
    expect(costs.reduce((sum, { presses }) => sum + presses, 0)).toBeLessThanOrEqual(before * 2);
    await coordinator.getByText('Each item has its action').waitFor();
    await coordinator.getByText('The period ends Dec 31').waitFor();
    const send = coordinator.getByRole('button', { name: 'Send to the chief' });
    expect(await send.getAttribute('aria-disabled')).toBe('true');
    const { report, lacks } = await sheetOf(coordinator, '2026-Q4');
    expect(lacks.map(({ code }) => code)).toEqual(['not-ended']);
    const early = await coordinator.request.post(`${desk().address}/api/records/reports/2026-Q4/sending`, {
      data: { revision: report.revision },
      headers: { origin: desk().address },
    });
    expect(early.status()).toBe(422);
  });

  test('K3: what was sent is amended beside itself, sent, and received by the chief', async () => {
    const { report: q3 } = await sheetOf(coordinator, '2026-Q3');
    await coordinator.goto(`${desk().address}/reports/2026-Q3`);
    await done(coordinator, 'K3, an amendment sent', async () => {
      await coordinator.getByRole('button', { name: 'Write an amendment' }).click();
      await coordinator.getByRole('button', { name: 'Send to the chief' }).waitFor();
      await part(coordinator, /Summary/).click();
      await coordinator.getByLabel('Summary').pressSequentially('One word mended.');
      await coordinator.getByText(/Draft, saved/).waitFor();
      await coordinator.getByRole('button', { name: 'Send to the chief' }).click();
      await coordinator.getByRole('dialog').getByRole('button', { name: 'Send to the chief' }).click();
      await coordinator.getByText('It says exactly what it said when it was sent.').waitFor();
    });
    const amendedAt = new URL(coordinator.url());
    expect((await sheetOf(coordinator, '2026-Q3')).report).toMatchObject({ hash: q3.hash, parts: q3.parts });
    await expectSound(coordinator);

    const chief = await desk().openAs(CHIEF);
    const cost = await done(chief, 'K3, the chief’s receipt', async () => {
      await chief.goto(amendedAt.origin + amendedAt.pathname);
      await chief.getByRole('button', { name: 'I have received it' }).click();
      await chief.getByText(/^Received .* by .*Averill\.$/).waitFor();
    });
    expect(cost).toEqual({ presses: 1, keys: 0 });
    await expectSound(chief);
    await chief.context().close();
  });
}
