import type { KeptSession } from '#server/store/sessions.ts';
import { readTries } from '#server/store/sign-in-tries.ts';
import type { Accounts } from './accounts.ts';
import { proveCode } from './prove-code.ts';
import { type Refusal, refuse } from './sign-in.ts';
import { tellAudit } from './tell-audit.ts';

type Proof<T> = () => Promise<{ response: Response; value: T } | null>;
type Done<T> = { is: 'done'; value: T; setCookies: string[] };

/** Begins a second factor: its secret for the app, and codes for the day the phone is lost. Not in force until confirmed. */
export const beginSecondFactor = (accounts: Accounts, session: KeptSession, password: string, headers: Headers) =>
  provenBy(accounts, session, async () => {
    const response = await accounts.better.api.enableTwoFactor({
      body: { password, method: 'totp' },
      headers,
      asResponse: true,
    });
    if (!response.ok) return null;
    const answer = (await response.clone().json()) as { totpURI: string; backupCodes: string[] }; // Better Auth's own answer
    return { response, value: { uri: answer.totpURI, recoveryCodes: answer.backupCodes } };
  });

/** From now on signing in asks for the code. */
export const confirmSecondFactor = (accounts: Accounts, session: KeptSession, code: string, headers: Headers) =>
  provenBy(accounts, session, async () => {
    const response = await proveCode(accounts, { email: session.person.email.toLowerCase(), code }, headers);
    if (response === null) return null;
    await tell(accounts, session, 'second factor set up');
    return { response, value: null };
  });

export const endSecondFactor = (accounts: Accounts, session: KeptSession, password: string, headers: Headers) =>
  provenBy(accounts, session, async () => {
    const response = await accounts.better.api.disableTwoFactor({ body: { password }, headers, asResponse: true });
    if (!response.ok) return null;
    await tell(accounts, session, 'second factor taken away');
    return { response, value: null };
  });

/** Another password; every other session of the person ends. */
export const changePassword = (
  accounts: Accounts,
  session: KeptSession,
  { current, next }: { current: string; next: string },
  headers: Headers,
) =>
  provenBy(accounts, session, async () => {
    const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
    const response = await accounts.better.api.changePassword({ body, headers, asResponse: true });
    if (!response.ok) return null;
    await tell(accounts, session, 'password changed, other sessions ended');
    return { response, value: null };
  });

/** A wrong password or code counts like one of a sign-in: an open session is no place to guess either. */
function provenBy<T>(accounts: Accounts, { person }: KeptSession, work: Proof<T>): Promise<Done<T> | Refusal> {
  const email = person.email.toLowerCase();
  return accounts.inTurn(email, () => tryOnce(accounts, person, email, work));
}

async function tryOnce<T>(
  accounts: Accounts,
  person: KeptSession['person'],
  email: string,
  work: Proof<T>,
): Promise<Done<T> | Refusal> {
  const { lockedUntil } = await readTries(accounts.records.pool, email);
  if (lockedUntil !== null && lockedUntil > accounts.now()) return { is: 'closed', until: lockedUntil };
  const done = await work();
  if (done === null) return refuse(accounts, email, person);
  accounts.seen.clear();
  return { is: 'done', value: done.value, setCookies: done.response.headers.getSetCookie() };
}

const tell = (accounts: Accounts, { person }: KeptSession, words: string) =>
  tellAudit(accounts, person, { action: 'other', recordId: person.personId, words });
