import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { findChromium } from '#server/documents/find-chromium.ts';
import { withPage } from '#server/documents/open-page.ts';
import { handOutDocx } from '#server/hand-out/files/hand-out-docx.ts';
import { handOutPptx } from '#server/hand-out/files/hand-out-pptx.ts';
import { scanFile } from '#server/hand-out/scan/scan-file.ts';
import { CHARTED, CROWDED, NO_CALLS, REDRAWN, RICH, SPARSE } from '#test/fixture/hand-out-facts.ts';
import { expectedOf, htmlOf, PICTURE, PLANTED } from './pages.ts';

const PAGES = { RICH, CHARTED, CROWDED, SPARSE, NO_CALLS, REDRAWN };
const utf8 = (text: string) => new TextEncoder().encode(text);
const rich = expectedOf(RICH, 'en');
const [docx, pptx, html] = await Promise.all([
  handOutDocx(rich.content, PICTURE, 'letter'),
  handOutPptx(rich.content, PICTURE),
  htmlOf(RICH, rich),
]);

/** Changes one part of an Office file. */
function withPart(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [path]: strToU8(change(strFromU8(parts[path] ?? new Uint8Array()))) });
}

for (const language of ['en', 'es'] as const) {
  test(`nothing is found in the files of any page in ${language}`, async () => {
    for (const [name, facts] of Object.entries(PAGES)) {
      const expected = expectedOf(facts, language);
      const files = {
        html: utf8(await htmlOf(facts, expected)),
        docx: await handOutDocx(expected.content, PICTURE, 'a4'),
        pptx: await handOutPptx(expected.content, PICTURE),
      };
      for (const kind of ['html', 'docx', 'pptx'] as const)
        expect({ name, kind, leaks: await scanFile(files[kind], kind, expected) }).toEqual({ name, kind, leaks: [] });
    }
  });
}

test('each thing that is planted in the HTML is found: seen, hidden by a style, or in an attribute', async () => {
  const ways = [
    (planted: string) => `<p>${planted}</p>`,
    (planted: string) => `<p style="color:#fff;position:absolute">${planted}</p>`,
    (planted: string) => `<p data-note="${planted}" hidden></p>`,
  ];
  for (const [i, [planted, kind]] of PLANTED.entries()) {
    const hidden = ways[i % 3]?.(planted);
    const leaks = await scanFile(utf8(html.replace('</main>', `${hidden}</main>`)), 'html', rich);
    const kinds = leaks.map((leak) => leak.kind);
    expect({ hidden, kinds }).toEqual({ hidden, kinds: expect.arrayContaining([kind]) });
  }
});

test('comments, scripts and places in a drawing are found in the HTML', async () => {
  const kindsOf = async (planted: string) =>
    (await scanFile(utf8(html.replace('</main>', `${planted}</main>`)), 'html', rich)).map(({ kind }) => kind);
  expect(await kindsOf('<!-- call her back -->')).toEqual(['hidden']);
  expect(await kindsOf('<script></script>')).toEqual(['hidden']);
  expect(await kindsOf('<svg><circle cx="3" cy="4" data-at="-82.588,35.592"/></svg>')).toContain('place');
  expect(await kindsOf('<svg><path transform="translate(-82.58801 3)"/></svg>')).toEqual(['place']);
  expect(await kindsOf('<svg><text>Kowalski</text></svg>')).toContain('word');
  const untitled = html.replace(/<title>.*<\/title>/, '').replace('lang="en"', 'lang="fr"');
  expect((await scanFile(utf8(untitled), 'html', rich)).map(({ kind }) => kind)).toEqual(['structure', 'structure']);
});

test('each thing that is planted in the Word file is found, also as white text, comment, variable or alternative text', async () => {
  const paragraph = (text: string, look = '') => `<w:p><w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r></w:p>`;
  const looks = ['', '<w:color w:val="FFFFFF"/>', '<w:vanish/>'];
  for (const [i, [planted, kind]] of PLANTED.entries()) {
    const hidden = paragraph(planted, looks[i % 3]);
    const changed = withPart(docx, 'word/document.xml', (xml) => xml.replace('<w:sectPr', `${hidden}<w:sectPr`));
    const kinds = (await scanFile(changed, 'docx', rich)).map((leak) => leak.kind);
    expect({ hidden, kinds }).toEqual({ hidden, kinds: expect.arrayContaining([kind]) });
  }
  const comment = `<w:comment w:id="1" w:author="M. Alvarez"><w:p><w:r><w:t>the page</w:t></w:r></w:p></w:comment>`;
  const commented = withPart(docx, 'word/comments.xml', () => `<w:comments>${comment}</w:comments>`);
  const kinds = (await scanFile(commented, 'docx', rich)).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['hidden', 'word']));
});

