import { sql } from 'drizzle-orm';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { findChromium } from '#server/documents/find-chromium.ts';
import { closePrinter } from '#server/documents/open-page.ts';
import { makeHandOut } from '#server/hand-out/desk/make-hand-out.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { answerError } from '#server/routes/problem.ts';
import { handOutFileRoutes } from '#server/routes/records/hand-out-files.ts';
import { systemActing } from '#server/store/record-store.ts';
import { NOW } from '#test/fixture/record-desk.ts';
import { openDeskTown } from '#test/server/hand-out/desk/desk-town.ts';

const { store, home, put, officer } = await openDeskTown();
const base = newRoutes();
base.use(async (c, next) => {
  c.set('acting', officer);
  await next();
});
base.onError((error, c) =>
  answerError(error, c, (cause) => {
    throw cause;
  }),
);
base.route('/', handOutFileRoutes(store, home));
const take = (path: string) => base.request(`/api/records/${path}`);
const PREVIEW = 'groups/eastbank/hand-out/preview';

let made: string;
beforeAll(async () => {
  await put.concern('C-0002', { title: 'Cars by the park' });
  const { handOut } = await makeHandOut(home, store, officer, 'eastbank', { from: '2026-11-20', to: '2026-12-13' });
  made = handOut.handOutId;
});
afterEach(() => vi.unstubAllEnvs());

const withoutChromium = async () => {
  await closePrinter();
  vi.stubEnv('COMMONBEAT_CHROMIUM', '/nowhere/chromium');
};

test('the page to come is marked as a draft, and framed by our own pages only', async () => {
  const page = await take(`${PREVIEW}.html?language=es&paper=a4`);
  expect(page.status).toBe(200);
  expect(page.headers.get('X-Frame-Options')).toBe('SAMEORIGIN');
  expect(page.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; .*frame-ancestors 'self'/);
  const html = await page.text();
  expect(html).toContain('<html lang="es">');
  expect(html).toContain('<p class="draft">Borrador, sin publicar</p>');
  expect((await take(`${PREVIEW}.html?paper=legal`)).status).toBe(422);
});

test('a released page is given as HTML in both languages, and no other name is', async () => {
  for (const language of ['en', 'es']) {
    const page = await take(`hand-outs/${made}.${language}.html`);
    expect([page.status, page.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=UTF-8']);
    expect(await page.text()).toMatch(/CB-\w{4}-\w{4}/);
  }
  for (const name of [`${made}.fr.html`, `${made}.en.exe`, 'HO-9999.en.html', `${made}.en.legal.pdf`])
    expect([name, (await take(`hand-outs/${name}`)).status]).toEqual([name, 404]);
});

test.skipIf(findChromium() === null)('as PDF on both papers, as Word and as slides', async () => {
  for (const [ending, magic] of [
    ['letter.pdf', '%PDF'],
    ['a4.pdf', '%PDF'],
    ['docx', 'PK'],
    ['pptx', 'PK'],
  ]) {
    const file = await take(`hand-outs/${made}.en.${ending}`);
    expect([ending, file.status]).toEqual([ending, 200]);
    expect(Buffer.from(await file.arrayBuffer()).toString('latin1')).toMatch(new RegExp(`^${magic}`));
  }
});

test('without Chromium the PDF says where the same page stands, and that page is there', async () => {
  await withoutChromium();
  const pdf = await take(`hand-outs/${made}.en.letter.pdf`);
  const { detail } = await pdf.json();
  expect([pdf.status, detail]).toEqual([503, expect.stringContaining(`/api/records/hand-outs/${made}.en.html`)]);
  expect((await take(`hand-outs/${made}.en.html`)).status).toBe(200);
  expect((await take(`${PREVIEW}.pdf`)).status).toBe(503);
  expect(await (await take(`${PREVIEW}.html`)).text()).toContain('Draft, not released');
});

test('every taking of a released page is in the audit', async () => {
  await take(`hand-outs/${made}.es.html`);
  const { rows } = await store.as(systemActing(NOW), (tx) =>
    tx.execute(sql`select action, words from audit where kind = 'hand-out' and record_id = ${made} and words <> ''`),
  );
  expect(rows).toContainEqual({ action: 'print', words: `${made}.es.html` });
});
