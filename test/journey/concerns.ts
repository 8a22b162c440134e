import { randomUUID } from 'node:crypto';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { COORDINATOR, DISPATCHER } from '#data/demo/life/people.ts';
import { Concern } from '#data/schema/records/concern.ts';
import type { WatchedPage } from './browser.ts';
import { done, expectSound, post, type RecordsDesk } from './records-desk.ts';

const BLANK = {
  ...{ aboutOfficer: 'no', meetingId: null, title: '', category: null, way: 'phone', place: null },
  ...{ placeConfidence: 'words-only', whenHappens: '', since: '', howOften: '', whoAffected: '', safetyNow: true },
  ...{ peopleCount: null, contactWish: 'none-given', contactName: '', contactReach: '', language: 'en' },
  ...{ efforts: '', recommendedSolutions: '', caseNumbers: [] },
};

/** The ten of K1: one lacks its area, one is another's double, one belongs to a unit, one has no group's officer. */
const TEN = [
  { words: 'Trucks idle half the night somewhere near the river', placeWords: '', groupIds: [] },
  { words: 'Ewes graze on the ball field and nobody fetches them', placeWords: 'Ball field', groupIds: ['eastbank'] },
  { words: 'Ewes graze on the ball field and nobody fetches them', placeWords: 'Ball field', groupIds: ['eastbank'] },
  { words: 'Two men sell pills behind the laundry', placeWords: 'Behind the laundry', groupIds: ['cordery'] },
  { words: 'Fireworks from a roof most evenings', placeWords: 'Beyond the last group', groupIds: [] },
  ...['Scooters lie across the ramp', 'A dog barks from six', 'Glass on the court', 'Vans park on the green'].map(
    (words) => ({ words, placeWords: 'Linden Flats', groupIds: ['linden-flats'] }),
  ),
  { words: 'Paint on the school wall', placeWords: 'School wall', groupIds: ['northgate'] },
];

/** K1: the coordinator triages what came in. O2 stands in intake.test.ts, on a phone of its own. */
export function concernJourneys(desk: () => RecordsDesk) {
  test('K1: ten inbound concerns are asked about, joined, conveyed and assigned, by keyboard alone', async () => {
    const filer = await desk().openAs(DISPATCHER);
    const ids: string[] = [];
    for (const [n, each] of TEN.entries()) {
      const heardAt = `2026-12-13T${10 + n}:00:00`;
      const filed = await post(filer, desk().address, '/api/records/concerns', {
        ...BLANK,
        ...each,
        heardAt,
        clientKey: randomUUID(),
      });
      expect(filed.ok(), await filed.text()).toBe(true);
      const answer = await filed.json();
      ids.push(answer.concernId ?? answer.concern.concernId);
    }
    const page = await desk().openAs(COORDINATOR);
    await page.goto(`${desk().address}/triage`);
    const article = page.getByRole('article');
    const at = () => article.getAttribute('aria-label');
    await expect.poll(at).toBe(ids[0]);
    await expectSound(page);

    const cost = await done(page, 'K1, ten concerns', async () => {
      await page.keyboard.press('q');
      const ask = page.getByRole('dialog');
      await expect.poll(() => ask.getByLabel('where it is').isChecked()).toBe(true);
      await reach(page, ask.getByRole('button', { name: 'Ask' }));
      await page.keyboard.press('Enter');
      await page.getByText(`Asked about ${ids[0]}.`).waitFor();
      await page.keyboard.press('j');
      for (const [n, id] of ids.entries()) {
        if (n === 0) continue;
        await expect.poll(at).toBe(id);
        if (n === 1) {
          await article.getByRole('button', { name: `Same as ${ids[2]}` }).waitFor();
          await page.keyboard.press('s');
          await page.getByText(`${id} is joined to ${ids[2]}.`).waitFor();
          continue;
        }
        if (n === 3) {
          await page.keyboard.press('c');
          const convey = page.getByRole('dialog');
          await reach(page, convey.getByLabel('What they should know'));
          await page.keyboard.type('Seen twice; the owner will point it out.');
          await reach(page, convey.getByRole('button', { name: 'Convey' }));
          await page.keyboard.press('Enter');
          await page.getByText(`${id} was conveyed to`).waitFor();
        }
        if (n === 4) {
          await reach(page, article.getByLabel('Owner'));
          await page.keyboard.type('CRO Q');
          await reach(page, article.getByRole('button', { name: 'Assign' }));
          await page.keyboard.press('Enter');
        } else await page.keyboard.press('a');
        await page.getByText(new RegExp(`^${id} is with`)).waitFor();
      }
    });
    expect(cost.presses).toBe(0);

    const now = await Promise.all(
      ids.map(async (id) =>
        Concern.parse(await (await page.request.get(`${desk().address}/api/records/concerns/${id}`)).json()),
      ),
    );
    expect(now[0]).toMatchObject({ status: 'new', ownerId: null });
    expect(now[1]).toMatchObject({ status: 'closed', duplicateOf: ids[2] });
    expect(now[4]?.ownerId).toBe('p-quill');
    for (const concern of now.slice(2)) expect(concern, concern.concernId).toMatchObject({ status: 'open' });
    await expectSound(page);
  });
}

/** Moves the focus by the Tab key alone, as a person without a mouse must. */
async function reach(page: WatchedPage, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate((each) => each === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('120 presses of Tab did not reach it');
}
