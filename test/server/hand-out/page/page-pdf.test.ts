import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { HandOutFacts, HandOutLanguage, PaperSize } from '#data/schema/records/hand-out.ts';
import { findChromium } from '#server/documents/find-chromium.ts';
import { withPage } from '#server/documents/open-page.ts';
import { contentOf } from '#server/hand-out/content-of.ts';
import { openHandOutMap } from '#server/hand-out/hand-out-map.ts';
import { type Cut, UNCUT } from '#server/hand-out/page/cuts.ts';
import { fitPage } from '#server/hand-out/page/fit-page.ts';
import { pageHtml } from '#server/hand-out/page/page-html.ts';
import { CROWDED, EASTBANK_AREA, NO_CALLS, RELEASED, RICH, SPARSE } from '#test/fixture/hand-out-facts.ts';

const folder = await mkdtemp(join(tmpdir(), 'hand-out-'));
afterAll(() => rm(folder, { recursive: true }));
const has = (program: string) => spawnSync(program, ['-v']).error === undefined;
const canRead = has('pdftotext') && has('pdfinfo') && has('pdftoppm') && findChromium() !== null;

async function print(facts: HandOutFacts, language: HandOutLanguage, paper: PaperSize) {
  const content = contentOf(facts, language, RELEASED);
  const draw = await openHandOutMap(folder, { geometry: EASTBANK_AREA, dots: facts.calls.dots });
  const { pdf, html, cut } = await fitPage({ content, drawMap: (height) => draw(height, content.map.label), paper });
  const file = join(folder, `${facts.groupId}.${language}.${paper}.pdf`);
  await writeFile(file, pdf);
  return {
    ...{ content, file, html, cut, latin: pdf.toString('latin1') },
    about: execFileSync('pdfinfo', [file]).toString(),
    words: execFileSync('pdftotext', ['-raw', file, '-']).toString().replace(/\s+/g, ' '),
  };
}

/** A portable graymap: its width, and one byte a pixel. */
function grayOf(file: Buffer): { width: number; data: Buffer } {
  const [head = '', width = ''] = /^P5\s+(\d+)\s+\d+\s+255\s/.exec(file.subarray(0, 40).toString('latin1')) ?? [];
  return { width: Number(width), data: file.subarray(head.length) };
}

test.skipIf(!canRead)('one tagged page with title and language, in both languages and on both papers', async () => {
  const sizes = { letter: /Page size:\s+612 x 792/, a4: /Page size:\s+59[45]\.\d+ x 84[12]/ };
  for (const language of ['en', 'es'] as const) {
    for (const paper of ['letter', 'a4'] as const) {
      const { about, latin, words, content } = await print(RICH, language, paper);
      expect(about).toMatch(/Pages:\s+1\n/);
      expect(about).toMatch(/Tagged:\s+yes/);
      expect(about).toContain(content.title);
      expect(about).toMatch(sizes[paper]);
      expect(latin).toMatch(new RegExp(`/Lang \\(${language}`));
      const inOrder = [...[content.groupName, content.answer, 'C-0388', content.talk.phone, 'CB-9M2D-05KT']].map(
        (part) => words.indexOf(part),
      );
      expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
      expect(Math.min(...inOrder)).toBeGreaterThanOrEqual(0);
      for (const { label, number } of content.lines) expect(words).toContain(`${number} ${label}`);
      for (const { said } of content.concerns.rows) expect(words.replaceAll('- ', '-')).toContain(said.words);
    }
  }
});

test.skipIf(!canRead)('a page too full leaves out kinds and concerns by number, never a concern silently', async () => {
  const { about, words, cut, content } = await print(CROWDED, 'en', 'letter');
  expect(about).toMatch(/Pages:\s+1\n/);
  const shown = Math.min(cut.concerns, content.concerns.rows.length);
  const rows = content.concerns.rows.map(({ reference }) => words.includes(reference));
  expect(rows.filter(Boolean)).toHaveLength(shown);
  if (shown < rows.length) expect(words).toMatch(/(One more concern|\d+ more concerns): ask us at the meeting\./);
});

test.skipIf(!canRead)('headings and heads of columns are smaller on a tight page, and only there', async () => {
  const content = contentOf(RICH, 'en', RELEASED);
  const map = (await openHandOutMap(folder, { geometry: EASTBANK_AREA, dots: null }))(320, content.map.label);
  const sizes = (space: Cut['space']) =>
    withPage(pageHtml(content, map, { ...UNCUT, space, paper: 'letter', fontUrl: null }), (page) =>
      page
        .locator('.calls h2, .concerns thead th')
        .evaluateAll((heads) => [...new Set(heads.map((head) => getComputedStyle(head).fontSize))]),
    );
  expect([await sizes('roomy'), await sizes('close'), await sizes('tight')]).toEqual([['17px'], ['17px'], ['16px']]);
});

test.skipIf(!canRead)('the printed map is not blank where no street map is kept: the boundary is drawn', async () => {
  for (const facts of [SPARSE, NO_CALLS]) {
    const { file, about, words } = await print(facts, 'en', 'letter');
    expect(about).toMatch(/Pages:\s+1\n/);
    expect(words).toContain('There is no street map here');
    execFileSync('pdftoppm', ['-r', '48', '-gray', '-singlefile', file, file]);
    const { width, data } = grayOf(await readFile(`${file}.pgm`));
    let dark = 0;
    for (let y = 110; y < 250; y++) for (let x = 30; x < 190; x++) dark += (data[y * width + x] ?? 255) < 90 ? 1 : 0;
    expect(dark).toBeGreaterThan(150);
  }
});
