import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { homeFolder } from '#test/fixture/home-folder.ts';
import { freshStore } from '#test/fixture/record-desk.ts';
import { hear } from './hear.ts';

const store = await freshStore();
const { rows } = await store.pool.query<{ name: string }>('select current_database() as name');
const home = await homeFolder('users');
beforeAll(() => void vi.stubEnv('DATABASE_URL', `${inject('postgres')}/${rows[0]?.name}`));
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(home, { recursive: true, force: true });
});

const users = (...words: string[]) => hear('users', ...words, '--home', home);
const ADA = ['--name', 'Ada', '--email', 'Ada@department.example', '--role', 'analyst'];

test('a home without accounts says how the first is made', async () => {
  expect(await users('list')).toEqual({
    ...{ code: 0, err: '' },
    out: 'Nobody has an account yet: commonbeat users add\n',
  });
});

test('add makes an account and tells its password this once', async () => {
  const { code, out, err } = await users('add', ...ADA, '--title', 'Analyst', '--unit', 'Crime Analysis');
  expect([code, err]).toEqual([0, '']);
  const [said, password] = out.trim().split('\n');
  expect(said).toBe('Ada (analyst) signs in with ada@department.example and this password, told only now:');
  expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  const asJson = await users('add', '--json', '--name', 'Max', '--email', 'max@department.example', '--role', 'chief');
  expect(JSON.parse(asJson.out)).toEqual({
    personId: expect.stringMatching(/^p-max-/),
    password: expect.stringMatching(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/),
  });
});

test('list shows who signs in and never a password', async () => {
  const { out } = await users('list');
  expect(out.trim().split('\n')).toEqual([
    'ada@department.example  Ada, analyst',
    'max@department.example  Max, chief',
  ]);
  const [ada] = JSON.parse((await users('list', '--json')).out);
  expect(ada).toMatchObject({
    name: 'Ada',
    unit: 'Crime Analysis',
    hasAccount: true,
    hasPassword: true,
    hasCode: false,
  });
  expect(Object.keys(ada)).not.toContain('password');
});

test('lock closes an account, whatever the letters of its address, and list says so', async () => {
  expect((await users('lock', 'ADA@department.example')).out).toBe('Ada is locked out.\n');
  expect((await users('list')).out).toContain('Ada, analyst, closed');
  const { out } = await users('lock', 'max@department.example', '--json');
  expect(JSON.parse(out)).toEqual({ personId: expect.stringMatching(/^p-max-/), isActive: false });
});

test('what the command line did is in the audit, in the name of the system', async () => {
  const kept = await store.pool.query(
    `select person_id as who, action, changed ->> 'is_active' as active from audit where kind = 'person' order by number`,
  );
  expect(kept.rows.map(({ who, action }) => [who, action])).toEqual([
    ['system', 'create'],
    ['system', 'create'],
    ['system', 'change'],
    ['system', 'change'],
  ]);
  expect(kept.rows[2]?.active).toBe('[true, false]');
});

test('the only administrator is not locked out', async () => {
  await users('add', '--name', 'Mercer', '--email', 'mercer@department.example', '--role', 'administrator');
  const { code, err } = await users('lock', 'mercer@department.example');
  expect([code, err]).toEqual([3, 'commonbeat: This is the only administrator: make another one first\n']);
});

test.each([
  [['add', ...ADA], 3, /ada@department\.example already belongs to somebody/],
  [['add', '--name', 'Bo', '--email', 'bo', '--role', 'officer'], 2, /--email bo: write an address as name@place/],
  [['add', '--name', ' ', '--email', 'bo@d.example', '--role', 'officer'], 2, /--name is empty/],
  [['add', '--name', 'Bo', '--email', 'bo@d.example', '--role', 'mayor'], 2, /mayor.*is invalid.*analyst/],
  [['add', '--name', 'Bo', '--email', 'bo@d.example'], 2, /required option '--role <role>' not specified/],
  [['add', '--name', 'Bo', '--role', 'officer'], 2, /required option '--email <address>' not specified/],
  [['add', '--email', 'bo@d.example', '--role', 'officer'], 2, /required option '--name <name>' not specified/],
  [['lock'], 2, /missing required argument 'email'/],
  [['lock', 'nobody@d.example'], 2, /nobody signs in with nobody@d\.example; see commonbeat users list/],
  [['unlock', 'ada@department.example'], 2, /unknown command 'unlock'|unknown option/],
])('users %s is refused in one line', async (words, expected, why) => {
  const { code, out, err } = await users(...words);
  expect([code, out]).toEqual([expected, '']);
  expect(err).toMatch(why);
  expect(err.trim().split('\n')).toHaveLength(1);
});
