import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { CALLS_HEADER } from '#data/demo/calls.ts';
import { DEMO_NOW } from '#data/demo/city.ts';
import { ingestCalls } from '#server/ingest/ingest-calls.ts';
import { loadProfile } from '#server/ingest/load-profile.ts';
import type { WatchedPage } from './browser.ts';
import type { RecordsDesk } from './records-desk.ts';

/**
 * Takes some of the demo's calls into the served city once more, as others of the same time and place, and waits until
 * the server has cut them. Answers how many.
 */
export async function takeInAgain(
  page: WatchedPage,
  { home, address }: Pick<RecordsDesk, 'home' | 'address'>,
  isMeant: (row: string) => boolean,
): Promise<number> {
  const manifest = async (): Promise<string> =>
    (await (await page.request.get(`${address}/api/manifest`)).json()).manifest;
  const before = await manifest();
  const rows = (await readFile(join(home, 'demo', 'calls.csv'), 'utf8')).split('\n').filter(isMeant);
  const file = join(home, 'demo', 'more-calls.csv');
  await writeFile(file, CALLS_HEADER + rows.map((row) => row.replace(/^[A-Z](\d\d-)/, 'Z$1')).join('\n'));
  const now = Date.parse(`${DEMO_NOW}-05:00`);
  const { accepted } = await ingestCalls({ files: [file], profile: await loadProfile('demo'), home, now });
  await expect.poll(manifest, { timeout: 60_000, interval: 500 }).not.toBe(before);
  await rm(file);
  return accepted;
}
