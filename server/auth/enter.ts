import { findPerson, findUserId } from '#server/store/accounts.ts';
import { isScreen } from '#server/store/wall-devices.ts';
import type { Accounts } from './accounts.ts';
import type { SignedIn } from './sign-in.ts';
import { tellAudit } from './tell-audit.ts';

/** Into the demo as one of its people, without a password. Only a demo home has this door. */
export async function enterAs(accounts: Accounts, personId: string, userAgent: string): Promise<SignedIn | null> {
  if (!accounts.isDemo) return null;
  const person = await findPerson(accounts.records.pool, personId);
  if (!person?.isActive || (await isScreen(accounts.records.pool, personId))) return null;
  const userId = (await findUserId(accounts.records.pool, personId)) ?? (await makeUser(accounts, person)).id;
  const headers = new Headers({ 'user-agent': userAgent.slice(0, 300) });
  const response = await accounts.better.api.enterAs({ body: { userId }, headers, asResponse: true });
  await tellAudit(accounts, person, { action: 'sign-in', recordId: personId, words: 'entered the demo' });
  return { is: 'in', person, setCookies: response.headers.getSetCookie() };
}

/** The account of a person, still without any way in. */
export const makeUser = ({ context }: Accounts, person: { personId: string; name: string; email: string }) =>
  context.internalAdapter.createUser(
    { email: person.email.toLowerCase(), name: person.name, emailVerified: true, personId: person.personId },
    { method: 'admin' },
  );
