import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { contentOf } from '#server/hand-out/content-of.ts';
import { handOutDocx } from '#server/hand-out/files/hand-out-docx.ts';
import { handOutPptx } from '#server/hand-out/files/hand-out-pptx.ts';
import { rangeStrip } from '#server/hand-out/files/range-strip.ts';
import { pngSize, stripPng } from '#server/hand-out/files/strip-png.ts';
import { CHARTED, CROWDED, NO_CALLS, RELEASED, RICH, SPARSE } from '#test/fixture/hand-out-facts.ts';

const folder = await mkdtemp(join(tmpdir(), 'hand-out-'));
afterAll(() => rm(folder, { recursive: true }));

const [english, spanish] = (['en', 'es'] as const).map((language) => contentOf(RICH, language, RELEASED));
if (!english || !spanish) throw new Error('two languages');
const [first] = english.lines;
const strip = first ? rangeStrip({ ...first, observed: 33, usual: { low: 18, high: 30, words: '' } }) : null;
if (strip === null) throw new Error('a strip');
const MAP = stripPng(strip, true, { width: 344, height: 260 }); // any picture of a map's size

const parts = (bytes: Uint8Array) => unzipSync(bytes);
const xmlOf = (bytes: Uint8Array, path: string) => strFromU8(parts(bytes)[path] ?? new Uint8Array());
const slidePaths = (pptx: Uint8Array) =>
  Object.keys(parts(pptx)).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
