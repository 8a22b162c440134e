import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount } from '#server/auth/keep-accounts.ts';
import { systemActing } from '#server/store/record-store.ts';
import { type ServedHome, serveHome, signedInWith } from '#test/server/routes/serve-home.ts';

let served: ServedHome;
beforeAll(async () => {
  served = await serveHome();
});
afterAll(() => served.remove());

let made = 0;
async function someone() {
  const email = `person-${made++}@department.example`;
  const given = { name: 'Some One', title: '', role: 'officer', email, unit: null, district: null } as const;
  const { person, password } = await addAccount(served.accounts, systemActing('2026-12-14T07:00:00'), given);
  return { person, email, password };
}

const post = (path: string, body: unknown, cookie?: string) => {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  return cookie === undefined ? served.app.request(path, init) : signedInWith(served.app, cookie).request(path, init);
};
const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
const audited = async (action: string, recordId: string) => {
  const { rows } = await served.records.pool.query<{ words: string }>(
    'select words from audit where action = $1 and record_id = $2 order by number',
    [action, recordId],
  );
  return rows.map(({ words }) => words);
};

test('the right password opens a session that no script can read, and a wrong one none', async () => {
  const { person, email, password } = await someone();
  expect((await post('/api/session', { email, password: 'wrong' })).status).toBe(401);
  const response = await post('/api/session', { email: email.toUpperCase(), password });
  expect(response.status).toBe(200);
  expect(response.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
  expect(await response.json()).toMatchObject({ personId: person.personId, role: 'officer', releaseLevel: 'internal' });
  expect(await audited('sign-in', person.personId)).toEqual(['by password']);
  expect(await audited('sign-in-refused', person.personId)).toEqual(['wrong']);
});

test('five wrong in a row close an account for fifteen minutes, told plainly; one that nobody has is told the same', async () => {
  const { email, password } = await someone();
  const said: string[][] = [];
  for (const tried of [email, 'nobody@department.example']) {
    const answers: string[] = [];
    for (let n = 0; n < 6; n++) {
      const response = await post('/api/session', { email: tried, password: 'wrong wrong wrong' });
      answers.push(`${response.status} ${(await response.json()).detail}`);
    }
    said.push(answers);
  }
  expect(said[1]).toEqual(said[0]);
  expect(said[0]?.map((answer) => answer.slice(0, 3))).toEqual(['401', '401', '401', '401', '429', '429']);
  expect(said[0]?.[4]).toBe('429 Five wrong in a row: this account is closed for 15 more minutes. Then try again.');
  expect((await post('/api/session', { email, password })).status).toBe(429);
  served.setClock(16);
  expect((await post('/api/session', { email, password })).status).toBe(200);
  served.setClock(0);
});

test('a second factor is asked for once it is confirmed; each code opens once, and so does a recovery code in its place', async () => {
  const { email, password } = await someone();
  let cookie = cookieOf(await post('/api/session', { email, password }));
  expect((await post('/api/me/second-factor', { password: 'wrong' }, cookie)).status).toBe(403);
  const begun = await post('/api/me/second-factor', { password }, cookie);
  const { uri, recoveryCodes } = await begun.json();
  expect((await post('/api/session', { email, password })).status).toBe(200); // not in force yet
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const began = Date.now();
  const code = (next = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: began + next * 30_000 });
  const confirmed = await post('/api/me/second-factor/confirmation', { code: code() }, cookie);
  expect(confirmed.status).toBe(204);
  cookie = cookieOf(confirmed) || cookie;
  const half = await post('/api/session', { email, password });
  expect([half.status, await half.json()]).toEqual([202, { needs: 'code' }]);
  expect(half.headers.getSetCookie()).toEqual([]);
  expect(
    (await post('/api/session', { email, password, code: code() === '000000' ? '111111' : '000000' })).status,
  ).toBe(401);
  expect((await post('/api/session', { email, password, code: code() })).status).toBe(401); // it confirmed: it is used
  const both = await Promise.all([1, 2].map(() => post('/api/session', { email, password, code: code(1) })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  const [recovery] = recoveryCodes;
  expect((await post('/api/session', { email, password, code: recovery })).status).toBe(200);
  expect((await post('/api/session', { email, password, code: recovery })).status).toBe(401);
});

test('a session left alone locks by itself; what the page asks on its own does not keep it awake', async () => {
  const { email, password } = await someone();
  const response = await post('/api/session', { email, password });
  const { idleMinutes } = await response.json();
  expect(idleMinutes).toBeLessThanOrEqual(30);
  const reader = signedInWith(served.app, cookieOf(response));
  const own = () => reader.request('/api/session');
  served.setClock(idleMinutes - 1);
  expect((await own()).status).toBe(200); // a touch
  served.setClock(2 * idleMinutes - 3);
  expect((await reader.request('/api/session', { headers: { 'X-Commonbeat-Background': '1' } })).status).toBe(200);
  served.setClock(2 * idleMinutes);
  const locked = await own();
  expect([locked.status, (await locked.json()).type]).toEqual([401, 'locked']);
  expect(await (await reader.request('/api/welcome')).json()).toMatchObject({ locked: { unlockBy: ['password'] } });
  const cookie = cookieOf(response);
  expect((await post('/api/session/unlock', { password: 'wrong' }, cookie)).status).toBe(401);
  expect((await post('/api/session/unlock', { password }, cookie)).status).toBe(200);
  expect((await own()).status).toBe(200);
  served.setClock(0);
});

test('a session is listed and can be ended, by its person or by an administrator; another’s cannot', async () => {
  const { person, email, password } = await someone();
  const first = cookieOf(await post('/api/session', { email, password }));
  const second = cookieOf(await post('/api/session', { email, password }));
  const listed = async () => (await signedInWith(served.app, first).request('/api/sessions')).json();
  const [other] = (await listed()).filter(({ isThis }: { isThis: boolean }) => !isThis);
  const end = (cookie: string, path: string) => signedInWith(served.app, cookie).request(path, { method: 'DELETE' });
  expect((await end(served.cookies.officer, `/api/sessions/${other.sessionId}`)).status).toBe(404);
  expect((await end(first, `/api/sessions/${other.sessionId}`)).status).toBe(204);
  expect((await signedInWith(served.app, second).request('/api/session')).status).toBe(401);
  const [own] = await listed();
  expect((await end(served.cookies.administrator, `/api/account-sessions/${own.sessionId}`)).status).toBe(204);
  expect((await signedInWith(served.app, first).request('/api/session')).status).toBe(401);
  expect((await audited('other', own.sessionId))[0]).toContain(person.personId);
});

test('an account that is closed is signed out at once, and the last administrator cannot be', async () => {
  const { person, email, password } = await someone();
  const cookie = cookieOf(await post('/api/session', { email, password }));
  const administrator = signedInWith(served.app, served.cookies.administrator);
  const patch = (personId: string, body: unknown) =>
    administrator.request(`/api/accounts/${personId}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  expect((await patch(person.personId, { isActive: false })).status).toBe(204);
  expect((await signedInWith(served.app, cookie).request('/api/session')).status).toBe(401);
  expect((await post('/api/session', { email, password })).status).toBe(401);
  const { personId } = await (await administrator.request('/api/session')).json();
  expect((await patch(personId, { role: 'officer' })).status).toBe(422);
});

test('a change that another page sends with the cookie is refused', async () => {
  const lock = (headers: Record<string, string>) =>
    signedInWith(served.app, served.cookies.officer).request('/api/session/lock', { method: 'POST', headers });
  expect((await lock({ Origin: 'https://evil.example' })).status).toBe(403);
  expect((await lock({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
  expect((await lock({ Origin: 'http://localhost' })).status).toBe(204);
});

test('first run is over once there is an account, and never comes from elsewhere', async () => {
  const first = { name: 'First', email: 'first@department.example', password: 'a sentence to keep' };
  expect((await post('/api/first-run', first)).status).toBe(409);
  const passedOn = await served.app.request('/api/first-run', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': '203.0.113.9' },
    body: JSON.stringify(first),
  });
  expect(passedOn.status).toBe(403);
});

test('a database that goes while a password is checked is told as one, and the server goes on', async () => {
  const { email, password } = await someone();
  const { pool } = served.records;
  const holding = await pool.connect();
  await holding.query('begin');
  await holding.query('lock table auth.account in access exclusive mode');
  const waiting = post('/api/session', { email, password });
  const cut = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query ilike '%account%' and pid <> pg_backend_pid()`;
  await expect.poll(async () => (await pool.query(cut)).rowCount).toBe(1);
  expect((await waiting).status).toBe(503);
  await holding.query('rollback');
  holding.release();
  const again = async () => (await post('/api/session', { email, password })).status;
  await expect.poll(again).toBe(200); // the connection that was cut may be asked once more before it is known to be
});
