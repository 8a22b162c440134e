import { randomUUID } from 'node:crypto';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { COORDINATOR, DISPATCHER } from '#data/demo/life/people.ts';
import { Concern } from '#data/schema/records/concern.ts';
import { MailIn } from '#data/schema/records/mail.ts';
import { letterOf, sendRaw } from '#test/fixture/letters.ts';
import type { WatchedPage } from './browser.ts';
import { done, expectSound, post, type RecordsDesk } from './records-desk.ts';

const BLANK = {
  ...{ aboutOfficer: 'no', meetingId: null, title: '', category: null, way: 'phone', place: null },
  ...{ placeConfidence: 'words-only', whenHappens: '', since: '', howOften: '', whoAffected: '', safetyNow: true },
  ...{ peopleCount: null, contactWish: 'none-given', contactName: '', contactReach: '', language: 'en' },
  ...{ efforts: '', recommendedSolutions: '', caseNumbers: [] },
};

/** The seven of K1 that come by form: one is unclear about its area, one is another's double, one belongs to a unit, one goes to another officer. */
const FORMS = [
  { words: 'Trucks idle half the night somewhere near the river', placeWords: '', groupIds: [] },
  { words: 'Ewes graze on the ball field and nobody fetches them', placeWords: 'Ball field', groupIds: ['eastbank'] },
  { words: 'Ewes graze on the ball field and nobody fetches them', placeWords: 'Ball field', groupIds: ['eastbank'] },
  { words: 'Two men sell pills behind the laundry', placeWords: 'Behind the laundry', groupIds: ['cordery'] },
  { words: 'Fireworks from a roof most evenings', placeWords: 'Beyond the last group', groupIds: [] },
  ...['Scooters lie across the ramp', 'A dog barks from six'].map((words) => ({
    words,
    placeWords: 'Linden Flats',
    groupIds: ['linden-flats'],
  })),
];

const LOOMIS = 'loomis@police.example.org';
const Letters = z.object({ letters: z.array(MailIn) });

/** The three that a member sends by mail: the last forgets its area, is asked for it, and answers. */
const LETTERS = [
  { words: 'Glass on the court', area: 'Linden Flats' },
  { words: 'Paint on the school wall', area: 'The school wall, Northgate' },
  { words: 'A gate stands open at night', area: '' },
];

/** K1: the coordinator triages what came in. O2 stands in intake.test.ts, on a phone of its own. */
export function concernJourneys(desk: () => RecordsDesk) {
  test('K1: ten inbound concerns are asked about, joined, conveyed and assigned, by keyboard alone', async () => {
    const filer = await desk().openAs(DISPATCHER);
    const ids: string[] = [];
    for (const [n, each] of FORMS.entries()) {
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
    for (const letter of LETTERS) ids.push(await sendLetter(desk(), page, letter));
    expect(ids).toHaveLength(10);
    await page.goto(`${desk().address}/triage`);
    const article = page.getByRole('article');
    const at = () => article.getAttribute('aria-label');
    await expect.poll(at).toBe(ids[0]);
    const goTo = async (id: string) => {
      for (let here = await at(); here !== id; here = await at()) {
        await page.keyboard.press('j'); // past what waited in the demo before
        await expect.poll(at).not.toBe(here);
      }
    };
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
        await goTo(id);
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
    await page.getByText(/each is taken within \d+ days?/).waitFor();
    expect(await page.getByText(/, limit \d+$/).count()).toBe(0); // of those that wait none is past it

    const now = await Promise.all(
      ids.map(async (id) =>
        Concern.parse(await (await page.request.get(`${desk().address}/api/records/concerns/${id}`)).json()),
      ),
    );
    expect(now[0]).toMatchObject({ status: 'new', ownerId: null });
    expect(now[1]).toMatchObject({ status: 'closed', duplicateOf: ids[2] });
    expect(now[4]?.ownerId).toBe('p-quill');
    for (const concern of now.slice(2)) expect(concern, concern.concernId).toMatchObject({ status: 'open' });
    for (const concern of now.slice(7)) expect(concern).toMatchObject({ way: 'email', filedBy: DISPATCHER });
    expect(now[9]).toMatchObject({ words: 'A gate stands open at night', placeWords: 'Orchard Loop' });
    const out = await (await page.request.get(`${desk().address}/api/records/mail-out`)).json();
    for (const id of ids) expect(JSON.stringify(out), id).toContain(`${id}: received`); // whoever told it has a receipt
    await expectSound(page);
  });
}

/** Sends a member's letter to the city's own mail server; gives the concern that became of it. */
async function sendLetter(
  { mailPort, address }: RecordsDesk,
  page: WatchedPage,
  { words, area }: (typeof LETTERS)[number],
): Promise<string> {
  const found = async () => {
    const answer = await page.request.get(`${address}/api/records/mail`);
    return Letters.parse(await answer.json()).letters.filter((letter) => letter.found?.words === words);
  };
  const said = area === '' ? [`Concern: ${words}`] : [`Concern: ${words}`, `Area: ${area}`, 'Actions: none yet'];
  await sendRaw(mailPort, letterOf(LOOMIS, said.join('\r\n')), LOOMIS);
  if (area === '') {
    await expect.poll(found, SORTED).toMatchObject([{ status: 'asked' }]);
    const [asked] = await found();
    const answer = letterOf(LOOMIS, 'Area: Orchard Loop').replace(/^Subject: .*$/m, `Subject: Re: [${asked?.mailId}]`);
    await sendRaw(mailPort, answer, LOOMIS);
  }
  const filed = async () => (await found()).find(({ status }) => status === 'filed')?.concernId;
  await expect.poll(filed, SORTED).toMatch(/^C-/);
  return (await filed()) ?? '';
}

const SORTED = { timeout: 30_000 }; // the server sorts a letter soon after it is kept

/** Moves the focus by the Tab key alone, as a person without a mouse must. */
async function reach(page: WatchedPage, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate((each) => each === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('120 presses of Tab did not reach it');
}
