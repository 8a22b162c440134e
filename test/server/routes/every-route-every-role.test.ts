import { afterAll, beforeAll, expect, test } from 'vitest';
import { PERMISSIONS, Permission } from '#data/schema/permissions.ts';
import { Role } from '#data/schema/release-level.ts';
import { isWritten } from '#test/fixture/who-may-what.ts';
import { cookieOf, type ServedHome, serveHome, signedInWith } from './serve-home.ts';

type Operation = { security?: unknown[]; 'x-permission'?: string; 'x-while-locked'?: boolean };
type Walked = { name: string; method: string; path: string; operation: Operation };

let served: ServedHome;
let walked: Walked[];
let people: Map<string, string>;

beforeAll(async () => {
  served = await serveHome();
  const document = (await (await served.app.request('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, Operation>>;
  };
  walked = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path: path.replace(/\{\w+\}/g, 'nothing-of-this-name'),
      operation,
    })),
  );
  const { rows } = await served.records.pool.query<{ role: string; personId: string }>(
    'select role, person_id as "personId" from person',
  );
  people = new Map(rows.map(({ role, personId }) => [role, personId]));
});
afterAll(() => served.remove());

const isOpen = ({ operation }: Walked) => operation.security?.length === 0;
const closed = () => walked.filter((each) => !isOpen(each));
/** Routes that end or lock the session that asks: tried last, each with a session of its own. */
const endsItself = ({ path, method }: Walked) =>
  path.startsWith('/api/session') && path !== '/api/sessions' && method !== 'GET';

async function ask({ method, path }: Walked, cookie: string | null) {
  const body =
    method === 'GET' || method === 'DELETE' ? {} : { body: '{}', headers: { 'Content-Type': 'application/json' } };
  const from = cookie === null ? served.app : signedInWith(served.app, cookie);
  const response = await from.request(path, { method, ...body });
  const isProblem = response.headers.get('Content-Type')?.includes('problem');
  const said = isProblem ? await response.json() : {};
  if (!isProblem) await response.body?.cancel(); // a stream has no end to wait for
  return { status: response.status, type: said.type, detail: String(said.detail ?? '') };
}

const fresh = (role: Role) => cookieOf(served.app, people.get(role) ?? '');

test('every route names a row of the table of permissions, or says that it is open to all', () => {
  expect(walked.length).toBeGreaterThan(30);
  for (const each of walked) {
    const named = Permission.safeParse(each.operation['x-permission']).success;
    expect(`${each.name} ${named !== isOpen(each)}`).toBe(`${each.name} true`);
  }
});

test('nobody is answered 401 by every route that is not open to all', async () => {
  for (const each of closed()) expect(`${each.name} ${(await ask(each, null)).status}`).toBe(`${each.name} 401`);
});

test('a cookie that was made up, or signed by another, is nobody’s', async () => {
  const own = served.cookies.chief;
  const [name = '', value = ''] = own.split('=', 2);
  const forged = [`${name}=${'x'.repeat(32)}.${'A'.repeat(43)}%3D`, `${name}=${value.split('.')[0]}`, `${own}x`];
  for (const each of closed().slice(0, 8)) {
    for (const cookie of forged) expect((await ask(each, cookie)).status, each.name).toBe(401);
  }
});

test.each(Role.options)('%s is let in exactly where the page that people wrote says so', async (role) => {
  const lasting = await fresh(role);
  for (const each of closed()) {
    const asks = Permission.parse(each.operation['x-permission']);
    const answer = await ask(each, endsItself(each) ? await fresh(role) : lasting);
    const isTurnedAway = answer.status === 403 && answer.detail.startsWith('Your role');
    expect(`${each.name} ${isTurnedAway ? 'refused' : 'let in'}`).toBe(
      `${each.name} ${isWritten(role, asks) ? 'let in' : 'refused'}`,
    );
    expect(answer.status === 401 && answer.detail === 'Sign in first.', each.name).toBe(false);
    expect([500, 501, 502], `${each.name} ${answer.status}`).not.toContain(answer.status);
  }
});

