import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { SIZES, type WatchedPage } from './browser.ts';
import { expectSound, type RecordsDesk } from './records-desk.ts';

const PAGES = ['/area', '/area/eastbank', '/area/eastbank?language=es', `/stop/${'A'.repeat(43)}`];

/** Runs in the page: what has another color than a grey, and how it is colored. */
function coloredParts(): string[] {
  const isGrey = (color: string) => {
    const [red, green, blue] = color.match(/[\d.]+/g) ?? [];
    return red === green && green === blue;
  };
  const seen = [...document.body.querySelectorAll('*')].filter((part) => part.checkVisibility());
  return seen.flatMap((part) => {
    const { color, backgroundColor, borderTopColor, borderBottomColor, fill, stroke } = getComputedStyle(part);
    const inks = [color, backgroundColor, borderTopColor, borderBottomColor, fill, stroke].filter((ink) =>
      ink.startsWith('rgb'),
    );
    return inks.every(isGrey) ? [] : [`${part.tagName} ${part.className}: ${inks.join(' ')}`];
  });
}

const widthBeyond = (page: WatchedPage): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** The pages that are open to everybody, on a resident's own device and on paper. */
export function publicPageJourneys(desk: () => RecordsDesk) {
  test.each([
    ['phone', 'light'],
    ['laptop', 'dark'],
  ] as const)('every public page is sound for axe on a %s, %s, and no wider than it', async (size, colorScheme) => {
    const page = await desk().openAsAnybody({ viewport: SIZES[size], colorScheme });
    for (const path of PAGES) {
      expect((await page.goto(desk().address + path))?.status(), path).toBe(200);
      await expectSound(page);
      expect(await widthBeyond(page), path).toBe(0);
    }
    await page.context().close();
  });

  test('on paper a public page is one grey ink that can be read, also where the reader likes the dark', async () => {
    const page = await desk().openAsAnybody();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const path of PAGES) {
      await page.goto(desk().address + path);
      expect(await page.evaluate(coloredParts), path).toEqual([]);
      await expectSound(page);
    }
    await page.context().close();
  });

  test('printed, the first sheet carries the answer, the map and the calls, and nothing asks to be pressed', async () => {
    const page = await desk().openAsAnybody({ colorScheme: 'dark' });
    await page.goto(`${desk().address}/area/eastbank`);
    const first = await page.locator('.lines .kind').allInnerTexts();
    expect(first.length).toBeGreaterThan(0);
    const note = await page.locator('figcaption').innerText();
    const bytes = await page.pdf({ format: 'Letter', margin: { top: '0.5in', bottom: '0.5in' } });
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
    const sheets = text.map((said) => said.replaceAll(/\s+/g, ' '));
    for (const said of [...first, note]) expect(sheets[0]).toContain(said);
    for (const said of ['This page to print', 'Earlier pages', 'All areas'])
      expect(sheets.join(' ')).not.toContain(said);
    await page.context().close();
  });
}
