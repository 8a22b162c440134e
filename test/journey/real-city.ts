import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { homeFolder } from '#test/fixture/home-folder.ts';
import { runCli } from '#test/server/commands/run-cli.ts';
import { openBrowser, SIZES, signInAtFirstRun, type WatchedPage, watchedPage } from './browser.ts';
import { type ServedCity, serveCity } from './served-city.ts';

export type Counted = { counts: Record<string, number>; records: Record<string, number> };
type Layer = { layer: string; file: string; words: string[] };

/** A city's own files in a clean home, shown by the real server. Filled before the first test of its block. */
export type RealCity = {
  home: string;
  report: Record<string, unknown>;
  served: ServedCity;
  browser: Browser;
  page: WatchedPage;
};

/** Takes a city in as a person does it: the calls, twice, then the boundaries, then the app. */
export function takeIn(source: string, files: () => Promise<string[]>, layers: readonly Layer[]): RealCity {
  const city = {} as RealCity; // the hook below fills it
  beforeAll(async () => {
    city.home = await homeFolder('city');
    const calls = await files();
    const ingest = () => runCli('ingest', ...calls, '--source', source, '--home', city.home, '--json');
    const stored = () => readFile(join(city.home, 'store.json'), 'utf8');
    city.report = said(await ingest());
    const before = await stored();
    const again = said(await ingest());
    expect(again).toMatchObject({ read: city.report.read, accepted: 0, superseded: 0, manifest: { changed: false } });
    expect(again.duplicates).toBe(Number(city.report.read) - Number(city.report.rejected));
    expect(await stored()).toBe(before);
    for (const { layer, file, words } of layers) {
      said(await runCli('areas', file, '--layer', layer, ...words, '--home', city.home, '--json'));
    }
    [city.served, city.browser] = await Promise.all([serveCity(['--home', city.home]), openBrowser()]);
    city.page = await watchedPage(city.browser, city.served.address, { acceptDownloads: true });
    await signInAtFirstRun(city.page, city.served.address);
  });
  afterAll(async () => {
    await city.browser?.close();
    await city.served?.stop();
    await rm(city.home, { recursive: true, force: true });
  });
  return city;
}

function said({ code, out, err }: { code: number | null; out: string; err: string }): Record<string, unknown> {
  expect(code, err).toBe(0);
  return JSON.parse(out);
}

/** Opens an address and waits until its numbers are there. */
export async function show({ page, served }: RealCity, search: string): Promise<string> {
  await page.goto(`${served.address}/${search}`);
  await page.getByRole('button', { name: 'Export', exact: true }).waitFor({ timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  return page.locator('body').innerText();
}

async function exported({ page }: RealCity, item: string): Promise<string> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const waiting = page.waitForEvent('download', { timeout: 120_000 });
  await page.getByRole('menuitem', { name: item }).click();
  return readFile(await (await waiting).path(), 'utf8');
}

/** Calls by area as the app's own table gives them away. */
export async function shownByArea(city: RealCity): Promise<Record<string, number>> {
  const [head = '', ...rows] = (await exported(city, 'Areas as CSV')).replace('\ufeff', '').trim().split(/\r?\n/);
  expect(head).toMatch(/^area_id,name,calls/);
  return Object.fromEntries(rows.map(fieldsOf).map(([id = '', , calls]) => [id, Number(calls)]));
}

const fieldsOf = (line: string): string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field = '']) => field.replace(/^"|"$/g, ''));

/** What `join` says of a plain calls file. */
export async function joined(calls: string, areas: string, ...words: string[]): Promise<Counted> {
  const answer = said(await runCli('join', '--calls', calls, '--areas', areas, ...words, '--json'));
  const { areas: counted, records } = answer as {
    areas: { areaId: string; calls: number }[];
    records: Record<string, number>;
  };
  return { counts: Object.fromEntries(counted.map(({ areaId, calls: n }) => [areaId, n])), records };
}

/** The calls on the screen, exported and joined as any plain file. */
export async function joinedAgain(city: RealCity, areas: string, ...words: string[]): Promise<Counted> {
  const path = join(city.home, 'exported.csv');
  await writeFile(path, await exported(city, 'Calls as CSV'));
  return joined(path, areas, ...words);
}

/** What the page met at both sizes: it must be nothing. Pictures are kept where REAL_CITY_SHOTS names a folder. */
export async function faultsOf({ page, served, browser }: RealCity, name: string): Promise<string[]> {
  const faults = [...page.foreign, ...page.faults];
  for (const [size, viewport] of Object.entries({ laptop: SIZES.laptop, phone: SIZES.phone })) {
    const own = await watchedPage(browser, served.address, { viewport });
    await own.context().addCookies(await page.context().cookies());
    await own.goto(served.address);
    await own.locator('canvas').first().waitFor({ timeout: 60_000 });
    await own.waitForLoadState('networkidle');
    const folder = process.env.REAL_CITY_SHOTS;
    if (folder) await own.screenshot({ path: join(folder, `${name}-${size}.png`) });
    faults.push(...own.foreign, ...own.faults);
    await own.context().close();
  }
  return faults;
}
