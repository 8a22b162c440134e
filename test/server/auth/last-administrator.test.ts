import pg from 'pg';
import { afterAll, beforeEach, expect, inject, test } from 'vitest';
import { openAccounts } from '#server/auth/accounts.ts';
import { changeAccount } from '#server/auth/keep-accounts.ts';
import { addPerson, settleSignedOn } from '#server/store/accounts.ts';
import { systemActing } from '#server/store/record-store.ts';
import { actingAs, freshStore, NOW } from '#test/fixture/record-desk.ts';

const records = await freshStore();
const accounts = await openAccounts({
  records,
  secret: 'a secret of the tests, and of them only',
  publicUrl: 'http://localhost',
  nowLocal: () => NOW,
});
const { rows: names } = await records.pool.query<{ name: string }>('select current_database() as name');
const connectionString = `${inject('postgres')}/${names[0]?.name}`;
afterAll(() => accounts.close());

const ONLY = 'This is the only administrator: make another one first';
const emailOf = (personId: string) => `${personId}@department.example`;

beforeEach(async () => {
  await records.pool.query('delete from person');
  for (const personId of ['p-ada', 'p-ben']) {
    const given = { personId, name: personId, title: '', email: emailOf(personId), unit: null, district: null };
    await addPerson(records, systemActing(NOW), { ...given, role: 'administrator', isActive: true });
  }
});

/**
 * Does both at once: a third connection holds everybody until each of the two waits for it on a connection of its
 * own, so that neither has written when the other looks.
 */
async function atOnce(...acts: (() => Promise<unknown>)[]): Promise<PromiseSettledResult<unknown>[]> {
  const third = new pg.Client({ connectionString });
  await third.connect();
  try {
    await third.query('begin');
    await third.query('select from person for update');
    const all = Promise.allSettled(acts.map((act) => act()));
    await expect.poll(waiting, { timeout: 20_000 }).toBe(acts.length);
    await third.query('commit');
    return await all;
  } finally {
    await third.end();
  }
}

async function waiting(): Promise<number> {
  const { rows } = await records.pool.query<{ n: number }>(
    `select count(distinct pid)::int as n from pg_locks join pg_stat_activity using (pid)
     where not granted and pg_stat_activity.datname = current_database()`,
  );
  return rows[0]?.n ?? 0;
}

async function administrators(): Promise<number> {
  const { rows } = await records.pool.query<{ n: number }>(
    `select count(*)::int as n from person where role = 'administrator' and is_active`,
  );
  return rows[0]?.n ?? 0;
}

/** How often the audit says that somebody stays administrator against the word of their groups. */
async function staying(): Promise<number> {
  const { rows } = await records.pool.query<{ n: number }>(
    `select count(*)::int as n from audit where words like 'stays administrator%'`,
  );
  return rows[0]?.n ?? 0;
}

const as = (personId: string) => actingAs('administrator', personId);
const demote = (by: string, whom: string) => () => changeAccount(accounts, as(by), whom, { role: 'analyst' });
const close = (by: string, whom: string) => () => changeAccount(accounts, as(by), whom, { isActive: false });
const signOn = (whom: string) => () =>
  settleSignedOn(records, systemActing(NOW), { email: emailOf(whom), name: whom, role: 'analyst' });

test.each([
  ['demote each other', demote('p-ada', 'p-ben'), demote('p-ben', 'p-ada')],
  ['close each other', close('p-ada', 'p-ben'), close('p-ben', 'p-ada')],
  ['step down, one by role and one by closing', demote('p-ada', 'p-ada'), close('p-ben', 'p-ben')],
])('of two administrators who %s at once one stays, and the second is told why', async (_, first, second) => {
  const done = await atOnce(first, second);
  expect(await administrators()).toBe(1);
  expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(done.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { message: ONLY } });
});

test('of two who lose the role at once by their groups and by an administrator one stays', async () => {
  await atOnce(signOn('p-ada'), demote('p-ada', 'p-ben'));
  expect(await administrators()).toBe(1);
});

test('of two who lose the role at once by their groups one stays, and the audit says so', async () => {
  const before = await staying();
  const done = await atOnce(signOn('p-ada'), signOn('p-ben'));
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  expect(await administrators()).toBe(1);
  expect(await staying()).toBe(before + 1);
});

test('with a third administrator both may go', async () => {
  const given = { personId: 'p-cai', name: 'Cai', title: '', email: emailOf('p-cai'), unit: null, district: null };
  await addPerson(records, systemActing(NOW), { ...given, role: 'administrator', isActive: true });
  const done = await atOnce(demote('p-cai', 'p-ada'), demote('p-cai', 'p-ben'));
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  expect(await administrators()).toBe(1);
});

test('somebody who is not here is not changed, and a screen’s role is nobody else’s', async () => {
  await expect(changeAccount(accounts, as('p-ada'), 'p-none', { isActive: false })).rejects.toThrow(/not here/);
  await expect(changeAccount(accounts, as('p-ada'), 'p-ben', { role: 'wall' })).rejects.toThrow(/paired under Screens/);
});
