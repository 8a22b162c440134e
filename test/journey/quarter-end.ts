import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { carriedFrom } from '#analysis/report/carried.ts';
import { CHIEF, COORDINATOR, SECTION_COMMANDER } from '#data/demo/life/people.ts';
import { DutyBoard } from '#data/schema/records/duty.ts';
import { ReportSheet } from '#data/schema/records/report-view.ts';
import type { WatchedPage } from './browser.ts';
import { done, expectSound, type RecordsDesk } from './records-desk.ts';

const NEW_YEAR = '2027-01-01';
const UNREACHED = 'Larkfield Watch'; // K2 tried it, and set it to rest, and took it back: nobody has reached it
const A_WHILE = 120_000; // each night of the weeks between has its work

/** K3 to its end: the quarter passes, and its report is completed, sent and received. */
export function quarterEndJourneys(desk: () => RecordsDesk) {
  let coordinator: WatchedPage;

  const sheetOf = async (page: WatchedPage, reportId: string) => {
    const answer = await page.request.get(`${desk().address}/api/records/reports/${encodeURIComponent(reportId)}`);
    return ReportSheet.parse(await answer.json());
  };
  const part = (page: Page, name: RegExp) =>
    page.getByRole('navigation', { name: 'Parts of the report' }).getByRole('button', { name });

  test('K3: the demo’s clock is put to the day after the quarter, and goes back for nobody', async () => {
    coordinator = await desk().openAs(COORDINATOR);
    await coordinator.goto(`${desk().address}/reports/2026-Q4`);
    await coordinator.getByText('The period ends Dec 31').waitFor();
    await coordinator.getByRole('button', { name: /^Signed in as/ }).click();
    await coordinator.getByRole('menuitem', { name: 'Demo clock: Mon, Dec 14' }).click();
    const dialog = coordinator.getByRole('dialog');
    await dialog.getByLabel('Move to').fill('2026-12-01');
    await dialog.getByText(/^The clock goes forward only/).waitFor();
    expect(await dialog.getByRole('button', { name: 'Move the clock' }).getAttribute('aria-disabled')).toBe('true');
    await expectSound(coordinator);
    await dialog.getByRole('button', { name: 'Next quarter, Jan 1, 2027' }).click();
    await dialog.getByRole('button', { name: 'Move the clock' }).click();
    await dialog.waitFor({ state: 'detached', timeout: A_WHILE });
    await coordinator.getByText('The period has ended').waitFor(); // the open page goes on with the new day
  });

  test('K2: the day after the quarter the commander is told of a group that nobody reached, once', async () => {
    const answer = await coordinator.request.get(`${desk().address}/api/records/duties/board`);
    const { groups } = DutyBoard.parse(await answer.json());
    const told = groups.flatMap(({ name, notice }) => (notice?.sentAt.startsWith(NEW_YEAR) ? [name] : []));
    expect(told).toContain(UNREACHED);
    expect(told).not.toContain('Depot Square'); // reached in the quarter
    expect(told).not.toContain('Harrow Meadow'); // of which the commander was told in the quarter
    const lieutenant = await desk().openAs(SECTION_COMMANDER);
    await lieutenant.goto(`${desk().address}/duties/command`);
    await lieutenant.getByRole('button', { name: `Acknowledge: No contact with ${UNREACHED}, Q4 2026` }).waitFor();
    await expectSound(lieutenant);
    await lieutenant.context().close();
  });

  test('K3: what has happened since the draft is brought in, and each new item is given its action', async () => {
    const said = () => coordinator.getByText(/^Each figure is the number of its records$/).count();
    const refresh = coordinator.getByRole('button', { name: 'Bring figures up to date' });
    await expect.poll(async () => (await said()) + (await refresh.count())).toBeGreaterThan(0);
    if ((await said()) === 0) await refresh.click();
    await coordinator.getByText('Each figure is the number of its records').waitFor();
    const left = () => coordinator.getByText('Needs an action', { exact: true }).count();
    const owed = (await sheetOf(coordinator, '2026-Q4')).lacks.filter(({ code }) => code === 'no-action').length;
    expect(owed).toBeGreaterThan(0); // the concerns that K1 took in
    const cost = await done(coordinator, 'K3, the actions of what is new', async () => {
      for (const name of [/ of \d+ decided/, /carried over/]) {
        await part(coordinator, name).click();
        for (let still = await left(); still > 0; still--) {
          const action = coordinator.getByRole('group', { name: /^Recommended action for/ }).first();
          await action.getByRole('button', { name: 'Continue' }).click();
          await expect.poll(left).toBeLessThan(still);
        }
      }
    });
    expect(cost.presses).toBeLessThanOrEqual(owed + 4);
    await coordinator.getByText('Each item has its action').waitFor();
    await expectSound(coordinator);
  });

  test('K3: the quarter is sent in two presses with no item lost, cannot change, and the chief receives it', async () => {
    await coordinator.getByText('No item of Q3 is missing').waitFor();
    const before = await sheetOf(coordinator, '2026-Q4');
    expect(before.lacks).toEqual([]);
    const earlier = await Promise.all(before.earlierIds.map((each) => sheetOf(coordinator, each)));
    const wanted = carriedFrom(earlier.map(({ report }) => report)).map(({ item }) => item.itemId);
    const kept = before.report.parts.find((each) => each.part === 'd')?.items.map(({ itemId }) => itemId);
    expect(wanted.length).toBeGreaterThan(0);
    expect([...(kept ?? [])].sort()).toEqual([...wanted].sort());

    const cost = await done(coordinator, 'K3, the quarter sent', async () => {
      await coordinator.getByRole('button', { name: 'Send to the chief' }).click();
      await coordinator.getByRole('dialog').getByRole('button', { name: 'Send to the chief' }).click();
      await coordinator.getByText('It says exactly what it said when it was sent.').waitFor();
    });
    expect(cost).toEqual({ presses: 2, keys: 0 });
    await coordinator.getByText(/^Sent Jan 1, 2027 by Coordinator Corbin\.$/).waitFor();
    await expectSound(coordinator);
    const { report: sent } = await sheetOf(coordinator, '2026-Q4');
    expect(sent).toMatchObject({ status: 'sent', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });

    const chief = await desk().openAs(CHIEF);
    await chief.goto(`${desk().address}/reports/2026-Q4`);
    const received = await done(chief, 'K3, the chief’s receipt of the quarter', async () => {
      await chief.getByRole('button', { name: 'I have received it' }).click();
      await chief.getByText(/^Received Jan 1, 2027 by Chief Averill\.$/).waitFor();
    });
    expect(received).toEqual({ presses: 1, keys: 0 });
    await expectSound(chief);
    const { report: after, hashHolds } = await sheetOf(chief, '2026-Q4');
    expect(hashHolds).toBe(true);
    expect(after).toMatchObject({ status: 'received', receivedBy: CHIEF, hash: sent.hash, parts: sent.parts });
    await chief.context().close();
  });
}
