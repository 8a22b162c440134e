import type { Page } from 'playwright-core';
import type { PaperSize } from '#data/schema/records/hand-out.ts';
import { withPage } from '#server/documents/open-page.ts';
import { pageFont } from '#server/documents/page-font.ts';
import { RecordRefused } from '#server/errors.ts';
import type { HandOutContent } from '#server/hand-out/content.ts';
import { type HandOutMap, MAP_WIDTH } from '#server/hand-out/hand-out-map.ts';
import { type Cut, cutContent, cutsOf, givesBack } from './cuts.ts';
import { pageHtml } from './page-html.ts';
import { PAPERS } from './page-style.ts';

export type Drawn = {
  readonly content: HandOutContent;
  readonly drawMap: (height: number) => HandOutMap;
  readonly paper: PaperSize;
};

export type Measured = Pick<Drawn, 'content' | 'paper'> & { readonly hasStreets: boolean };

/** Words that no cut brings onto one page: a person must shorten them. */
export class TooLong extends RecordRefused {
  constructor() {
    super(
      'items',
      'The words do not fit on one page: leave something out, or shorten what was said, done or not done.',
    );
    this.name = 'TooLong';
  }
}

export type Fitted = { readonly html: string; readonly cut: Cut };

/** The hand-out as it stands on one sheet, as HTML. Throws `NoPrinter`, and `TooLong` where no cut fits. */
export const fitHtml = (drawn: Drawn): Promise<Fitted> => onFitted(drawn, async (_, fitted) => fitted);

/** The same as a tagged PDF with title and language. */
export const fitPage = (drawn: Drawn): Promise<Fitted & { readonly pdf: Buffer }> =>
  onFitted(drawn, async (page, fitted) => {
    await page.setContent(fitted.html, { waitUntil: 'load' });
    const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, printBackground: true });
    return { ...fitted, pdf };
  });

/** Which of the pages fit on their paper at all, however much of each is cut: one measure each, and no map drawn. */
export async function fitAtAll(pages: readonly Measured[]): Promise<boolean[]> {
  const fontUrl = await pageFont();
  const fits: boolean[] = [];
  await withPage('', async (page) => {
    await page.emulateMedia({ media: 'print' });
    for (const { content, paper, hasStreets } of pages) {
      const cut = cutsOf(content).at(-1) ?? cutsOf(content)[0];
      const { width, height } = PAPERS[paper];
      await page.setViewportSize({ width, height: 400 });
      await page.setContent(
        pageHtml(cutContent(content, cut), boxOf(cut.map, hasStreets), { ...cut, paper, fontUrl }),
        { waitUntil: 'load' },
      );
      fits.push((await page.evaluate(heightOf, null)) < height);
    }
  });
  return fits;
}

/** Chromium measures cuts until the first is found that fits on the paper, then what of it can be given back. */
async function onFitted<T>(
  { content, drawMap, paper }: Drawn,
  work: (page: Page, fitted: Fitted) => Promise<T>,
): Promise<T> {
  const fontUrl = await pageFont();
  const { width, height } = PAPERS[paper];
  const htmlOf = (cut: Cut, map: HandOutMap) => pageHtml(cutContent(content, cut), map, { ...cut, paper, fontUrl });
  const cuts = cutsOf(content);
  const [first] = cuts;
  const { hasStreets } = drawMap(first.map); // else the page says so, which takes room
  return withPage(htmlOf(first, boxOf(first.map, hasStreets)), async (page) => {
    await page.setViewportSize({ width, height: 400 });
    await page.emulateMedia({ media: 'print' });
    const fits = async (each: Cut) => {
      const body = /<body>[\s\S]*<\/body>/.exec(htmlOf(each, boxOf(each.map, hasStreets)))?.[0] ?? '';
      return (await page.evaluate(heightOf, body)) < height;
    };
    let cut = await firstThat(cuts, fits);
    if (cut === null) throw new TooLong();
    if (cut !== first) for (const giveBack of givesBack(content)) cut = (await firstThat(giveBack(cut), fits)) ?? cut;
    return work(page, { html: htmlOf(cut, drawMap(cut.map)), cut });
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

/** Runs in the page, whose letters and style are loaded already; null measures what stands there. */
function heightOf(body: string | null): number {
  if (body !== null) document.body.innerHTML = body;
  return document.querySelector('.sheet')?.getBoundingClientRect().height ?? 0;
}

/** A stand-in of the map's size: what is measured need not be drawn. */
const boxOf = (height: number, hasStreets: boolean): HandOutMap => ({
  ...{ width: MAP_WIDTH, height, hasStreets },
  svg: `<svg width="${MAP_WIDTH}" height="${height}" viewBox="0 0 ${MAP_WIDTH} ${height}"></svg>`,
});
