import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Role } from '#data/schema/release-level.ts';
import type { Welcome } from '#data/schema/session.ts';

const ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.COMMONBEAT_CHROMIUM ?? '/usr/bin/chromium', args: ARGS });

export const SIZES = {
  phone: { width: 390, height: 844 },
  laptop: { width: 1440, height: 900 },
  wall: { width: 1920, height: 1080 },
} as const;

/** A page that remembers every request to elsewhere, every CSP refusal and every error it met. */
export type WatchedPage = Page & { readonly foreign: string[]; readonly faults: string[] };

export async function watchedPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: SIZES.laptop, timezoneId: 'Asia/Kolkata', ...options });
  const page = await context.newPage();
  const foreign: string[] = [];
  const faults: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith('blob:') && !url.startsWith('data:')) foreign.push(url);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  return Object.assign(page, { foreign, faults });
}

/** Enters a demo as the first person of a role, by the door that its cards use; the cookie is the page's from then on. */
export async function signInAs(page: Page, address: string, role: Role): Promise<void> {
  const welcome: Welcome = await (await page.request.get(`${address}/api/welcome`)).json();
  const person = welcome.people.find((each) => each.role === role);
  if (!person) throw new Error(`the demo has nobody with the role ${role}`);
  const entered = await page.request.post(`${address}/api/demo/enter`, { data: { personId: person.personId } });
  if (!entered.ok()) throw new Error(`${person.name} was not let in: ${await entered.text()}`);
}

const ANALYST = { name: 'Ada Analyst', email: 'ada@department.example', password: 'a sentence to keep' };

/** Makes the first account of a home without a demo, and an analyst's whose page this becomes. */
export async function signInAtFirstRun(page: Page, address: string): Promise<void> {
  const { password, ...analyst } = ANALYST;
  const first = { name: 'Max First', email: 'max@department.example', password };
  const welcome: Welcome = await (await page.request.get(`${address}/api/welcome`)).json();
  if (welcome.firstRun) {
    await must(page.request.post(`${address}/api/first-run`, { data: first }));
  } else {
    await must(page.request.post(`${address}/api/session`, { data: { email: first.email, password } }));
  }
  const accounts: { email: string; personId: string }[] = await (
    await page.request.get(`${address}/api/accounts`)
  ).json();
  const known = accounts.find(({ email }) => email === analyst.email);
  const who = { ...analyst, title: '', role: 'analyst', unit: null, district: null };
  const made = known
    ? await page.request.post(`${address}/api/accounts/${known.personId}/password`, { data: { secondFactor: 'keep' } })
    : await page.request.post(`${address}/api/accounts`, { data: who });
  const told: { password: string } = await made.json();
  await must(page.request.post(`${address}/api/session`, { data: { email: analyst.email, password: told.password } }));
}

async function must(answer: Promise<{ ok(): boolean; text(): Promise<string> }>): Promise<void> {
  const response = await answer;
  if (!response.ok()) throw new Error(await response.text());
}
