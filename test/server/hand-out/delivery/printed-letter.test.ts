import { execFileSync, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HandOutLanguage } from '#data/schema/records/hand-out.ts';
import { findChromium } from '#server/documents/find-chromium.ts';
import type { HandOutContent, Said } from '#server/hand-out/content.ts';
import { contentOf } from '#server/hand-out/content-of.ts';
import { handOutEncloser } from '#server/hand-out/delivery/enclose.ts';
import { openHandOutMap } from '#server/hand-out/hand-out-map.ts';
import { cutContent } from '#server/hand-out/page/cuts.ts';
import { fitHtml } from '#server/hand-out/page/fit-page.ts';
import { openPapers } from '#server/hand-out/public/open-papers.ts';
import { postLetters } from '#server/mail/post-letters.ts';
import { handOutReaderRoutes } from '#server/routes/records/hand-out-readers.ts';
import { systemActing } from '#server/store/record-store.ts';
import { getReleased } from '#server/store/told-cells.ts';
import { openGatedTown } from '#test/fixture/gated-town.ts';
import { EASTBANK_AREA, RICH } from '#test/fixture/hand-out-facts.ts';
import { catchLetters } from '#test/fixture/letter-catcher.ts';
import { actingAs, deskOf, NOW } from '#test/fixture/record-desk.ts';
import { releasePage, seedTown } from '#test/fixture/released-town.ts';

const SECRET = 'a secret of this test alone';
const PUBLIC_URL = 'https://commonbeat.city.example';
const canRead = spawnSync('pdftotext', ['-v']).error === undefined && findChromium() !== null;

const { store, home } = await openGatedTown();
const system = systemActing(NOW);
const ask = deskOf(handOutReaderRoutes(store, { secret: SECRET, publicUrl: PUBLIC_URL }));
const box = await catchLetters();
afterAll(() => box.close());

/** As the server does it: Chromium prints the page, the file is looked through, and goes out enclosed. */
const papers = openPapers(home, store, () => NOW);
const enclose = handOutEncloser({ papers, secret: SECRET, publicUrl: PUBLIC_URL, acting: () => system });

beforeAll(async () => {
  if (!canRead) return;
  await seedTown(store);
  await store.as(system, (tx) => releasePage(tx, 'HO-0012', RICH, NOW));
  const readerIds: string[] = [];
  for (const [representativeId, language] of [
    ['RP-1', 'en'],
    ['RP-2', 'es'],
  ]) {
    const consent = { consentedOn: '2026-11-20', consentHow: 'At the meeting, in writing' };
    const path = '/api/records/groups/eastbank/readers';
    const { json } = await ask(actingAs('officer'), 'POST', path, { representativeId, language, ...consent });
    readerIds.push(json.readerId);
  }
  await ask(actingAs('officer'), 'POST', '/api/records/hand-outs/HO-0012/deliveries', { readerIds });
  expect(await postLetters(store, system, box.post, 'commonbeat@example.org', enclose)).toMatchObject({ sent: 2 });
});

test.skipIf(!canRead).each([
  ['odile@example.org', 'en'],
  ['bram@example.org', 'es'],
] as const)(
  'the page that reaches %s by mail is the page, word for word, in their language: %s',
  async (to, language) => {
    const [paper, ...more] = box.caught.find((letter) => letter.to.includes(to))?.email.attachments ?? [];
    expect(more).toEqual([]);
    expect(paper).toMatchObject({ filename: `HO-0012.${language}.pdf`, mimeType: 'application/pdf' });
    const bytes = bytesOf(paper?.content);
    const file = join(home, `received.${language}.pdf`);
    await writeFile(file, bytes);
    const byPoppler = execFileSync('pdftotext', ['-raw', file, '-']).toString();
    const { text, totalPages } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
    expect(totalPages).toBe(1);
    const said = wordsOf(await printedContent(language));
    expect(said.length).toBeGreaterThan(30);
    for (const read of [byPoppler, text]) {
      const letters = plain(read);
      expect(said.filter((words) => !letters.includes(plain(words)))).toEqual([]);
    }
  },
);

const bytesOf = (content: ArrayBuffer | Uint8Array | string | undefined): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content ?? new ArrayBuffer(0));

/** Lines and pages break words as they please: letters and digits are compared, in their order. */
const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** What of the content stands on the paper. */
async function printedContent(language: HandOutLanguage): Promise<HandOutContent> {
  const { facts, handOut } = await store.as(system, (tx) => getReleased(tx, 'HO-0012'));
  const content = contentOf(facts, language, handOut);
  const draw = await openHandOutMap(home, { geometry: EASTBANK_AREA, dots: facts.calls.dots });
  const drawMap = (height: number) => draw(height, content.map.label);
  return cutContent(content, (await fitHtml({ content, drawMap, paper: 'letter' })).cut);
}

const wordsOf = (content: HandOutContent): string[] => {
  const { map, lines, concerns, sections, tips, talk } = content;
  const said = ({ words, marked, after }: Said) => [words, marked, after];
  return [
    ...[content.department, content.groupName, content.days, content.forMeeting, content.answer, content.changed],
    ...[map.note, content.none, content.withheld, content.caveat, content.foot, ...content.notes],
    ...lines.flatMap(({ number, label, against, usual }) => [number, label, against, usual?.words ?? '']),
    ...[...concerns.heads, concerns.more],
    ...concerns.rows.flatMap((row) => [row.reference, ...said(row.said), ...said(row.did), ...said(row.notYet)]),
    ...sections.flatMap(({ heading, items }) => [heading, ...items.flatMap(said)]),
    ...[tips.heading, ...tips.items, talk.heading, talk.phone, talk.who, talk.nextMeeting],
  ].filter((words) => words !== '');
};
