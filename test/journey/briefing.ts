import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, expect, test } from 'vitest';
import { HandOutDesk } from '#data/schema/records/hand-out.ts';
import type { WatchedPage } from './browser.ts';
import { done, expectSound, type Hands, type RecordsDesk } from './records-desk.ts';

const OFFICER = 'p-whitlock';
const OWN = 'Bring a neighbor who has never been here.';
const MOST_PRESSES = 8; // for three minutes with time to read: group, item, item, line, release, yes, print

/** "33 Thefts from cars", from a line of the paper. */
const numberAndKind = (line: string): string => line.split('\n').slice(0, 2).join(' ').trim();

/** O1: an officer prepares, releases and prints the page for tonight's meeting. */
export function briefingJourneys(desk: () => RecordsDesk) {
  let officer: WatchedPage;
  const spent: Hands[] = [];
  const printed = { kinds: [] as string[], concerns: [] as string[], leftOut: '' };

  beforeAll(async () => {
    officer = await desk().openAs(OFFICER);
  });

  const paper = () => officer.frameLocator('iframe[title="The page as it will be printed"]:not([aria-hidden])');
  const rows = (part: string): Locator => officer.locator(`section[aria-labelledby="part-${part}"] li[data-item]`);
  const idsOf = (some: Locator): Promise<string[]> =>
    some.evaluateAll((found) => found.map((row) => row.getAttribute('data-item')?.split('/').at(-1) ?? ''));

  test('O1: from my groups to a page that is filled since the last meeting, in one press', async () => {
    const cost = await done(officer, 'O1, to the page', async () => {
      await officer.goto(`${desk().address}/groups`);
      const mine = officer.locator('section', { has: officer.getByRole('heading', { name: /^My groups/ }) });
      await mine.getByRole('link', { name: 'Prepare the page for Eastbank' }).click();
      await officer.getByText('The release check passes.').waitFor();
      await paper().locator('.answer').waitFor();
    });
    spent.push(cost);
    expect(cost).toEqual({ presses: 1, keys: 0 });
    await officer.getByText(/^Since the last meeting, Nov 16, 2026/).waitFor();
    await officer.getByText('For the meeting of Dec 17, 2026').waitFor();
    for (const part of ['concern', 'tip']) expect(await rows(part).count(), part).toBeGreaterThan(1);
    await expectSound(officer);
  });

  test('O1: what is ticked, moved and added is on the paper beside it, word for word', async () => {
    const ticked = rows('concern').filter({ has: officer.getByRole('checkbox', { checked: true }) });
    const before = await idsOf(ticked);
    expect(before.length).toBeGreaterThan(1);
    spent.push(
      await done(officer, 'O1, tick, move, one line', async () => {
        await ticked.last().getByRole('checkbox').click();
        await ticked
          .last()
          .getByRole('button', { name: /^Move .* up$/ })
          .click();
        await officer.getByRole('textbox', { name: 'A line of your own, English' }).click();
        await officer.keyboard.type(OWN);
        await officer.getByText('Draft, saved').waitFor();
        await paper().getByText(OWN).waitFor();
      }),
    );
    printed.leftOut = before.at(-1) ?? '';
    const chosen = await idsOf(ticked);
    expect(chosen).not.toContain(printed.leftOut);
    expect(chosen).not.toEqual(before.slice(0, -1));
    const rowsSaid = await paper().locator('.concerns tbody th').allInnerTexts();
    printed.concerns = rowsSaid.map((said) => /C-\d+/.exec(said)?.[0] ?? said);
    expect(printed.concerns.length).toBeGreaterThan(1);
    expect(printed.concerns).toEqual(chosen.slice(0, printed.concerns.length)); // what does not fit is asked at the meeting
    const counted = officer.locator('section[aria-labelledby="part-calls"] li');
    const shown = (await counted.allTextContents()).map((said) => said.replaceAll(/\s+/g, ' '));
    printed.kinds = (await paper().locator('.lines > li').allInnerTexts()).map(numberAndKind);
    expect(printed.kinds.length).toBeGreaterThan(2);
    for (const kind of printed.kinds) expect(shown.some((said) => said.startsWith(kind.replace(' ', '')))).toBe(true);
    await expectSound(officer);
  });

  test('O1: released and printed, the page says what the builder showed, in few presses', async () => {
    const answer = await paper().locator('.answer').innerText();
    let file = '';
    spent.push(
      await done(officer, 'O1, released and printed', async () => {
        await officer.getByRole('button', { name: 'Release', exact: true }).click();
        await officer.getByText('Its numbers are told for good', { exact: false }).waitFor();
        await officer.getByRole('dialog').getByRole('button', { name: 'Release', exact: true }).click();
        const pdf = officer.getByRole('button', { name: 'PDF Letter, English' });
        const [download] = await Promise.all([officer.waitForEvent('download'), pdf.click()]);
        file = await download.path();
      }),
    );
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await readFile(file))), {
      mergePages: true,
    });
    const said = text.replaceAll(/\s+/g, ' ');
    for (const part of [answer.replaceAll(/\s+/g, ' '), OWN, 'Eastbank', ...printed.concerns])
      expect(said).toContain(part);
    for (const kind of printed.kinds) expect(said).toContain(kind);
    expect(said).not.toContain(printed.leftOut);
    expect(said).toContain(await officer.locator('.code').first().innerText());
    const presses = spent.reduce((sum, hands) => sum + hands.presses, 0);
    const keys = spent.reduce((sum, hands) => sum + hands.keys, 0);
    expect(presses).toBeLessThanOrEqual(MOST_PRESSES);
    expect(keys).toBe(OWN.length);
    await expectSound(officer);
  });

  test('O1: the released page stands in the history, and its code leads to it', async () => {
    const code = await officer.locator('.code').first().innerText();
    const where = officer.url();
    await officer.goto(`${desk().address}/figure/${code}`);
    await officer.getByRole('heading', { name: 'The page of Eastbank' }).waitFor();
    expect(officer.url()).toBe(where);
    await officer.getByText('count the same today', { exact: false }).waitFor();
    const answer = await officer.request.get(`${desk().address}/api/records/groups/eastbank/hand-out`);
    const { released, draft } = HandOutDesk.parse(await answer.json());
    expect(released[0]).toMatchObject({ code, withdrawnAt: null });
    expect(draft).toBeNull();
    await officer.context().close();
  });
}
