import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Notice } from '#data/schema/records/notice.ts';
import type { WatchedPage } from './browser.ts';
import { done, expectSound, openRecordsDesk, type RecordsDesk } from './records-desk.ts';

let desk: RecordsDesk;
beforeAll(async () => {
  desk = await openRecordsDesk();
});
afterAll(() => desk?.close());

const PROGRESS = /(\d+) of (\d+) decided/;
const list = (page: WatchedPage) => page.getByRole('navigation', { name: 'Monday sweep' });
const rows = (page: WatchedPage) => list(page).getByRole('listitem');
const verdict = (page: WatchedPage) => page.getByRole('region', { name: 'Your verdict' });

/** How many are decided, of how many. */
async function progressOf(page: WatchedPage): Promise<{ decided: number; all: number }> {
  const [, decided, all] = PROGRESS.exec(await list(page).innerText()) ?? [];
  return { decided: Number(decided), all: Number(all) };
}

/** The list is whole once the past has set it and every kind was looked for. */
async function waitForList(page: WatchedPage) {
  await list(page).getByText(PROGRESS).waitFor({ timeout: 90_000 });
  await list(page).getByText('Being set by').waitFor({ state: 'detached', timeout: 90_000 });
  await list(page).getByText('Looking for').waitFor({ state: 'detached', timeout: 90_000 });
}

/** The evidence of the open one is there: its calls are read, and a verdict may be kept. */
async function waitForEvidence(page: WatchedPage) {
  await verdict(page)
    .getByText(/with (this call|these \d+ calls)$/)
    .waitFor({ timeout: 60_000 });
}

test('A1: the Monday sweep is gone through by keys, each candidate decided, and the officers of its groups told', async () => {
  const page = await desk.openAs('p-nakamura');
  await page.goto(`${desk.address}/spikes`);
  await waitForList(page);
  const { all } = await progressOf(page);
  expect(all).toBeGreaterThanOrEqual(3);
  await expectSound(page);

  const cost = await done(page, 'A1', async () => {
    for (let nth = 0; nth < all; nth++) {
      await waitForEvidence(page);
      await page.getByRole('heading', { name: 'Concerns here about this' }).waitFor();
      if (nth === 0) {
        await page.keyboard.press('p');
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/patterns\/P-\d+/, { timeout: 30_000 });
        await page
          .getByRole('link', { name: /^Spikes/ })
          .first()
          .click();
        await waitForList(page);
        continue;
      }
      await page.keyboard.press(nth % 2 === 0 ? 'd' : 'w');
      if (nth % 2 === 0) await page.keyboard.press('2');
      await page.keyboard.press('Enter');
      await list(page)
        .getByText(`${nth + 1} of ${all} decided`)
        .waitFor({ timeout: 30_000 });
    }
  });
  expect(cost.presses).toBeLessThanOrEqual(1); // the way back from the pattern
  expect(cost.keys).toBeLessThanOrEqual(3 * all + 1);
  expect(await progressOf(page)).toEqual({ decided: all, all });
  const states = await rows(page).allInnerTexts();
  expect(states.filter((text) => /Pattern made|Watch|Dismissed: Known event/.test(text))).toHaveLength(all);
  expect(states.some((text) => text.includes('Pattern made, P-'))).toBe(true);
  await expect.poll(() => page.getByRole('status').allInnerTexts()).toContainEqual(expect.stringMatching(/^Kept: /));
  await expectSound(page);

  await page.reload();
  await waitForList(page);
  expect(await progressOf(page)).toEqual({ decided: all, all });
  await page.context().close();
});

test('A1: a colleague sees what was decided and why; the officer who was told reads it on their page', async () => {
  const colleague = await desk.openAs('p-corbin');
  await colleague.goto(`${desk.address}/spikes`);
  await waitForList(colleague);
  const { decided, all } = await progressOf(colleague); // without those of kinds that only analysts and command receive
  expect(decided).toBe(all);
  expect(all).toBeGreaterThanOrEqual(3);
  await rows(colleague).filter({ hasText: 'Dismissed: Known event' }).first().getByRole('button').click();
  await verdict(colleague).getByText('Known event', { exact: true }).waitFor();
  await verdict(colleague)
    .getByText(/^Analyst Nakamura, /)
    .waitFor();
  await colleague.context().close();

  const officer = await desk.openAs('p-whitlock');
  const told: Notice[] = await (await officer.request.get(`${desk.address}/api/records/notices?kind=sweep`)).json();
  const [first] = told;
  expect(first).toBeDefined();
  await officer.goto(`${desk.address}/duties/mine`);
  const waiting = officer.getByRole('region', { name: /Waiting for you to acknowledge/ });
  await waiting
    .getByText(first?.title ?? 'none', { exact: true })
    .first()
    .waitFor();
  await expectSound(officer);
  await waiting
    .getByRole('button', { name: `Acknowledge: ${first?.title}` })
    .first()
    .click();
  await expect.poll(async () => waiting.getByRole('button').count()).toBe(told.length - 1);
  await officer.context().close();
});

test('A1: a verdict that was a mistake is taken back with its words, and kept again', async () => {
  const page = await desk.openAs('p-nakamura');
  await page.goto(`${desk.address}/spikes`);
  await waitForList(page);
  const { all } = await progressOf(page);
  await rows(page).filter({ hasText: 'Dismissed: Known event' }).first().getByRole('button').click();
  await verdict(page).getByRole('button', { name: 'Take back' }).click();
  await list(page)
    .getByText(`${all - 1} of ${all} decided`)
    .waitFor();
  expect(await verdict(page).getByRole('textbox', { name: 'Reason' }).inputValue()).toBe('Known event');
  await waitForEvidence(page);
  await verdict(page).getByRole('textbox', { name: 'Reason' }).fill('The street fair');
  await page.keyboard.press('Enter');
  await list(page).getByText(`${all} of ${all} decided`).waitFor();
  await list(page).getByText('Dismissed: The street fair').waitFor();
  await page.context().close();
});
