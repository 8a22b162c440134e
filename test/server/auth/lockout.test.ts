import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount } from '#server/auth/keep-accounts.ts';
import { systemActing } from '#server/store/record-store.ts';
import { type ServedHome, serveHome, signedInWith } from '#test/server/routes/serve-home.ts';

let served: ServedHome;
beforeAll(async () => {
  served = await serveHome();
});
afterAll(() => served.remove());

async function someone(email: string) {
  const given = { name: 'Some One', title: '', role: 'officer', email, unit: null, district: null } as const;
  return { email, ...(await addAccount(served.accounts, systemActing('2026-12-14T07:00:00'), given)) };
}
const init = (body: unknown) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});
const signIn = async (email: string, password: string) => served.app.request('/api/session', init({ email, password }));
const statuses = async (asked: Promise<Response>[]) => (await Promise.all(asked)).map(({ status }) => status);

test('many tries at once are no more tries than five: the right password among them opens nothing any more', async () => {
  const { email, password } = await someone('many@department.example');
  const guesses = [...Array.from({ length: 8 }, (_, n) => `wrong number ${n}`), password];
  expect(await statuses(guesses.map((guess) => signIn(email, guess)))).toEqual([
    ...[401, 401, 401, 401],
    ...[429, 429, 429, 429, 429],
  ]);
});

test('tries at a locked session, at the door and at one’s own password are counted together', async () => {
  const { email, password } = await someone('locked@department.example');
  const cookie = (await signIn(email, password)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const own = signedInWith(served.app, cookie);
  const prove = async (guess: string) => own.request('/api/me/second-factor/removal', init({ password: guess }));
  const unlock = async (guess: string) => own.request('/api/session/unlock', init({ password: guess }));
  expect(await statuses([prove('a'), prove('b')])).toEqual([403, 403]);
  await own.request('/api/session/lock', { method: 'POST' });
  expect(await statuses([unlock('c'), unlock('d')])).toEqual([401, 401]);
  expect(await statuses([signIn(email, 'e')])).toEqual([429]);
  expect(await statuses([unlock(password), signIn(email, password)])).toEqual([429, 429]);
});

test('one address that is tried does not keep another waiting out', async () => {
  const { email, password } = await someone('calm@department.example');
  const tried = Array.from({ length: 7 }, () => signIn('stormy@department.example', 'wrong'));
  expect((await signIn(email, password)).status).toBe(200);
  expect((await statuses(tried)).filter((status) => status === 429)).toHaveLength(3);
});
