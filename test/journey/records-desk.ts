import { rm } from 'node:fs/promises';
import axe from 'axe-core';
import type { APIResponse, BrowserContextOptions } from 'playwright-core';
import { expect } from 'vitest';
import { freePort } from '#test/fixture/free-port.ts';
import { openBrowser, type WatchedPage, watchedPage } from './browser.ts';
import { demoHome } from './demo-home.ts';
import { serveCity } from './served-city.ts';

/** The demo city, served once for all journeys over its records; people come in by the demo's own door. */
export type RecordsDesk = {
  readonly address: string;
  readonly home: string; // where the served city keeps its data
  readonly mailPort: number; // where the city takes letters in
  openAs(personId: string, options?: BrowserContextOptions): Promise<WatchedPage>;
  openAsAnybody(options?: BrowserContextOptions): Promise<WatchedPage>; // signed in to nothing
  close(): Promise<void>;
};

export async function openRecordsDesk(): Promise<RecordsDesk> {
  const home = await demoHome('records');
  const mailPort = await freePort();
  const mail = { COMMONBEAT_MAIL_ADDRESS: 'concerns@example.org', COMMONBEAT_MAIL_PORT: String(mailPort) };
  const [city, browser] = await Promise.all([serveCity(['--demo', '--home', home], mail), openBrowser()]);
  const { address } = city;
  return {
    address,
    home,
    mailPort,
    openAs: async (personId, options) => {
      const page = await watchedPage(browser, address, options);
      await page.addInitScript(countHands);
      const entered = await post(page, address, '/api/demo/enter', { personId });
      expect(entered.status(), await entered.text()).toBe(200);
      return page;
    },
    openAsAnybody: (options) => watchedPage(browser, address, options),
    close: async () => {
      await browser.close();
      await city.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** A change by the page's own session, past its screen: for what has no screen, and for what must be refused. */
export const post = (page: WatchedPage, address: string, path: string, data: unknown): Promise<APIResponse> =>
  page.request.post(address + path, { data, headers: { origin: address } });

/** Runs in the page, from its first document to its last. */
export function countHands() {
  const add = (name: string) => sessionStorage.setItem(name, String(Number(sessionStorage.getItem(name) ?? 0) + 1));
  addEventListener('pointerdown', () => add('presses'), true);
  addEventListener('keydown', () => add('keys'), true);
}

export type Hands = { readonly presses: number; readonly keys: number };

/**
 * What moves cost a person in seconds, by the keystroke-level model (Card, Moran and Newell 1980): to think of a
 * press 1.35, to bring the hand 0.4, to point 1.1 and to press 0.2; a key of somebody who writes slowly 0.5.
 */
export const secondsOf = ({ presses, keys }: Hands): number => presses * 3.05 + keys * 0.5;

const spent = new Map<string, Hands>();
const NO_HANDS: Hands = { presses: 0, keys: 0 };

/** What all that was done of a journey has cost so far. */
export const spentOn = (journey: string): Hands => spent.get(journey) ?? NO_HANDS;

const handsOf = (page: WatchedPage): Promise<Hands> =>
  page.evaluate(() => ({
    presses: Number(sessionStorage.getItem('presses') ?? 0),
    keys: Number(sessionStorage.getItem('keys') ?? 0),
  }));

/**
 * Does a piece of a journey and tells what it cost. The minutes of a journey are for a person, and a machine's
 * seconds prove nothing about them: they are printed, and what is asserted is how often a hand must move.
 */
export async function done(page: WatchedPage, what: string, steps: () => Promise<void>): Promise<Hands> {
  const before = page.url() === 'about:blank' ? NO_HANDS : await handsOf(page);
  const began = performance.now();
  await steps();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const after = await handsOf(page);
  const cost = { presses: after.presses - before.presses, keys: after.keys - before.keys };
  const [journey = ''] = what.split(',');
  const sofar = spentOn(journey);
  spent.set(journey, { presses: sofar.presses + cost.presses, keys: sofar.keys + cost.keys });
  console.log(`${what}: ${cost.presses} presses and ${cost.keys} keys; the machine took ${seconds} s`);
  return cost;
}

/** Runs in the page: a color on its way to another is none that anybody reads. */
async function colorsSettled() {
  const ending = document.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

/** The screen as it stands: nothing for axe to find, nobody else asked, no fault met but the refusals that are meant. */
export async function expectSound(page: WatchedPage, meant: RegExp = /(?!)/): Promise<void> {
  await page.evaluate(colorsSettled);
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(); // axe puts itself there
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  });
  expect(found, page.url()).toEqual([]);
  expect(page.foreign).toEqual([]);
  expect(page.faults.filter((fault) => !meant.test(fault))).toEqual([]);
}
