import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HandOutLanguage, type HandOutRun } from '#data/schema/records/hand-out.ts';
import { contentOf } from '#server/hand-out/content-of.ts';
import { knownOfPage } from '#server/hand-out/desk/known-of-page.ts';
import { scanFile } from '#server/hand-out/scan/scan-file.ts';
import { openRecords } from '#server/store/open-records.ts';
import { printedGround, readPage } from '#server/store/public-pages.ts';
import { type RecordStore, systemActing } from '#server/store/record-store.ts';
import { demoHome } from './demo-home.ts';

const cli = fileURLToPath(new URL('../../server/commonbeat.mjs', import.meta.url));
const run = promisify(execFile);
const system = systemActing('2026-12-14T07:42:00');

let home: string;
let out: string;
beforeAll(async () => {
  home = await demoHome('all-groups');
  out = await mkdtemp(join(tmpdir(), 'hand-outs-'));
});
afterAll(async () => {
  await rm(home, { recursive: true, force: true });
  await rm(out, { recursive: true, force: true });
});

type Told = Pick<HandOutRun, 'pages'> & { files: string[] };

async function briefAll(): Promise<Told> {
  const words = ['brief', '--demo', '--home', home, '--group', 'all', '--period', 'last-month', '--out', out, '--json'];
  const { stdout } = await run(process.execPath, [cli, ...words]);
  return JSON.parse(stdout);
}

const pdfPages = async (file: string): Promise<number> => {
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(file)));
  return pdf.numPages;
};

/** What is found in the finished files of a page in both languages, opened again. */
async function leaksOf(records: RecordStore, groupId: string, handOutId: string): Promise<string[]> {
  const { page, known } = await records.as(system, async (tx) => {
    const found = await readPage(tx, handOutId);
    const geometry = await printedGround(tx, found.facts);
    return { page: found, known: await knownOfPage(home, tx, found.facts, geometry) };
  });
  const found: string[] = [];
  for (const language of HandOutLanguage.options) {
    const bytes = new Uint8Array(await readFile(join(out, `${groupId}.${language}.pdf`)));
    const leaks = await scanFile(bytes, 'pdf', { content: contentOf(page.facts, language, page), known });
    found.push(...leaks.map(({ kind, where, text }) => `${groupId}.${language} ${where}: ${kind} “${text}”`));
  }
  return found;
}

test('one press makes a page of every active group in both languages, each on one sheet, and nothing leaks from any', async () => {
  const { pages, files } = await briefAll();
  expect(pages.filter(({ state }) => state !== 'made')).toEqual([]);
  expect(pages.length).toBeGreaterThanOrEqual(23); // 24 groups, of which one is inactive
  expect(files).toHaveLength(2 * pages.length);
  expect(await Promise.all(files.map(pdfPages))).toEqual(files.map(() => 1));

  const records = await openRecords({ home });
  const leaks: string[] = [];
  for (const { groupId, handOutId } of pages) leaks.push(...(await leaksOf(records, groupId, handOutId ?? '')));
  await records.close();
  expect(leaks).toEqual([]);

  const again = await briefAll();
  expect(again.pages.map(({ handOutId }) => handOutId)).toEqual(pages.map(({ handOutId }) => handOutId));
});
