import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Truth } from '#data/demo/truth.ts';
import type { Pattern } from '#data/schema/records/pattern.ts';
import type { WatchedPage } from './browser.ts';
import { done, expectSound, openRecordsDesk, type RecordsDesk } from './records-desk.ts';

let desk: RecordsDesk;
beforeAll(async () => {
  desk = await openRecordsDesk();
});
afterAll(() => desk?.close());

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const has = (program: string) => spawnSync(program, ['-v']).error === undefined;
const hasPdfinfo = has('pdfinfo');

/** Four corners around the middle of the map, pressed as a hand would; Enter closes the ring. */
async function drawAround(page: WatchedPage): Promise<void> {
  await page.getByRole('button', { name: /^Part of the map/ }).click();
  await page.getByRole('button', { name: 'Draw an area' }).click();
  const canvas = page.locator('.area-map canvas').first();
  const { x, y, width, height } = (await canvas.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  for (const [right, down] of [
    [0.43, 0.4],
    [0.63, 0.4],
    [0.63, 0.575],
    [0.43, 0.575],
  ] as const) {
    await page.mouse.click(x + width * right, y + height * down);
    await page.waitForTimeout(350); // two presses in a row would be a double one
  }
  await page.keyboard.press('Enter');
}

/** A page of the bulletin as the browser itself would fetch it. */
async function paper(page: WatchedPage, href: string | null): Promise<{ type: string; bytes: Buffer }> {
  const answer = await page.request.get(desk.address + href);
  expect(answer.status(), String(href)).toBe(200);
  return { type: answer.headers()['content-type'] ?? '', bytes: await answer.body() };
}

async function pagesOf(pdf: Buffer): Promise<number> {
  const file = join(await mkdtemp(join(tmpdir(), 'bulletin-')), 'bulletin.pdf');
  await writeFile(file, pdf);
  return Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file]).toString())?.[1]);
}

async function leaveOut(page: WatchedPage, mark: string, reason: string): Promise<void> {
  await page.getByRole('checkbox', { name: `Keep call ${mark}`, exact: true }).click();
  await page
    .getByRole('form', { name: `Why is call ${mark} left out?` })
    .getByRole('button', { name: reason })
    .click();
}

