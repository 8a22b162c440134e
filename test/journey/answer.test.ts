import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeInAgain } from './more-calls.ts';
import { done, expectSound, openRecordsDesk, type RecordsDesk } from './records-desk.ts';

let desk: RecordsDesk;
beforeAll(async () => {
  desk = await openRecordsDesk();
});
afterAll(() => desk?.close());

const CODE = /CB-[0-9A-Z]{4}-[0-9A-Z]{4}/;
const COUNT = /: ([\d,]+) calls?, /;

test('A3: a question is answered in a sentence, logged, and its code replays the same count', async () => {
  const page = await desk.openAs('p-nakamura', { permissions: ['clipboard-read', 'clipboard-write'] });
  const answer = page.getByRole('region', { name: 'Answer', exact: true });
  let said = '';
  const cost = await done(page, 'A3', async () => {
    await page.goto(`${desk.address}/?area=eastbank&kinds=noise`); // as the choices of group and kind leave it
    await answer.getByRole('button', { name: 'Copy the answer' }).click({ timeout: 60_000 });
    await answer.getByRole('button', { name: 'Copied' }).waitFor();
    said = await page.evaluate(() => navigator.clipboard.readText());
    await answer.getByRole('button', { name: 'Log as a request' }).click();
    const dialog = page.getByRole('dialog', { name: 'Log as an analysis request' });
    await dialog.getByLabel('Who asked').fill('Captain Keane');
    await dialog.getByRole('button', { name: 'Log it' }).click();
    await answer.getByRole('link', { name: /Logged as AR-/ }).waitFor();
  });
  expect(cost.presses).toBeLessThanOrEqual(6);
  expect(said).toMatch(COUNT);
  expect(said).toMatch(/Usual range \d+ to \d+/);
  expect(said).toMatch(/per 1,000 (residents|addresses)/);
  await expectSound(page);

  await answer.getByRole('link', { name: /Logged as AR-/ }).click();
  await expect.poll(() => page.locator('main').innerText(), { timeout: 30_000 }).toContain('Captain Keane');
  const [code = 'none'] = CODE.exec(said) ?? [];
  expect(await page.locator('main').innerText()).toContain(code);

  await page.goto(`${desk.address}/figure/${code}`);
  await page.getByText(`Figure ${code}, as it was made`).waitFor({ timeout: 60_000 });
  const replayed = await answer.innerText();
  expect(COUNT.exec(replayed)?.[1]).toBe(COUNT.exec(said)?.[1]);
  expect(CODE.exec(replayed)?.[0]).toBe(code);
  await page.context().close();
});

test('A3: after more calls were taken in, the code opens the calls it was counted in, and from there those of today', async () => {
  const page = await desk.openAs('p-nakamura', { permissions: ['clipboard-read', 'clipboard-write'] });
  const answer = page.getByRole('region', { name: 'Answer', exact: true });
  await page.goto(`${desk.address}/?kinds=noise`);
  await answer.getByRole('button', { name: 'Copy the answer' }).click({ timeout: 60_000 });
  await answer.getByRole('button', { name: 'Copied' }).waitFor();
  const said = await page.evaluate(() => navigator.clipboard.readText());
  const [code = 'none'] = CODE.exec(said) ?? [];
  const before = numberIn(said);

  const noiseLastWeek = /,2026-12-(0[7-9]|1[0-3]) .*,NOISE COMPLAINT,/;
  expect(await takeInAgain(page, desk, (row) => noiseLastWeek.test(row))).toBeGreaterThan(0);

  await page.goto(`${desk.address}/figure/${code}`);
  await page.getByText(`Figure ${code}, as it was made`).waitFor({ timeout: 60_000 });
  const former = page.getByText('These are the data of Dec 14, 2026');
  await former.waitFor();
  expect(numberIn(await answer.innerText())).toBe(before);
  await page.reload();
  await former.waitFor({ timeout: 60_000 });
  expect(CODE.exec(await answer.innerText())?.[0]).toBe(code);
  await expectSound(page);

  await page.getByRole('button', { name: 'Open today’s' }).click();
  await page.getByText(`Figure ${code}, asked again`).waitFor({ timeout: 60_000 });
  expect(await former.count()).toBe(0);
  expect(numberIn(await answer.innerText())).toBeGreaterThan(before);
  await page.context().close();
});

const numberIn = (said: string): number => Number(COUNT.exec(said)?.[1]?.replaceAll(',', ''));
