import type { Browser, Page } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

/** No Chromium to print with; the page itself can be printed from any browser. */
export class NoPrinter extends Error {
  override name = 'NoPrinter';
}

const QUIET = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const KEPT_OPEN = 5000; // milliseconds without a page, until the browser is closed
let last: Promise<unknown> = Promise.resolve();
let kept: Browser | null = null;
let closing: NodeJS.Timeout | undefined;

/** Opens a page that stands on its own, without scripts and without a network. One at a time, in one browser. */
export function withPage<T>(html: string, work: (page: Page) => Promise<T>, dots = 1): Promise<T> {
  const working = last.then(() => open(html, work, dots));
  last = working.catch(() => undefined);
  return working;
}

async function open<T>(html: string, work: (page: Page) => Promise<T>, dots: number): Promise<T> {
  clearTimeout(closing);
  const browser = await theBrowser();
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true, deviceScaleFactor: dots });
    try {
      const page = await context.newPage();
      await page.setContent(html, { waitUntil: 'load' });
      return await work(page);
    } finally {
      await context.close();
    }
  } finally {
    closing = setTimeout(() => void closePrinter(), KEPT_OPEN);
    closing.unref();
  }
}

async function theBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) {
    throw new NoPrinter('No Chromium was found: install one, or name it in COMMONBEAT_CHROMIUM.');
  }
  if (kept?.isConnected()) return kept;
  const { chromium } = await import('playwright-core');
  kept = await chromium.launch({ executablePath, args: QUIET }).catch((cause: unknown) => {
    throw new NoPrinter(`${executablePath} could not be started.`, { cause });
  });
  return kept;
}

/** Closes the browser at once; a command line that has printed its last page does not wait for it. */
export async function closePrinter(): Promise<void> {
  clearTimeout(closing);
  const browser = kept;
  kept = null;
  await browser?.close();
}
