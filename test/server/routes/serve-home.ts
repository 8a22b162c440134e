import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { Role } from '#data/schema/release-level.ts';
import { type AppOptions, makeApp } from '#server/app.ts';
import { openAccounts } from '#server/auth/accounts.ts';

import { type CutResult, cutExtracts } from '#server/extract/cut-extracts.ts';
import { writeWhole } from '#server/store/store-index.ts';
import { hubOfHome } from '#server/wall/hub/hub-of-home.ts';
import { freshStore } from '#test/fixture/record-desk.ts';
import { fillHome, temporaryHome } from '#test/server/extract/make-home.ts';
import { seedPeople } from './people-of-each-role.ts';

const NOW = '2025-01-02T03:04:05';
type App = ReturnType<typeof makeApp>;

/** A filled and cut home with real accounts, a stand-in for the built client, and an app signed in as each role. */
export async function serveHome() {
  const { home, remove } = await temporaryHome();
  await fillHome(home);
  const cut: CutResult = await cutExtracts(home, { madeAt: '2025-01-02T03:05:00Z' });
  const dist = await mkdtemp(join(tmpdir(), 'commonbeat-dist-'));
  await writeWhole(join(dist, 'index.html'), PAGE);
  await writeWhole(join(dist, 'assets', 'app-1a2b3c4d.js'), 'export const here = true;');
  await writeWhole(join(dist, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const records = await freshStore();
  const { accounts, setClock } = await accountsAt(records);
  const hub = hubOfHome({ home, records, nowLocal: accounts.nowLocal, dist, log: pino({ level: 'silent' }) });
  const options: AppOptions = { home, records, accounts, dist, hub };
  const app = makeApp(options);
  const cookies = await enterAsEach(app, await seeded(records));
  const appFor = (role: Role) => signedInWith(app, cookies[role]);
  const removeAll = async () => {
    await hub.close();
    await accounts.close();
    await remove();
    await rm(dist, { recursive: true, force: true });
  };
  return { home, dist, cut, app, records, accounts, options, cookies, appFor, setClock, remove: removeAll };
}

/** Accounts of a demo on a clock that a test can put forward. */
async function accountsAt(records: AppOptions['records']) {
  let ahead = 0;
  const accounts = await openAccounts({
    records,
    secret: 'a secret of the tests, and of them only',
    publicUrl: 'http://localhost',
    nowLocal: () => NOW,
    isDemo: true,
    now: () => new Date(Date.now() + ahead),
  });
  const setClock = (minutesAhead: number) => {
    ahead = minutesAhead * 60_000;
  };
  return { accounts, setClock };
}

async function seeded(records: AppOptions['records']): Promise<Map<string, string>> {
  await seedPeople(records, NOW);
  const { rows } = await records.pool.query<{ role: string; personId: string }>(
    'select role, person_id as "personId" from person',
  );
  return new Map(rows.map(({ role, personId }) => [role, personId]));
}

async function enterAsEach(app: App, people: Map<string, string>): Promise<Record<Role, string>> {
  const entries = await Promise.all(
    Role.options.map(async (role) => [role, await cookieOf(app, people.get(role) ?? '')] as const),
  );
  return Object.fromEntries(entries) as Record<Role, string>; // one entry for each role
}

/** Enters the demo as a person and answers the cookie to send from then on. */
export async function cookieOf(app: App, personId: string): Promise<string> {
  const response = await app.request('/api/demo/enter', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ personId }),
  });
  if (response.status !== 200) throw new Error(`${personId} was not let in: ${await response.text()}`);
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** The app as somebody who holds this cookie meets it. */
export const signedInWith = (app: App, cookie: string) => ({
  routes: app.routes,
  request: (path: string | URL | Request, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('Cookie', cookie);
    return app.request(path, { ...init, headers });
  },
});

const PAGE = '<!doctype html><html><head><meta name="csp-nonce" content="" /></head><body>Commonbeat</body></html>';
export type ServedHome = Awaited<ReturnType<typeof serveHome>>;
