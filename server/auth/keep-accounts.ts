import { randomInt, randomUUID } from 'node:crypto';
import type { Acting, Person } from '#data/schema/records/person.ts';
import { RecordMissing, RecordRefused } from '#server/errors.ts';
import {
  addPerson,
  changePerson,
  findPerson,
  findUserId,
  hasAccounts,
  type PersonChange,
  readWaysIn,
  removeSecondFactor,
  replacePassword,
  SCREEN,
} from '#server/store/accounts.ts';
import { systemActing } from '#server/store/record-store.ts';
import { endSessionsOf } from '#server/store/sessions.ts';
import { forgetTries } from '#server/store/sign-in-tries.ts';
import type { Accounts } from './accounts.ts';
import { makeUser } from './enter.ts';
import { tellAudit } from './tell-audit.ts';

export type NewAccount = Omit<Person, 'personId' | 'isActive'>;

/** Makes a person with an account; answers the password, which is told once and kept nowhere. */
export async function addAccount(accounts: Accounts, acting: Acting, given: NewAccount, chosen?: string) {
  if (given.role === 'wall') throw new RecordRefused('role', SCREEN);
  const email = given.email.trim().toLowerCase();
  const isTaken = await accounts.records.pool.query('select from person where lower(email) = $1', [email]);
  if (isTaken.rowCount) throw new RecordRefused('email', `${email} already belongs to somebody`);
  const person: Person = { ...given, email, personId: personIdOf(given.name), isActive: true };
  await addPerson(accounts.records, acting, person);
  const password = chosen ?? makePassword();
  await givePassword(accounts, person, password);
  return { person, password };
}

/** The first administrator, once: while a home has no account at all. Answers null where it has one. */
export async function addFirst(accounts: Accounts, given: Pick<Person, 'name' | 'email'> & { password: string }) {
  const client = await accounts.records.pool.connect();
  try {
    await client.query('select pg_advisory_lock(190220)'); // of two who come at once, one is first
    if (accounts.isDemo || (await hasAccounts(accounts.records.pool))) return null;
    const { password, ...who } = given;
    const rest = { title: '', role: 'administrator', unit: null, district: null } as const;
    return await addAccount(accounts, systemActing(accounts.nowLocal()), { ...who, ...rest }, password);
  } finally {
    await client.query('select pg_advisory_unlock(190220)');
    client.release();
  }
}

/** A new password for somebody who has lost theirs; where the second factor is lost too it goes. */
export async function resetAccount(
  accounts: Accounts,
  acting: Acting,
  personId: string,
  secondFactor: 'keep' | 'remove',
) {
  const { pool } = accounts.records;
  const person = await findPerson(pool, personId);
  if (person === null) throw new RecordMissing('This person');
  if (person.role === 'wall') throw new RecordRefused('personId', SCREEN);
  const password = makePassword();
  await givePassword(accounts, person, password);
  const userId = await findUserId(pool, personId);
  if (secondFactor === 'remove' && userId !== null) await removeSecondFactor(pool, userId);
  await forgetTries(pool, person.email.toLowerCase());
  await endAll(accounts, personId);
  await tellAudit(accounts, acting.actor, { action: 'other', recordId: personId, words: 'password replaced' });
  return password;
}

/** Changes a person; whoever is closed or given another role is signed out everywhere. */
export async function changeAccount(accounts: Accounts, acting: Acting, personId: string, change: PersonChange) {
  const was = await changePerson(accounts.records, acting, personId, change);
  if (change.isActive === false || (change.role !== undefined && change.role !== was.role))
    await endAll(accounts, personId);
  accounts.seen.clear();
}

async function endAll(accounts: Accounts, personId: string): Promise<void> {
  await endSessionsOf(accounts.records.pool, personId);
  accounts.seen.clear();
}

async function givePassword(accounts: Accounts, person: Person, password: string): Promise<void> {
  const { context, records } = accounts;
  const hash = await context.password.hash(password);
  const userId = (await findUserId(records.pool, person.personId)) ?? (await makeUser(accounts, person)).id;
  const { hasPassword } = await readWaysIn(records.pool, userId);
  if (hasPassword) return replacePassword(records.pool, userId, hash);
  await context.internalAdapter.linkAccount({ userId, providerId: 'credential', accountId: userId, password: hash });
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'; // none that is read as another

/** Four groups of five: 99 bits, and it can be read out over a telephone. */
const makePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join(
    '-',
  );

const personIdOf = (name: string): string =>
  `p-${name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}-${randomUUID().slice(0, 4)}`;
