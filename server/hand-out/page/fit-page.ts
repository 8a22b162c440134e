import type { PaperSize } from '#data/schema/records/hand-out.ts';
import { withPage } from '#server/documents/open-page.ts';
import { pageFont } from '#server/documents/page-font.ts';
import type { HandOutContent } from '#server/hand-out/content.ts';
import { type HandOutMap, MAP_WIDTH } from '#server/hand-out/hand-out-map.ts';
import { type Cut, cutContent, cutsOf } from './cuts.ts';
import { pageHtml } from './page-html.ts';
import { PAPERS } from './page-style.ts';

export type Drawn = {
  readonly content: HandOutContent;
  readonly drawMap: (height: number) => HandOutMap;
  readonly paper: PaperSize;
};

/** Words that no cut brings onto one page: a person must shorten them. */
export class TooLong extends Error {
  override name = 'TooLong';
}

export type Fitted = { readonly html: string; readonly cut: Cut; readonly pdf: Buffer };

/**
 * The hand-out on exactly one sheet: Chromium measures each cut until one fits, then prints it as a tagged PDF with
 * title and language. Throws `NoPrinter`, and `TooLong` where none fits.
 */
export async function fitPage({ content, drawMap, paper }: Drawn): Promise<Fitted> {
  const fontUrl = await pageFont();
  const { width, height } = PAPERS[paper];
  const htmlOf = (cut: Cut, map: HandOutMap) => pageHtml(cutContent(content, cut), map, { ...cut, paper, fontUrl });
  const cuts = cutsOf(content);
  const [first] = cuts;
  return withPage(htmlOf(first, boxOf(first.map)), async (page) => {
    await page.setViewportSize({ width, height: 400 });
    await page.emulateMedia({ media: 'print' });
    const cut = await firstThat(cuts, async (each) => {
      const body = /<body>[\s\S]*<\/body>/.exec(htmlOf(each, boxOf(each.map)))?.[0] ?? '';
      return (await page.evaluate(heightOf, body)) <= height;
    });
    if (cut === null)
      throw new TooLong('The words do not fit on one page: shorten what was said, done or is not done yet.');
    const html = htmlOf(cut, drawMap(cut.map));
    await page.setContent(html, { waitUntil: 'load' });
    const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, printBackground: true });
    return { html, cut, pdf };
  });
}

/** The first cut that fits, by halves: each is shorter than the one before. Null where the last does not. */
async function firstThat(cuts: readonly Cut[], fits: (cut: Cut) => Promise<boolean>): Promise<Cut | null> {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const cut = cuts[middle];
    if (cut !== undefined && (await fits(cut))) high = middle;
    else low = middle + 1;
  }
  return cuts[low] ?? null;
}

/** Runs in the page, whose letters and style are loaded already. */
function heightOf(body: string): number {
  document.body.innerHTML = body;
  return document.querySelector('.sheet')?.getBoundingClientRect().height ?? 0;
}

/** A stand-in of the map's size: what is measured need not be drawn. */
const boxOf = (height: number): HandOutMap => ({
  ...{ width: MAP_WIDTH, height, hasStreets: true },
  svg: `<svg width="${MAP_WIDTH}" height="${height}" viewBox="0 0 ${MAP_WIDTH} ${height}"></svg>`,
});
