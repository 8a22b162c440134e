import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium } from '#server/documents/find-chromium.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { reportDocumentRoutes } from '#server/routes/records/report-documents.ts';
import { keepDraft } from '#server/store/reports.ts';
import { report as reportTable } from '#server/store/tables/notices.ts';
import { actingAs, freshStore } from '#test/fixture/record-desk.ts';
import { smallCity } from '#test/fixture/reports/city.ts';
import { fillStore } from '#test/fixture/reports/fill.ts';

const store = await freshStore();
const coordinator = actingAs('coordinator', 'p-coordinator', '2027-01-04T09:00:00');
const base = newRoutes();
base.use(async (c, next) => {
  c.set('acting', coordinator);
  await next();
});
const folder = await mkdtemp(join(tmpdir(), 'report-'));
base.route('/', reportDocumentRoutes(store, folder)); // a home without calls
afterAll(() => rm(folder, { recursive: true }));

const take = (ending: string) => base.request(`/api/records/reports/2026-Q4/report.${ending}`);
const SAID = [
  'Quarterly report to the chief, fourth quarter of 2026',
  'd. Progress on earlier concerns',
  '4 concerns were open in the quarter; 1 new, 1 closed, 3 open at its end.',
  'Dumping behind Orchard Loop',
  'None, because: It was closed Nov 20: resolved.',
];

beforeAll(async () => {
  await fillStore(store, smallCity);
  const order = (reportId: string, from: string) => ({
    reportId,
    kind: 'quarterly' as const,
    subject: null,
    from,
    amends: null,
  });
  await store.as(coordinator, async (tx) => {
    await keepDraft(tx, coordinator, order('2026-Q3', '2026-07-01'));
    await tx.update(reportTable).set(SENT).where(eq(reportTable.reportId, '2026-Q3'));
    await keepDraft(tx, coordinator, order('2026-Q4', '2026-10-01'));
  });
});
const SENT = { status: 'sent', sentAt: '2026-10-12T09:00:00', sentBy: 'p-coordinator', hash: '0' } as const;

test('the page says the report in order, marked up, and holds no word of a resident as markup', async () => {
  const page = await take('html');
  expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  const html = await page.text();
  for (const said of SAID) expect(html).toContain(said.replaceAll("'", '&#39;'));
  expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect([...html.matchAll(/<h2>([a-d])\./g)].map((match) => match[1])).toEqual(['a', 'b', 'c', 'd']);
  await store.pool.query(`update report set summary = '<script>alert(1)</script>' where report_id = '2026-Q4'`);
  const hostile = await (await take('html')).text();
  expect(hostile).toContain('&lt;script&gt;');
  expect(hostile).not.toContain('<script>');
  await store.pool.query(`update report set summary = '' where report_id = '2026-Q4'`);
});

test('the Word file opens as one, with headings and the same words', async () => {
  const answer = await take('docx');
  expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="report-2026-Q4.docx"');
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const text = xml.replace(/<[^>]+>/g, '').replaceAll('&amp;', '&');
  for (const said of SAID) expect(text).toContain(said);
  expect(xml.match(/w:val="Heading2"/g)?.length).toBe(5);
  expect(strFromU8(files['docProps/core.xml'] ?? new Uint8Array())).toContain(SAID[0]);
});

test.skipIf(findChromium() === null)('the PDF is tagged, in English, and has its title', async () => {
  const answer = await take('pdf');
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/pdf']);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const text = bytes.toString('latin1');
  expect(text.slice(0, 5)).toBe('%PDF-');
  expect(text).toContain('/StructTreeRoot');
  expect(text).toMatch(/\/Marked true/);
  expect(text).toMatch(/\/Lang \(en\)/);
  expect(text).toContain('/Title (Quarterly report to the chief, fourth quarter of 2026)');
  await writeFile(join(folder, 'report.pdf'), bytes);
});

const has = (program: string) => spawnSync(program, ['-v']).error === undefined;

test.skipIf(!has('pdftotext') || findChromium() === null)('pdftotext reads the same words from the PDF', async () => {
  execFileSync('pdftotext', ['-layout', join(folder, 'report.pdf'), join(folder, 'report.txt')]);
  const text = (await readFile(join(folder, 'report.txt'), 'utf8')).replace(/\s+/g, ' ');
  for (const said of SAID) expect(text).toContain(said);
});

test.skipIf(!has('soffice'))('LibreOffice opens the Word file', async () => {
  await writeFile(join(folder, 'report.docx'), Buffer.from(await (await take('docx')).arrayBuffer()));
  execFileSync('soffice', ['--headless', '--convert-to', 'txt:Text', '--outdir', folder, join(folder, 'report.docx')]);
  expect(await readFile(join(folder, 'report.txt'), 'utf8')).toContain(SAID[0]);
});

test('without a Chromium the PDF says what to do, and the page still comes', async () => {
  const named = process.env.COMMONBEAT_CHROMIUM;
  process.env.COMMONBEAT_CHROMIUM = join(folder, 'no-such-program');
  const answer = await take('pdf');
  if (named === undefined) delete process.env.COMMONBEAT_CHROMIUM;
  else process.env.COMMONBEAT_CHROMIUM = named;
  expect(answer.status).toBe(503);
  expect((await answer.json()).detail).toMatch(/COMMONBEAT_CHROMIUM.*report\.html/);
  expect((await take('html')).status).toBe(200);
});

test('every print and export is in the audit', async () => {
  await take('docx');
  const { rows } = await store.pool.query(
    `select action, words, person_id from audit where kind = 'report' and action in ('print', 'export') order by number desc limit 1`,
  );
  expect(rows).toEqual([{ action: 'export', words: 'Word', person_id: 'p-coordinator' }]);
});
