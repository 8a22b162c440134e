import { findChromium } from './find-chromium.ts';

/** No Chromium to print with; the page itself can be printed from any browser. */
export class NoPrinter extends Error {
  override name = 'NoPrinter';
}

const QUIET = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'];
let last: Promise<unknown> = Promise.resolve();

/** Prints a page that stands on its own as a tagged PDF with title and language. One at a time: each is a browser. */
export function printPdf(html: string, foot: string): Promise<Buffer> {
  const printing = last.then(() => print(html, foot));
  last = printing.catch(() => undefined);
  return printing;
}

async function print(html: string, foot: string): Promise<Buffer> {
  const executablePath = findChromium();
  if (executablePath === null) {
    throw new NoPrinter('No Chromium was found: install one, or name it in COMMONBEAT_CHROMIUM.');
  }
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: QUIET }).catch((cause: unknown) => {
    throw new NoPrinter(`${executablePath} could not be started.`, { cause });
  });
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    const page = await context.newPage();
    await page.setContent(html, { waitUntil: 'load' });
    return await page.pdf({
      format: 'Letter',
      preferCSSPageSize: true,
      tagged: true,
      outline: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: `<div style="width:100%;padding:0 18mm;font:10px sans-serif;color:#4d4d4d;display:flex;justify-content:space-between"><span>${foot}</span><span><span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`,
    });
  } finally {
    await browser.close();
  }
}
