import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bulletin, NewPattern, Pattern } from '#data/schema/records/pattern.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { findChromium } from '#server/documents/find-chromium.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { answerError } from '#server/routes/problem.ts';
import { hashOfFacts, readBulletin } from '#server/store/bulletins.ts';
import { actingAs } from '#test/fixture/record-desk.ts';
import {
  analyst,
  aPattern,
  auditor,
  openBulletinTown,
  SYNOPSIS,
  THEFTS,
  TOWN_CALLS,
} from '#test/server/bulletin/bulletin-town.ts';

const { store, routes, ask, keep } = await openBulletinTown();
const folder = await mkdtemp(join(tmpdir(), 'bulletin-'));
afterAll(() => rm(folder, { recursive: true }));
const officer = actingAs('officer');

let reader: Acting = analyst;
const base = newRoutes();
base.use(async (c, next) => {
  c.set('acting', reader);
  await next();
});
base.onError((error, c) =>
  answerError(error, c, (cause) => {
    throw cause;
  }),
);
base.route('/', routes);
const take = (path: string, as: Acting = analyst) => {
  reader = as;
  return base.request(`/api/records/${path}`);
};
const pageOf = async (path: string, as?: Acting) => (await take(`${path}.html`, as)).text();
const send = (pattern: Pattern, sendTo = ['p-officer'], as = analyst) =>
  ask(as, 'POST', `/api/records/patterns/${pattern.patternId}/bulletins`, { revision: pattern.revision, sendTo });

const FOURTEEN = THEFTS.slice(0, 14);
let pattern: Pattern;
let bulletin: Bulletin;
beforeAll(async () => {
  pattern = await keep(aPattern(FOURTEEN));
  bulletin = (await send(pattern)).json;
});

const textOf = (html: string) =>
  html
    .replace(/<(style|svg)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/\s+/g, ' ');

test('the page lists every case, with label at head and foot, and takes no word as markup', async () => {
  const page = await take(`bulletins/${bulletin.bulletinId}.html`);
  expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  const html = await page.text();
  expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(html).toContain('<title>Cars by Pell Street</title>');
  const words = textOf(html);
  for (const { id } of FOURTEEN) expect(words).toContain(id);
  for (const said of [SYNOPSIS.how, 'Wed and Thu, 1 to 5 pm', 'Figure CB-9M2D-05QX', 'Sent December 14, 2026, 7:42 am'])
    expect(words).toContain(said);
  expect(html.match(/<p class="label (head|foot)"><b>Official<\/b>/g)).toHaveLength(2);
  expect(html).not.toContain('<with');
});