test('A2: a drawn area becomes a pattern, two calls go out with why, one page is sent and read', async () => {
  const page = await desk.openAs('p-nakamura');
  const how = 'Side windows broken, bags taken from seats.';
  const cost = await done(page, 'A2', async () => {
    await page.goto(`${desk.address}/?kinds=theft-from-vehicle`);
    await page.getByRole('region', { name: 'Answer', exact: true }).waitFor({ timeout: 60_000 });
    await page.locator('.area-map canvas').first().waitFor();
    await drawAround(page);
    await page.getByRole('button', { name: /^Make a pattern of these \d+ calls$/ }).click({ timeout: 60_000 });
    await page.waitForURL(/\/patterns\/P-\d+$/);
    await page.getByRole('region', { name: 'Calls', exact: true }).getByRole('checkbox').first().waitFor();
    await leaveOut(page, '1', 'Not the same kind');
    await leaveOut(page, '1', 'Told twice');
    await page.getByRole('button', { name: 'Redraft from the calls' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take these' }).click();
    await page.getByRole('textbox', { name: 'How' }).fill(how);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('link', { name: 'PDF', exact: true }).waitFor();
  });
  expect(cost.presses).toBeLessThanOrEqual(20);
  await page.getByText(/kept, 2 left out/).waitFor();
  await expectSound(page);

  const hrefOf = (name: string) => page.getByRole('link', { name, exact: true }).getAttribute('href');
  const pdf = await paper(page, await hrefOf('PDF'));
  expect(pdf.type).toBe('application/pdf');
  if (hasPdfinfo) expect(await pagesOf(pdf.bytes)).toBe(1);
  const word = await paper(page, await hrefOf('Word'));
  expect(word.type).toContain(DOCX);
  expect(word.bytes.subarray(0, 2).toString()).toBe('PK');
  expect((await paper(page, await hrefOf('Preview'))).bytes.toString()).toContain(how);

  const rows = page.getByRole('button', { name: /^Call [0-9a-z]+:/ });
  const calls = await rows.count();
  expect(calls).toBeGreaterThan(4);
  for (let at = 0; at < calls; at++) {
    await rows.nth(at).click();
    await page.getByRole('link', { name: 'Show in Explore' }).waitFor();
    await page.getByText('Closed as', { exact: true }).waitFor();
    await rows.nth(at).click();
  }

  const whitlock = page.getByRole('button', { name: 'Take CRO Whitlock off the list' }); // Eastbank's officer comes first
  await whitlock.waitFor();
  await page.getByRole('button', { name: 'Send bulletin' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send the bulletin' });
  await dialog.getByText('CRO Whitlock').waitFor();
  await dialog.getByRole('button', { name: 'Send it' }).click();
  await page.getByText(/^PB-\d+ was sent to/).waitFor({ timeout: 60_000 });
  await expectSound(page);
  const address = page.url();
  const [patternId = ''] = /P-\d+/.exec(address) ?? [];

  await rows.first().click();
  await page.getByRole('link', { name: 'Show in Explore' }).click();
  await page
    .getByRole('region', { name: 'Answer', exact: true })
    .getByText(/: [1-9]\d* calls?,/)
    .waitFor({ timeout: 60_000 });
  await page.context().close();

  const officer = await desk.openAs('p-whitlock');
  await officer.goto(`${desk.address}/duties/mine`);
  const notice = officer.getByRole('listitem').filter({ hasText: `the bulletin of pattern ${patternId}` });
  await notice.getByRole('link').click({ timeout: 60_000 });
  await officer.waitForURL(address);
  await officer.getByText(how).waitFor();
  const sent = await officer.getByRole('link', { name: /^PB-\d+ as PDF$/ }).getAttribute('href');
  const read = await paper(officer, sent);
  expect(read.type).toBe('application/pdf');
  if (hasPdfinfo) expect(await pagesOf(read.bytes)).toBe(1);
  expect(await officer.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0);
  await officer.getByText(/kept, 2 left out/).waitFor({ timeout: 60_000 });
  await expectSound(officer);
  await officer.context().close();
});

test('A2: a string of near repeats becomes a pattern of just its calls, those that the truth file planted', async () => {
  const planted = await plantedString('string-northgate');
  const page = await desk.openAs('p-nakamura');
  const cost = await done(page, 'A2, from a string', async () => {
    await page.goto(`${desk.address}/?method=near-repeat&area=northgate&kinds=burglary&from=2025-02-24&to=2025-03-30`);
    await page
      .getByRole('region', { name: 'Near repeat' })
      .getByRole('button', { name: `Make a pattern of these ${planted.length} calls: Burglary, string of` })
      .click({ timeout: 60_000 });
    await page.waitForURL(/\/patterns\/P-\d+$/);
  });
  expect(cost.presses).toBe(1);
  await page.getByText(`${planted.length} kept`, { exact: true }).waitFor();
  await page.getByText(/from a string of near repeats$/).waitFor();
  const [patternId] = /P-\d+$/.exec(page.url()) ?? [];
  const answer = await page.request.get(`${desk.address}/api/records/patterns/${patternId}`);
  const { pattern }: { pattern: Pattern } = await answer.json();
  const kept = new Set(pattern.calls.map(({ callId }) => callId));
  const rows = (await readFile(join(desk.home, 'demo', 'calls.csv'), 'utf8')).split('\n');
  expect(
    rows
      .map(toPlaced)
      .filter(({ id }) => kept.has(id))
      .map(({ at }) => at),
  ).toEqual(planted);
  expect(pattern.groupIds).toContain('northgate');
  await expectSound(page);
  await page.context().close();
});

/** Day and point of each call of a string that the demo city was given. */
async function plantedString(id: string): Promise<string[]> {
  const truth: Truth = JSON.parse(await readFile(join(desk.home, 'demo', 'truth.json'), 'utf8'));
  const calls = truth.nearRepeat.find((string) => string.id === id)?.calls ?? [];
  expect(calls.length).toBeGreaterThan(2);
  return calls.map(({ date, lon, lat }) => [date, lon, lat].join(' '));
}

/** A row of the demo's calls: its number, and the day it was received with its point. */
function toPlaced(row: string): { id: string; at: string } {
  const cells = row.split(',');
  const [id = '', , received = ''] = cells;
  const [lon, lat] = cells.slice(-2).map(Number);
  return { id, at: [received.slice(0, 10), lon, lat].join(' ') };
}
