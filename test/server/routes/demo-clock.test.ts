import { afterAll, beforeAll, expect, test } from 'vitest';
import { ClockMoved } from '#data/schema/demo-clock.ts';
import { Welcome } from '#data/schema/session.ts';
import { makeApp } from '#server/app.ts';
import { openAccounts } from '#server/auth/accounts.ts';
import { openDemoClock } from '#server/jobs/demo-clock.ts';
import { cookieOf, type ServedHome, serveHome, signedInWith } from './serve-home.ts';

const START = '2026-12-14T07:42:00';
let served: ServedHome;
let app: ReturnType<typeof makeApp>;
let close: () => Promise<void>;

beforeAll(async () => {
  served = await serveHome();
  const { home, dist, records } = served;
  const demoClock = await openDemoClock(home, records, START);
  const secret = 'a secret of this file, and of it only';
  const { nowLocal } = demoClock;
  const accounts = await openAccounts({ records, secret, nowLocal, publicUrl: 'http://localhost', isDemo: true });
  app = makeApp({ home, dist, records, accounts, demoClock });
  close = accounts.close;
});
afterAll(async () => {
  await close();
  await served.remove();
});

const as = async (personId: string) => signedInWith(app, await cookieOf(app, personId));
const moveTo = (to: string) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ to }),
});

test('whoever is in a demo moves its clock; the session, the records and the audit go by the new moment', async () => {
  const officer = await as('p-whitlock');
  const answer = await officer.request('/api/demo/clock', moveTo('2027-01-04T09:00:00'));
  expect(answer.status).toBe(200);
  const { session, nights } = ClockMoved.parse(await answer.json());
  expect(nights).toBe(21);
  expect(session.nowLocal).toBe('2027-01-04T09:00:00');
  const auditor = await as('p-sandoval');
  expect(await (await auditor.request('/api/session')).json()).toMatchObject({ nowLocal: '2027-01-04T09:00:00' });
  const { rows } = await served.records.pool.query(
    `select person_id as "by", local_at as "at" from audit where words like 'put the demo%'`,
  );
  expect(rows).toEqual([{ by: 'p-whitlock', at: '2027-01-04T09:00:00' }]);
});

test('a screen on a wall moves no clock', async () => {
  const answer = await served.appFor('wall').request('/api/demo/clock', moveTo('2027-01-20T09:00:00'));
  expect(answer.status).toBe(403);
});

test('a moment that has passed is refused in words, at the field', async () => {
  const answer = await (await as('p-whitlock')).request('/api/demo/clock', moveTo('2027-01-03T09:00:00'));
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({
    errors: [{ path: 'to', message: expect.stringContaining('goes forward only') }],
  });
});

test.each(['tomorrow', '2027-02-30T09:00:00', '2027-01-05'])('%s is no moment', async (to) => {
  expect((await (await as('p-whitlock')).request('/api/demo/clock', moveTo(to))).status).toBe(422);
});

test('a city that is no demo has no such door', async () => {
  const answer = await served.appFor('chief').request('/api/demo/clock', moveTo('2027-02-01T09:00:00'));
  expect(answer.status).toBe(404);
});

test('the door tells whoever is signed in who they are, nobody else anything, and refuses neither', async () => {
  const welcomed = async (from: { request: typeof app.request }) => {
    const answer = await from.request('/api/welcome');
    expect(answer.status).toBe(200);
    return Welcome.parse(await answer.json());
  };
  expect((await welcomed(app)).session).toBeNull();
  const officer = await as('p-whitlock');
  expect((await welcomed(officer)).session).toEqual(await (await officer.request('/api/session')).json());
  await officer.request('/api/session/lock', { method: 'POST' });
  expect(await welcomed(officer)).toMatchObject({ session: null, locked: { personId: 'p-whitlock' } });
});
