import type { Person } from '#data/schema/records/person.ts';
import { findAccount } from '#server/store/accounts.ts';
import { countWrong, forgetTries, readTries } from '#server/store/sign-in-tries.ts';
import type { Accounts } from './accounts.ts';
import { proveCode } from './prove-code.ts';
import { tellAudit } from './tell-audit.ts';

export const MOST_WRONG = 5;
export const CLOSED_MINUTES = 15;
const DAY_MS = 86_400_000;

/** `setCookies` are what the browser must keep from then on. */
export type SignedIn = { is: 'in'; person: Person; setCookies: string[] };
export type Refusal = { is: 'refused' } | { is: 'closed'; until: Date };
export type SignInAnswer = SignedIn | { is: 'needs-code' } | Refusal;

export type Credentials = { email: string; password: string; code?: string | undefined };

/**
 * Password, and the code of the second factor where the account has one, both in one request. An
 * address that nobody has is answered, counted and closed exactly as one that somebody has.
 */
export function signIn(accounts: Accounts, given: Credentials, userAgent: string): Promise<SignInAnswer> {
  const email = given.email.trim().toLowerCase();
  return accounts.inTurn(email, () => tryOnce(accounts, { ...given, email }, userAgent));
}

async function tryOnce(accounts: Accounts, given: Credentials, userAgent: string): Promise<SignInAnswer> {
  const { pool } = accounts.records;
  const { email } = given;
  const { lockedUntil } = await readTries(pool, email);
  if (lockedUntil !== null && lockedUntil > accounts.now()) return { is: 'closed', until: lockedUntil };

  const person = await findAccount(pool, email);
  const tried = await tryCredentials(accounts, given, userAgent);
  if (tried === 'needs-code') return { is: 'needs-code' };
  if (tried === 'wrong' || person === null || !person.isActive || person.role === 'wall')
    return refuse(accounts, email, person);
  await forgetTries(pool, email);
  const how = given.code === undefined ? 'by password' : 'by password and code';
  await tellAudit(accounts, person, { action: 'sign-in', recordId: person.personId, words: how });
  return { is: 'in', person, setCookies: tried };
}

async function tryCredentials(accounts: Accounts, { email, password, code }: Credentials, userAgent: string) {
  const { better } = accounts;
  const headers = new Headers({ 'user-agent': userAgent.slice(0, 300) });
  const first = await better.api.signInEmail({ body: { email, password }, headers, asResponse: true });
  if (!first.ok) return 'wrong';
  const answer: unknown = await first.json();
  const isHalf = typeof answer === 'object' && answer !== null && 'twoFactorRedirect' in answer;
  if (!isHalf) return first.headers.getSetCookie();
  if (code === undefined) return 'needs-code';
  headers.set('cookie', cookiesOf(first));
  const second = /^\d{6}$/.test(code)
    ? await proveCode(accounts, { email, code }, headers)
    : await better.api.verifyBackupCode({ body: { code }, headers, asResponse: true });
  return second?.ok ? second.headers.getSetCookie() : 'wrong';
}

/** Counts a wrong try and says what came of it. */
export async function refuse(accounts: Accounts, email: string, person: Person | null): Promise<Refusal> {
  const now = accounts.now();
  const { lockedUntil } = await countWrong(accounts.records.pool, email, {
    at: now,
    since: new Date(now.getTime() - DAY_MS),
    most: MOST_WRONG,
    lockedUntil: new Date(now.getTime() + CLOSED_MINUTES * 60_000),
  });
  const why = person === null ? 'no account has this address' : person.isActive ? 'wrong' : 'the account is closed';
  const words = lockedUntil ? `${why}; closed for ${CLOSED_MINUTES} minutes after ${MOST_WRONG} in a row` : why;
  await tellAudit(accounts, null, { action: 'sign-in-refused', recordId: person?.personId ?? '', words });
  return lockedUntil === null ? { is: 'refused' } : { is: 'closed', until: lockedUntil };
}

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
