import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeApp } from '#server/app.ts';
import { type Accounts, openAccounts } from '#server/auth/accounts.ts';
import { readRoles, roleOf, signOnFrom } from '#server/auth/sign-on.ts';
import { addPerson } from '#server/store/accounts.ts';
import { systemActing } from '#server/store/record-store.ts';
import { freshStore } from '#test/fixture/record-desk.ts';
import { temporaryHome } from '#test/server/extract/make-home.ts';

const OURS = 'http://localhost:4999'; // never listened on: the browser is played below
const CLAIMS: Record<string, { name: string; email: string; groups: string[]; email_verified?: boolean }> = {
  ada: { name: 'Ada Analyst', email: 'ada@department.example', groups: ['Everybody', 'PD-Analysts'] },
  bob: { name: 'Bob Badge', email: 'bob@department.example', groups: ['PD-CRO', 'PD-Analysts'] },
  eve: { name: 'Eve Elsewhere', email: 'eve@department.example', groups: ['Everybody'] },
  mal: { name: 'Mal', email: 'ada@department.example', groups: ['PD-Analysts'], email_verified: false },
};

let provider: Server;
let accounts: Accounts;
let app: ReturnType<typeof makeApp>;
let home: Awaited<ReturnType<typeof temporaryHome>>;

beforeAll(async () => {
  const issuer = await startProvider();
  const records = await freshStore();
  const nowLocal = () => '2026-12-14T07:42:00';
  const env = {
    COMMONBEAT_OIDC_ISSUER: issuer,
    COMMONBEAT_OIDC_CLIENT_ID: 'commonbeat',
    COMMONBEAT_OIDC_CLIENT_SECRET: 'a secret between the two of them',
    COMMONBEAT_OIDC_TITLE: 'City sign-on',
    COMMONBEAT_OIDC_ROLES: 'PD-CRO=officer, PD-Analysts=analyst',
  };
  const signOn = signOnFrom(env, records, nowLocal);
  accounts = await openAccounts({
    records,
    secret: 'a secret of the tests, and of them only',
    publicUrl: OURS,
    nowLocal,
    signOn,
  });
  home = await temporaryHome();
  app = makeApp({ home: home.home, records, accounts, dist: home.home, publicUrl: OURS });
});
afterAll(async () => {
  await accounts?.close();
  await home?.remove();
  provider?.close();
});

async function startProvider(): Promise<string> {
  provider = createServer();
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  const oidc = new Provider(issuer, {
    clients: [
      {
        client_id: 'commonbeat',
        client_secret: 'a secret between the two of them',
        redirect_uris: [`${OURS}/api/sign-on/callback/department`],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    scopes: ['openid', 'email', 'profile', 'groups'],
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email_verified: true, ...CLAIMS[id] }) }),
    features: { devInteractions: { enabled: true } },
  });
  provider.on('request', oidc.callback());
  return issuer;
}

/** A browser, as far as a sign-on needs one: it follows where it is sent and keeps each host's cookies. */
async function signOnAs(login: string): Promise<{ status: number; location: string; cookie: string }> {
  const ours: string[] = [];
  const theirs = new Map<string, string>();
  const begun = await app.request(`${OURS}/api/sign-on`);
  expect(begun.status).toBe(302);
  ours.push(...pairs(begun));
  let url = begun.headers.get('Location') ?? '';
  for (let step = 0; step < 12 && !url.startsWith(OURS); step++) {
    const isForm = /\/interaction\/[^/]+$/.test(url);
    const response = await fetch(url, {
      redirect: 'manual',
      method: isForm ? 'POST' : 'GET',
      headers: { cookie: [...theirs].map((pair) => pair.join('=')).join('; ') },
      ...(isForm
        ? { body: new URLSearchParams({ prompt: step < 3 ? 'login' : 'consent', login, password: 'any' }) }
        : {}),
    });
    for (const pair of pairs(response)) theirs.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    url = new URL(response.headers.get('Location') ?? `/stuck-at-${response.status}`, url).href;
  }
  const back = await app.request(url, { headers: { cookie: ours.join('; ') } });
  const cookie = pairs(back).find((pair) => pair.startsWith('commonbeat.session_token=')) ?? '';
  return { status: back.status, location: back.headers.get('Location') ?? '', cookie };
}

const pairs = (response: Response) => response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '');
const sessionOf = async (cookie: string) => (await app.request(`${OURS}/api/session`, { headers: { cookie } })).json();

test('a person of the department signs on without a password of ours, with the role of their group', async () => {
  expect(await (await app.request(`${OURS}/api/welcome`)).json()).toMatchObject({ signOn: 'City sign-on' });
  const ada = await signOnAs('ada');
  expect(ada).toMatchObject({ status: 302, location: '/' });
  expect(await sessionOf(ada.cookie)).toMatchObject({
    name: 'Ada Analyst',
    role: 'analyst',
    releaseLevel: 'restricted',
  });
});

test('of two groups the first rule counts, and a person who changes groups changes role at the next sign-on', async () => {
  expect(await sessionOf((await signOnAs('bob')).cookie)).toMatchObject({ role: 'officer' });
  CLAIMS.bob = { name: 'Bob Badge', email: 'bob@department.example', groups: ['PD-Analysts'] };
  expect(await sessionOf((await signOnAs('bob')).cookie)).toMatchObject({ role: 'analyst' });
});

test('no group takes the role of the only administrator, and the audit says so', async () => {
  const { records } = accounts;
  const { rows } = await records.pool.query(
    `update person set role = 'administrator' where email = 'bob@department.example' returning person_id as "personId"`,
  );
  expect(await sessionOf((await signOnAs('bob')).cookie)).toMatchObject({ role: 'administrator' });
  const kept = await records.pool.query('select words from audit where record_id = $1 and action = $2', [
    rows[0].personId,
    'other',
  ]);
  expect(kept.rows).toEqual([
    { words: 'stays administrator, though the groups of the sign-on say analyst: this is the only one' },
  ]);
  const second = { personId: 'p-second', name: 'Second', title: '', email: 'second@department.example' } as const;
  const rest = { role: 'administrator', unit: null, district: null, isActive: true } as const;
  await addPerson(records, systemActing('2026-12-14T07:42:00'), { ...second, ...rest });
  expect(await sessionOf((await signOnAs('bob')).cookie)).toMatchObject({ role: 'analyst' });
});

test('whoever is in no group with a role is sent back without a session, and the audit says so', async () => {
  const eve = await signOnAs('eve');
  expect(eve).toEqual({ status: 302, location: '/?error=sign-on', cookie: '' });
  const { rows } = await accounts.records.pool.query(`select from audit where action = 'sign-in-refused'`);
  expect(rows).toHaveLength(1);
});

test('an address that the sign-on does not vouch for opens nobody’s account', async () => {
  expect(await signOnAs('mal')).toEqual({ status: 302, location: '/?error=sign-on', cookie: '' });
});

test('no group makes somebody a screen: screens are paired', () => {
  expect(() => readRoles('PD-Analysts=analyst,PD-Walls=wall')).toThrow(/"PD-Walls=wall".*is paired/);
});

test('rules that name no role of ours are refused at the start', () => {
  expect(() => readRoles('PD=mayor')).toThrow(/"PD=mayor" is not group=role/);
  expect(roleOf(['CN=Staff,OU=x'], readRoles('CN=Staff=officer'))).toBeNull();
  expect(roleOf('PD', readRoles('PD=chief'))).toBe('chief');
});