test('a person as author, a part of unknown kind and a picture with words are found in Office files', async () => {
  for (const [bytes, kind] of [[docx, 'docx'] as const, [pptx, 'pptx'] as const]) {
    const authored = withPart(bytes, 'docProps/core.xml', (xml) =>
      xml.replace(/(<dc:creator>)[^<]*/, '$1Maria Alvarez'),
    );
    expect((await scanFile(authored, kind, rich)).map((leak) => leak.kind)).toContain('metadata');
    const parts = unzipSync(bytes);
    const macro = zipSync({ ...parts, 'word/vbaProject.bin': utf8('Sub AutoOpen') });
    expect(await scanFile(macro, kind, rich)).toMatchObject([{ kind: 'hidden', where: 'word/vbaProject.bin' }]);
    const text = Buffer.from('0000000774455874612042433e3e3e00000000', 'hex'); // a tEXt chunk
    const spoken = Buffer.concat([PICTURE.subarray(0, 33), text, PICTURE.subarray(33)]);
    const media = Object.keys(parts).find((path) => path.endsWith('.png')) ?? '';
    expect((await scanFile(zipSync({ ...parts, [media]: spoken }), kind, rich)).map((leak) => leak.kind)).toContain(
      'hidden',
    );
  }
});

test('each thing that is planted in slides is found: on a slide, in its notes, on a slide that is not shown', async () => {
  const words = (text: string) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`;
  const paths = ['ppt/slides/slide2.xml', 'ppt/notesSlides/notesSlide1.xml'];
  for (const [i, [planted, kind]] of PLANTED.entries()) {
    const path = paths[i % 2] ?? '';
    const changed = withPart(pptx, path, (xml) => xml.replace('</p:txBody>', `${words(planted)}</p:txBody>`));
    const kinds = (await scanFile(changed, 'pptx', rich)).map((leak) => leak.kind);
    expect({ planted, path, kinds }).toEqual({ planted, path, kinds: expect.arrayContaining([kind]) });
  }
  const unseen = withPart(pptx, 'ppt/slides/slide2.xml', (xml) => xml.replace('<p:sld ', '<p:sld show="0" '));
  expect(await scanFile(unseen, 'pptx', rich)).toMatchObject([{ kind: 'hidden' }]);
});

test('each thing that is planted in the slide of a chart is found: in its shapes, its notes, or a workbook behind it', async () => {
  const expected = expectedOf(CHARTED, 'en');
  const bytes = await handOutPptx(expected.content, PICTURE);
  const isChart = (path: string) =>
    strFromU8(unzipSync(bytes)[path] ?? new Uint8Array()).includes('Thefts from cars (C-0388)');
  const slide =
    Object.keys(unzipSync(bytes)).find((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path) && isChart(path)) ?? '';
  const notes = slide.replace('slides/slide', 'notesSlides/notesSlide');
  const kindsOf = async (changed: Uint8Array) => (await scanFile(changed, 'pptx', expected)).map(({ kind }) => kind);
  for (const [planted, kind] of [...PLANTED, ['46', 'number'], ['December 13, 2026: 34', 'number']] as const) {
    const words = `<a:p><a:r><a:t>${planted}</a:t></a:r></a:p>`;
    const ways = {
      text: withPart(bytes, slide, (xml) => xml.replace('</p:txBody>', `${words}</p:txBody>`)),
      told: withPart(bytes, slide, (xml) => xml.replace(' descr="', ` descr="${planted}; `)),
      notes: withPart(bytes, notes, (xml) => xml.replace('</p:txBody>', `${words}</p:txBody>`)),
      cache: zipSync({
        ...unzipSync(bytes),
        'ppt/charts/chart1.xml': utf8(`<c:chart><c:pt idx="0"><c:v>${planted}</c:v></c:pt></c:chart>`),
      }),
    };
    for (const [way, changed] of Object.entries(ways)) {
      const kinds = await kindsOf(changed);
      expect({ planted, way, kinds }).toEqual({ planted, way, kinds: expect.arrayContaining([kind]) });
    }
  }
  const workbook = zipSync({ 'xl/worksheets/sheet1.xml': utf8('<c><v>34</v></c>') });
  const embedded = zipSync({ ...unzipSync(bytes), 'ppt/embeddings/Microsoft_Excel_Sheet1.xlsx': workbook });
  expect(await kindsOf(embedded)).toEqual(['hidden']);
});