const textOf = (xml: string) =>
  xml
    .replace(/<\/(?:w|a):p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&');

test('the Word file says the page in its order, with headings, a table whose head repeats, and a map for who cannot see it', async () => {
  const docx = await handOutDocx(spanish, MAP, 'letter');
  const xml = xmlOf(docx, 'word/document.xml');
  const text = textOf(xml);
  const inOrder = [spanish.groupName, spanish.answer, spanish.map.note, spanish.talk.phone, spanish.foot];
  expect(inOrder.map((words) => text.indexOf(words))).toEqual(
    inOrder.map((words) => text.indexOf(words)).toSorted((a, b) => a - b),
  );
  for (const words of inOrder) expect(text).toContain(words);
  expect(xml.match(/w:val="Heading1"/g)).toHaveLength(1);
  expect(xml.match(/w:val="Heading2"/g)?.length).toBeGreaterThan(3);
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(xml).toContain(`descr="${spanish.map.label}`);
  expect(xml).toMatch(/<w:lang w:val="en-US"\/>.*?Groups trying car doors/s); // nobody has translated it
  expect(xmlOf(docx, 'word/styles.xml')).toContain('<w:lang w:val="es-US"/>');
  expect(xmlOf(docx, 'docProps/core.xml')).toContain(`<dc:title>${spanish.title}</dc:title>`);
  const sizes = [...xml.matchAll(/<w:sz w:val="(\d+)"/g)].map(([, size]) => Number(size));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(22); // half points: nothing below 11 pt
  expect(xmlOf(docx, 'word/styles.xml')).toMatch(/<w:docDefaults>.*?<w:sz w:val="22"\/>.*?<\/w:docDefaults>/s);
});

test('every slide has a title of its own, big letters, the page’s language and its sources in the notes', async () => {
  const pptx = await handOutPptx(spanish, MAP);
  const slides = slidePaths(pptx);
  const titleShapes = slides.map((path) => {
    const shapes = xmlOf(pptx, path).split('<p:sp>');
    return shapes.find((shape) => shape.includes('type="title"')) ?? '';
  });
  const titles = titleShapes.map((shape) => textOf(shape).trim());
  const sizeOf = (title: string) => / sz="(\d+)"/.exec(titleShapes[titles.indexOf(title)] ?? '')?.[1];
  expect([spanish.groupName, spanish.answer].map(sizeOf)).toEqual(['4800', '2600']); // a long one shrinks into its place
  expect(new Set(titles).size).toBe(slides.length);
  expect(titles).toContain(spanish.answer);
  expect(titles.every((title) => title !== '')).toBe(true);
  for (const path of slides) {
    const xml = xmlOf(pptx, path);
    const sizes = [...xml.matchAll(/ sz="(\d+)"/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2400);
    expect(xml).toContain('lang="es-US"');
    expect(textOf(xmlOf(pptx, path.replaceAll('slide', 'notesSlide')))).toContain(spanish.foot);
  }
  const all = slides.map((path) => xmlOf(pptx, path)).join('');
  expect(all).toContain('<a:prstGeom prst="diamond">');
  expect(all).toMatch(/descr="Robos en carros: 33\. usual: 18 a 30\."/);
  expect(all).toContain(`descr="${spanish.map.label}`);
});

for (const language of ['en', 'es'] as const)
  test(`the chart of a concern is a slide behind the concern, in shapes, with its table in words, in ${language}`, async () => {
    const content = contentOf(CHARTED, language, RELEASED);
    const [chart, undrawn] = content.charts.concerns;
    if (chart === undefined || undrawn === undefined) throw new Error('two concerns');
    const pptx = await handOutPptx(content, null);
    const slides = slidePaths(pptx).map((path) => xmlOf(pptx, path));
    const at = slides.findIndex((xml) => textOf(xml).includes(`${chart.kind} (${chart.reference})`));
    expect(textOf(slides[at - 1] ?? '')).toContain(chart.reference);
    const xml = slides[at] ?? '';
    const numbers = chart.bars.map(({ number }) => number).filter((each) => each !== '');
    const boxes = [...xml.matchAll(/<a:t>([\d,.]+)<\/a:t>/g)].map(([, number]) => number);
    expect(boxes).toEqual(numbers); // each once, in the order of the axis
    for (const words of [chart.said.words, chart.told.words, chart.legend, ...chart.ends])
      expect(textOf(xml)).toContain(words);
    expect(xml.match(/<a:prstDash val="dash"\/>/g)).toHaveLength(2); // two are not told
    const table = /descr="([^"]*)"/.exec(xml)?.[1] ?? '';
    const notes = textOf(xmlOf(pptx, `ppt/notesSlides/notesSlide${at + 1}.xml`));
    for (const row of chart.rows) for (const said of [table, notes]) expect(said).toContain(row.join(': '));
    expect(slides.some((each) => textOf(each).includes(`${undrawn.kind} (${undrawn.reference})`))).toBe(false);
    expect(
      Object.keys(parts(pptx)).filter((path) => /charts\/|embeddings\//.test(path) && !path.endsWith('/')),
    ).toEqual([]);
  });

test('pages with little or much on them are made as well, and a map that could not be drawn is said in words', async () => {
  for (const facts of [SPARSE, NO_CALLS, CROWDED]) {
    const content = contentOf(facts, 'en', null);
    const [docx, pptx] = [await handOutDocx(content, null, 'a4'), await handOutPptx(content, null)];
    for (const text of [textOf(xmlOf(docx, 'word/document.xml')), textOf(xmlOf(pptx, 'ppt/slides/slide2.xml'))]) {
      expect(text).toContain(content.map.label.replaceAll('&', '&amp;'));
      expect(text).toContain(content.draft);
    }
  }
});

test('a strip is a picture of its size, and a range is drawn from zero on its own scale', () => {
  expect(pngSize(MAP)).toEqual({ width: 3 * 344, height: 3 * 260 });
  expect(strip.low / strip.at).toBeCloseTo(18 / 33, 9);
  expect(strip.at).toBeLessThan(1);
  expect(() => pngSize(Buffer.from('<svg/>'))).toThrow('no PNG');
});

const has = (program: string) => spawnSync(program, ['-v']).error === undefined;

test.skipIf(!has('soffice') || !has('pdftotext'))(
  'LibreOffice prints the usual page on one sheet, and a slide for every part of it',
  async () => {
    await writeFile(join(folder, 'page.docx'), await handOutDocx(english, MAP, 'letter'));
    await writeFile(join(folder, 'page.pptx'), await handOutPptx(contentOf(CHARTED, 'en', RELEASED), MAP));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const pagesOf = (file: string) => {
      execFileSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, join(folder, file)], {
        stdio: 'pipe',
      });
      return execFileSync('pdftotext', ['-layout', join(folder, 'page.pdf'), '-'], { encoding: 'utf8' })
        .split('\f')
        .slice(0, -1);
    };
    const printed = pagesOf('page.docx');
    expect(printed).toHaveLength(1);
    const words = printed.join(' ').replace(/\s+/g, ' ');
    for (const said of [english.groupName, 'Thefts from cars', english.talk.phone, 'CB-9M2D-05KT'])
      expect(words).toContain(said);
    const slides = pagesOf('page.pptx');
    expect(slides).toHaveLength(5 + english.concerns.rows.length + 1 + english.sections.length);
    expect(slides.join(' ')).toMatch(/Thefts from cars \(C-0388\)/);
    expect((await readFile(join(folder, 'page.pdf'))).length).toBeGreaterThan(10_000);
  },
  60_000,
);