test.each(Role.options)('a locked %s is told so by every route, but for those that unlock and end it', async (role) => {
  const cookie = await fresh(role);
  await signedInWith(served.app, cookie).request('/api/session/lock', { method: 'POST' });
  for (const each of closed()) {
    if (each.operation['x-while-locked']) continue;
    const { status, type } = await ask(each, cookie);
    expect(`${each.name} ${status} ${type}`).toBe(`${each.name} 401 locked`);
  }
});

test('an expired session is nobody’s', async () => {
  const cookie = await fresh('chief');
  served.setClock(13 * 60);
  try {
    for (const each of closed()) {
      const { status, type } = await ask(each, cookie);
      expect(`${each.name} ${status} ${type}`).toBe(`${each.name} 401 about:blank`);
    }
  } finally {
    served.setClock(0);
  }
});

/** Who is let in where a clause, or the secrecy of a record, says it: in words of its own, since a route may name the wrong row. */
const RESERVED: Record<string, string> = {
  'POST /api/records/groups/{groupId}/designations': 'division-commander', // 1902.2 C
  'POST /api/records/register/{kind}/{entryId}/decision': 'chief', // P3103 V.A.3
  'POST /api/records/register/appointment': 'chief', // P3103 V.B.1
  'POST /api/records/reports/{reportId}/receipt': 'section-commander division-commander chief', // P3103 V.B.3
  'POST /api/records/concerns': 'analyst officer coordinator section-commander division-commander chief', // P3103 II
  'POST /api/records/concerns/{concernId}/partner-updates': 'city-partner', // 1902.2 A.2
  'POST /api/records/concerns/{concernId}/sharing': 'officer coordinator section-commander division-commander',
  'GET /api/records/groups/{groupId}/representatives':
    'analyst officer coordinator section-commander division-commander chief auditor',
  'POST /api/records/groups/{groupId}/representatives': 'officer coordinator section-commander division-commander',
  'GET /api/records/mail': 'coordinator', // P3103 V.B.4
  'GET /api/records/mail/{mailId}': 'coordinator',
  'PUT /api/records/proof/crosswalk': 'coordinator',
  'POST /api/records/sweep/verdicts': 'analyst coordinator', // 1902.2 A.9
  'POST /api/records/hand-out-runs': 'coordinator section-commander division-commander',
  'GET /api/extracts/{file}': 'analyst officer coordinator section-commander division-commander chief city-partner',
  'GET /api/wall/board': 'analyst officer coordinator section-commander division-commander chief wall',
  'GET /api/audit': 'auditor',
  'GET /api/audit/verdict': 'auditor',
  'GET /api/audit/lines.jsonl': 'auditor',
  'GET /api/accounts': 'administrator',
  'POST /api/accounts': 'administrator',
  'PATCH /api/accounts/{personId}': 'administrator',
  'POST /api/accounts/{personId}/password': 'administrator',
  'DELETE /api/account-sessions/{sessionId}': 'administrator',
  'PATCH /api/records/settings': 'administrator',
  'POST /api/wall-device-pairings': 'administrator',
};

test.each(Object.entries(RESERVED))('%s is for these and nobody else: %s', async (name, roles) => {
  const route = walked.find((each) => each.name === name);
  if (route === undefined) throw new Error(`no route is called ${name}`);
  const letIn: Role[] = [];
  for (const role of Role.options) {
    const { status, detail } = await ask(route, served.cookies[role]);
    if (!(status === 403 && detail.startsWith('Your role'))) letIn.push(role);
  }
  expect(letIn.join(' ')).toBe(roles);
});

test('no route that changes something asks only for the right to read, but for two that say why', () => {
  const loose = closed().filter(
    ({ method, operation }) => method !== 'GET' && operation['x-permission']?.endsWith('.read'),
  );
  expect(loose.map(({ name }) => name).sort()).toEqual([
    'POST /api/figures', // keeps what a figure was made of, for whoever holds its rows
    'PUT /api/records/sweep/seen', // what the reader themselves has opened
  ]);
});

test('every row of the table is asked for by a role that exists, and none is empty', () => {
  for (const [permission, roles] of Object.entries(PERMISSIONS)) expect(roles.length, permission).toBeGreaterThan(0);
});