test('with the gate turned off, what it lets through is found in the content itself', async () => {
  const [first] = RICH.items;
  if (first?.part !== 'concern') throw new Error('the page begins with a concern');
  const said = { en: 'Ann Kowalski heard it, call 828-555-0177', es: null };
  const lines = RICH.calls.lines.map((line) =>
    line.category === 'noise'
      ? { ...line, calls: 3 }
      : line.category === 'parking'
        ? { ...line, category: 'domestic', label: 'Domestic violence' }
        : line,
  );
  const open = { ...RICH, calls: { ...RICH.calls, lines }, items: [{ ...first, said }, ...RICH.items.slice(1)] };
  for (const kind of ['docx', 'pptx'] as const) {
    const expected = expectedOf(open, 'en');
    const file = kind === 'docx' ? handOutDocx(expected.content, null, 'letter') : handOutPptx(expected.content, null);
    const kinds = (await scanFile(await file, kind, expected)).map((leak) => leak.kind);
    expect(kinds).toEqual(expect.arrayContaining(['name', 'phone', 'small-count', 'protected-kind']));
  }
});

test.skipIf(findChromium() === null)(
  'the PDF is clean as printed; what is planted, its author and missing tags are found',
  async () => {
    const sparse = expectedOf(SPARSE, 'es');
    const sparseHtml = await htmlOf(SPARSE, sparse);
    const planted = PLANTED.map(([text], i) => `<p style="color:${i % 2 ? '#fff' : '#111'}">${text}</p>`).join('');
    const print = { format: 'Letter', tagged: true, outline: true } as const;
    const [clean, spanish, dirty, untagged] = await withPage('', async (page) => {
      const pdfs: Buffer[] = [];
      for (const [of, tagged] of [
        [html, true],
        [sparseHtml, true],
        [html.replace('</main>', `${planted}</main>`), true],
        [html.replace(/<title>.*<\/title>/, '').replace('>Linnet Avenue</textPath>', '>by Kowalski</textPath>'), false],
      ] as const) {
        await page.setContent(of);
        pdfs.push(await page.pdf({ ...print, tagged }));
      }
      return pdfs;
    });
    if (!(clean && spanish && dirty && untagged)) throw new Error('not printed');
    expect(await scanFile(clean, 'pdf', rich)).toEqual([]);
    expect(await scanFile(spanish, 'pdf', sparse)).toEqual([]);
    const found = await scanFile(dirty, 'pdf', rich);
    for (const [text, kind] of PLANTED) {
      const isOf = (leak: (typeof found)[number]) => leak.kind === kind;
      expect({ text, kind, isFound: found.some(isOf) }).toEqual({ text, kind, isFound: true });
    }
    const kinds = (await scanFile(untagged, 'pdf', rich)).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['structure', 'number'])); // the name on the map, beside its scale
    const by = '/Author (Maria Alvarez) ';
    const authored = clean
      .toString('latin1')
      .replace(/\/Creator \(.*\)\n/, (made) => `${by}${' '.repeat(made.length - by.length - 1)}\n`);
    expect(await scanFile(Buffer.from(authored, 'latin1'), 'pdf', rich)).toEqual([
      { kind: 'metadata', where: 'metadata, Author', text: 'Maria Alvarez' },
      { kind: 'name', where: 'metadata, Author', text: 'Maria Alvarez' },
    ]);
  },
);

test('a number below 5 in the chart of a concern is found, in whatever file of the page', async () => {
  const withCalls = (calls: number) => ({
    ...CHARTED,
    calls: {
      ...CHARTED.calls,
      concernCalls: (CHARTED.calls.concernCalls ?? []).map((each) => ({
        ...each,
        periods: each.periods.map((period) => (period.calls === 14 ? { ...period, calls } : period)),
      })),
    },
  });
  for (const [calls, leaks] of [
    [14, []],
    [0, []],
    [3, [{ kind: 'small-count', where: 'Thefts from cars', text: '3' }]],
  ] as const)
    expect(await scanFile(utf8(html), 'html', expectedOf(withCalls(calls), 'en'))).toEqual(leaks);
});
