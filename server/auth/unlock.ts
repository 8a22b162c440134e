import type { UnlockBy } from '#data/schema/session.ts';
import { readWaysIn } from '#server/store/accounts.ts';
import { type KeptSession, unlockSession } from '#server/store/sessions.ts';
import { forgetTries, readTries } from '#server/store/sign-in-tries.ts';
import type { Accounts } from './accounts.ts';
import { proveCode } from './prove-code.ts';
import { type Refusal, refuse } from './sign-in.ts';
import { tellAudit } from './tell-audit.ts';

type Given = { password?: string | undefined; code?: string | undefined };

/** How the person of a session may go on after a lock. */
export async function waysToUnlock({ records, isDemo, signOn }: Accounts, session: KeptSession): Promise<UnlockBy[]> {
  const { hasPassword, hasCode } = await readWaysIn(records.pool, session.userId);
  const ways: UnlockBy[] = [];
  if (hasPassword) ways.push('password');
  if (hasCode) ways.push('code');
  if (ways.length === 0 && isDemo) ways.push('press');
  if (signOn && !hasPassword && !isDemo) ways.push('sign-on');
  return ways;
}

/** Goes on with a locked session; wrong words count like those of a sign-in. */
export function unlock(
  accounts: Accounts,
  session: KeptSession,
  given: Given,
  headers: Headers,
): Promise<Refusal | { is: 'in' }> {
  const email = session.person.email.toLowerCase();
  return accounts.inTurn(email, () => tryOnce(accounts, session, given, headers));
}

async function tryOnce(
  accounts: Accounts,
  session: KeptSession,
  given: Given,
  headers: Headers,
): Promise<Refusal | { is: 'in' }> {
  const { pool } = accounts.records;
  const { person, sessionId } = session;
  const email = person.email.toLowerCase();
  const { lockedUntil } = await readTries(pool, email);
  if (lockedUntil !== null && lockedUntil > accounts.now()) return { is: 'closed', until: lockedUntil };
  if (!(await proves(accounts, session, given, headers))) return refuse(accounts, email, person);
  await forgetTries(pool, email);
  await unlockSession(pool, sessionId, accounts.now());
  accounts.seen.clear();
  await tellAudit(accounts, person, { action: 'unlock', recordId: sessionId, words: '' });
  return { is: 'in' };
}

async function proves(accounts: Accounts, session: KeptSession, given: Given, headers: Headers): Promise<boolean> {
  const ways = await waysToUnlock(accounts, session);
  if (ways.includes('press')) return true;
  if (given.password !== undefined && ways.includes('password')) {
    const { password } = given;
    const response = await accounts.better.api.verifyPassword({ body: { password }, headers, asResponse: true });
    return response.ok;
  }
  if (given.code === undefined || !ways.includes('code')) return false;
  const email = session.person.email.toLowerCase();
  return (await proveCode(accounts, { email, code: given.code }, headers)) !== null;
}

/** Ends a session; answers the cookies that take it from the browser. */
export async function signOut(accounts: Accounts, session: KeptSession, headers: Headers): Promise<string[]> {
  const response = await accounts.better.api.signOut({ headers, asResponse: true });
  accounts.seen.clear();
  await tellAudit(accounts, session.person, { action: 'sign-out', recordId: session.sessionId, words: '' });
  return response.headers.getSetCookie();
}
