import type { Page } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

/** No Chromium to print with; the page itself can be printed from any browser. */
export class NoPrinter extends Error {
  override name = 'NoPrinter';
}

const QUIET = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'];
let last: Promise<unknown> = Promise.resolve();

/** Opens a page that stands on its own, without scripts and without a network. One at a time: each is a browser. */
export function withPage<T>(html: string, work: (page: Page) => Promise<T>, dots = 1): Promise<T> {
  const working = last.then(() => open(html, work, dots));
  last = working.catch(() => undefined);
  return working;
}

async function open<T>(html: string, work: (page: Page) => Promise<T>, dots: number): Promise<T> {
  const executablePath = findChromium();
  if (executablePath === null) {
    throw new NoPrinter('No Chromium was found: install one, or name it in COMMONBEAT_CHROMIUM.');
  }
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: QUIET }).catch((cause: unknown) => {
    throw new NoPrinter(`${executablePath} could not be started.`, { cause });
  });
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true, deviceScaleFactor: dots });
    const page = await context.newPage();
    await page.setContent(html, { waitUntil: 'load' });
    return await work(page);
  } finally {
    await browser.close();
  }
}