test('its tables can be read aloud: a heading for each row and column, and words for the map', async () => {
  const html = await pageOf(`bulletins/${bulletin.bulletinId}`);
  expect(html.match(/<th scope="row" class="no">/g)).toHaveLength(14);
  expect(html.match(/<th scope="row" abbr="\w+day">/g)).toHaveLength(7);
  expect(html.match(/scope="colgroup" colspan="3"/g)).toHaveLength(8);
  expect(html).toMatch(/role="img" aria-label="Map of 13 cases, numbered as in the list, in Eastbank\./);
  expect(textOf(html)).toContain('Without a place on the map: no. 2.');
});

const has = (program: string) => spawnSync(program, ['-v']).error === undefined;
const canRead = has('pdftotext') && has('pdfinfo') && findChromium() !== null;

async function pdfOf(path: string, name: string) {
  const answer = await take(`${path}.pdf`);
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/pdf']);
  const file = join(folder, name);
  await writeFile(file, Buffer.from(await answer.arrayBuffer()));
  const about = execFileSync('pdfinfo', [file]).toString();
  const words = execFileSync('pdftotext', ['-layout', file, '-']).toString();
  return {
    pages: Number(/Pages:\s+(\d+)/.exec(about)?.[1]),
    about,
    words: words.replace(/\s+/g, ' '),
    sheets: words.split('\f'),
  };
}

test.skipIf(!canRead)('fourteen cases are one Letter page, tagged, with its title', async () => {
  const { pages, about, words } = await pdfOf(`bulletins/${bulletin.bulletinId}`, 'one.pdf');
  expect(pages).toBe(1);
  expect(about).toMatch(/Tagged:\s+yes/);
  expect(about).toMatch(/Title:\s+Cars by Pell Street/);
  expect(about).toMatch(/Page size:\s+612 x 792/);
  for (const { id } of FOURTEEN) expect(words).toContain(id);
  expect(words).toContain(bulletin.hash);
  expect(await readFile(join(folder, 'one.pdf'), 'latin1')).toMatch(/\/Lang \(en\)/);
});

test.skipIf(!canRead)('more cases than fit go on, whole, on the pages that the first one names', async () => {
  const many = await keep(aPattern(THEFTS, { label: 'sensitive' }));
  const { pages, sheets, words } = await pdfOf(`patterns/${many.patternId}/bulletin`, 'many.pdf');
  const [, more, last] = /(\d+) more cases on pages 2 to (\d)\./.exec(sheets[0] ?? '') ?? [];
  expect(pages).toBe(Number(last));
  const listed = (sheet = '') => sheet.match(/T26-\d\d/g)?.length ?? 0;
  expect(listed(sheets[0])).toBe(THEFTS.length - Number(more));
  for (const { id } of THEFTS) expect(words).toContain(id);
  for (const sheet of sheets.slice(0, pages)) expect(sheet.match(/SENSITIVE/g)).toHaveLength(2);
});

test.skipIf(!canRead)('words of the greatest length push the cases on, and none is lost', async () => {
  const long = 'Nobody knows how it was done. '.repeat(26).trim();
  const synopsis = { what: long, where: long, when: long, how: long, advice: long };
  const wordy = await keep(aPattern(FOURTEEN, { synopsis }));
  const { words, sheets } = await pdfOf(`patterns/${wordy.patternId}/bulletin`, 'long.pdf');
  expect(words).toContain('14 cases, and their days and hours, on the pages that follow.');
  for (const { id } of FOURTEEN) expect(words).toContain(id);
  expect(sheets.filter((sheet) => sheet.includes('T26-'))).toHaveLength(1);
});

const docxOf = async (path: string) => {
  const answer = await take(`${path}.docx`);
  return { answer, files: unzipSync(new Uint8Array(await answer.arrayBuffer())) };
};
const xmlText = (xml: Uint8Array | undefined) =>
  strFromU8(xml ?? new Uint8Array())
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');

test('the Word file says the same, with headings, the label on every page and the map with its words', async () => {
  const { answer, files } = await docxOf(`bulletins/${bulletin.bulletinId}`);
  expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="bulletin-${bulletin.bulletinId}.docx"`);
  const words = xmlText(files['word/document.xml']);
  for (const { id } of FOURTEEN) expect(words).toContain(id);
  for (const said of ['Cars by Pell Street', SYNOPSIS.how, 'Recommended times', bulletin.hash])
    expect(words).toContain(said);
  const parts = Object.entries(files).filter(([name]) => /header|footer/.test(name) && name.endsWith('.xml'));
  expect(parts.filter(([, xml]) => xmlText(xml).startsWith('OFFICIAL'))).toHaveLength(2);
  const pictures = Object.keys(files).filter((name) => name.endsWith('.png'));
  expect(pictures).toHaveLength(findChromium() === null ? 0 : 1);
  if (pictures.length > 0)
    expect(strFromU8(files['word/document.xml'] ?? new Uint8Array())).toContain('descr="Map of 13 cases');
});

async function withoutChromium<T>(work: () => Promise<T>): Promise<T> {
  const named = process.env.COMMONBEAT_CHROMIUM;
  process.env.COMMONBEAT_CHROMIUM = join(folder, 'no-such-program');
  try {
    return await work();
  } finally {
    if (named === undefined) delete process.env.COMMONBEAT_CHROMIUM;
    else process.env.COMMONBEAT_CHROMIUM = named;
  }
}

test('without a Chromium the PDF says where the page is, and the Word file that it has no map', async () => {
  await withoutChromium(async () => {
    const answer = await take(`bulletins/${bulletin.bulletinId}.pdf`);
    expect(answer.status).toBe(503);
    expect((await answer.json()).detail).toContain(`/api/records/bulletins/${bulletin.bulletinId}.html`);
    expect((await take(`bulletins/${bulletin.bulletinId}.html`)).status).toBe(200);
    const { files } = await docxOf(`bulletins/${bulletin.bulletinId}`);
    expect(xmlText(files['word/document.xml'])).toContain('The map is not in this file');
  });
});

test('what was sent stays as it is when the pattern changes: the same hash, the same words', async () => {
  const before = textOf(await pageOf(`bulletins/${bulletin.bulletinId}`));
  const { calls, from, to, type, groupIds, label, release } = pattern;
  const changed = {
    from,
    to,
    type,
    groupIds,
    label,
    release,
    status: 'open',
    closedWhy: '',
    revision: pattern.revision,
  };
  const now = {
    ...changed,
    ...{ name: 'Bicycles', synopsis: { ...SYNOPSIS, what: 'Other words.' } },
    calls: calls.map((call, i) => (i < 5 ? { ...call, kept: false, reason: 'a bicycle' } : call)),
  };
  const answer = await ask(analyst, 'PUT', `/api/records/patterns/${pattern.patternId}`, now);
  expect(answer.status).toBe(200);
  pattern = answer.json;
  expect(textOf(await pageOf(`bulletins/${bulletin.bulletinId}`))).toBe(before);
  expect(textOf(await pageOf(`patterns/${pattern.patternId}/bulletin`))).toContain('Bicycles');
  const kept = await store.as(analyst, (tx) => readBulletin(tx, bulletin.bulletinId));
  expect(hashOfFacts(kept.facts)).toBe(bulletin.hash);
});

test('a bulletin of a pattern that was changed meanwhile is not sent, and shows the pattern as it is', async () => {
  const { status, json } = await send({ ...pattern, revision: pattern.revision + 1 });
  expect(status).toBe(409);
  expect(json.current).toMatchObject({ patternId: pattern.patternId, revision: pattern.revision });
});

test('it goes to people who may read it, and to nobody else', async () => {
  const { status, json } = await send(pattern, ['p-officer', 'p-nobody', 'p-city-partner']);
  expect(status).toBe(422);
  expect(json.errors.map(({ path }: { path: string }) => path)).toEqual(['sendTo.1', 'sendTo.2']);
  expect((await send(pattern, [])).status).toBe(422);
  expect((await send(pattern, ['p-officer'], officer)).status).toBe(403);
  expect((await take(`patterns/${pattern.patternId}/bulletin.html`, officer)).status).toBe(403);
  expect((await take('patterns/P-9999/bulletin.html')).status).toBe(404);
  expect((await take('bulletins/PB-9999.pdf')).status).toBe(404);
});

test('A.9: a pattern’s bulletin is kept as it was sent, and each person it is for is told once, with mail that says no more of what is sensitive than where to read', async () => {
  const told = async (bulletinId: string) =>
    (
      await store.pool.query(
        `select n.to_person_id as who, n.clause, n.title, n.words, m.subject, m."to" from notice n
         join mail_out m on m.about = n.notice_id where n.once_key like $1 order by who`,
        [`bulletin/${bulletinId}/%`],
      )
    ).rows;
  const named = (await send(pattern, ['p-officer', 'p-coordinator', 'p-officer'])).json as Bulletin;
  expect(named.sentTo).toEqual([
    { personId: 'p-officer', name: 'p-officer' },
    { personId: 'p-coordinator', name: 'p-coordinator' },
  ]);
  expect(await told(named.bulletinId)).toMatchObject([
    { who: 'p-coordinator', clause: 'A.9', to: ['coordinator@example.org'] },
    { who: 'p-officer', title: `Pattern bulletin ${named.bulletinId}: Bicycles`, to: ['officer@example.org'] },
  ]);
  const sensitive = (await send(await keep(aPattern(FOURTEEN, { label: 'sensitive' })))).json as Bulletin;
  const [notice] = await told(sensitive.bulletinId);
  expect(notice.title).toBe(`Pattern bulletin ${sensitive.bulletinId}`);
  expect(`${notice.words} ${notice.subject}`).not.toContain('Pell');
});

test('every draft, print and export is in the audit', async () => {
  await docxOf(`bulletins/${bulletin.bulletinId}`);
  await pageOf(`patterns/${pattern.patternId}/bulletin`);
  const { rows } = await store.pool.query(
    `select action, kind, record_id as id, words, person_id as who from audit where action in ('print', 'export') order by number desc limit 2`,
  );
  expect(rows).toEqual([
    { action: 'print', kind: 'pattern', id: pattern.patternId, words: 'HTML', who: 'p-analyst' },
    { action: 'export', kind: 'bulletin', id: bulletin.bulletinId, words: 'Word', who: 'p-analyst' },
  ]);
});

const OPEN: Partial<NewPattern> = { label: 'open', release: 'group' };

test('a bulletin for a group holds no call, no block, no dot and no word of the synopsis, in any of its files', async () => {
  const sent = (await send(await keep(aPattern(FOURTEEN, OPEN)))).json as Bulletin;
  const path = `bulletins/${sent.bulletinId}`;
  const html = await pageOf(path, officer);
  const { files } = await docxOf(path);
  const docx = Object.entries(files).map(([name, bytes]) => (name.endsWith('.xml') ? strFromU8(bytes) : ''));
  const pdf = canRead ? (await pdfOf(path, 'open.pdf')).words : '';
  const { rows } = await store.pool.query('select facts::text as facts from bulletin where bulletin_id = $1', [
    sent.bulletinId,
  ]);
  for (const words of [html, docx.join(' '), pdf, rows[0].facts]) {
    expect(words).not.toMatch(/T26-|Pell|PELL|Tern Park|blk|BLK|Side window|Wed and Thu/);
    for (const { place } of TOWN_CALLS) if (place) expect(words).not.toContain(String(place[0]));
  }
  expect(html).not.toContain('<circle');
  expect(textOf(html)).toContain('Theft from vehicle: 14 calls.');
  expect(textOf(html)).toContain('Open For the community groups named here');
});

test('an auditor, who reads calls at the public level, has what was sent without its cases', async () => {
  const words = textOf(await pageOf(`bulletins/${bulletin.bulletinId}`, auditor));
  expect(words).toContain(bulletin.hash);
  expect(words).not.toMatch(/T26-|Pell|blk/);
});
