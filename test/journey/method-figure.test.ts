import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectSound, openRecordsDesk, type RecordsDesk } from './records-desk.ts';

let desk: RecordsDesk;
beforeAll(async () => {
  desk = await openRecordsDesk();
});
afterAll(() => desk?.close());

test('A3: what a method found is copied with its code, and the code opens the method again as it was set', async () => {
  const page = await desk.openAs('p-nakamura', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(`${desk.address}/?method=two-counts&kinds=theft-from-vehicle`);
  const panel = page.getByRole('region', { name: 'Before and now' });
  await panel.getByText('A year ago', { exact: true }).click({ timeout: 60_000 });
  await panel.getByText(', 2025.').first().waitFor({ timeout: 30_000 });
  await panel.getByRole('button', { name: 'Copy with its code' }).click();
  await panel.getByRole('button', { name: 'Copied' }).waitFor();
  const said = await page.evaluate(() => navigator.clipboard.readText());
  const [, sentence = '', code = ''] = /^(.+) \((CB-[0-9A-Z]{4}-[0-9A-Z]{4})\)$/.exec(said) ?? [];
  expect(sentence).toMatch(/: \d+ calls in .+, \d+ in .+, 2025\.$/);

  await page.goto(`${desk.address}/figure/${code}`);
  await panel.getByText(`Figure ${code}, as it was made`).waitFor({ timeout: 60_000 });
  expect(await panel.innerText()).toContain(sentence);
  expect(await panel.getByRole('radio', { name: 'A year ago' }).isChecked()).toBe(true);
  await expectSound(page);

  await panel.getByText('The days before', { exact: true }).click();
  await panel.getByText('Figure CB-').waitFor({ state: 'detached' }); // another question is no replay
  await page.context().close();
});
