import { type Command, Option } from 'commander';
import { z } from 'zod';
import { Role } from '#data/schema/release-level.ts';
import { type Accounts, openAccounts } from '#server/auth/accounts.ts';
import { cookieSecret } from '#server/auth/cookie-secret.ts';
import { addAccount, changeAccount } from '#server/auth/keep-accounts.ts';
import { UsageError } from '#server/errors.ts';
import { findAccount, listAccounts } from '#server/store/accounts.ts';
import { openRecords } from '#server/store/open-records.ts';
import { systemActing } from '#server/store/record-store.ts';
import { clockOf } from './city-clock.ts';

type Words = { home: string; json: boolean };
type AddWords = Words & { name: string; email: string; role: Role; title: string; unit?: string };

const HOME = ['--home <folder>', 'data home', '.commonbeat'] as const;
const JSON_ONLY = ['--json', 'answer in JSON, and nothing else', false] as const;

export function addUsers(users: Command): void {
  users
    .command('add')
    .description('make an account; its password is printed once')
    .requiredOption('--name <name>', 'the person')
    .requiredOption('--email <address>', 'what they sign in with')
    .addOption(new Option('--role <role>', 'what they may do').choices(Role.options).makeOptionMandatory())
    .option('--title <title>', 'before the name: CRO, Captain', '')
    .option('--unit <unit>', 'Patrol, Crime Analysis …')
    .option(...HOME)
    .option(...JSON_ONLY)
    .action((words: AddWords) => withAccounts(words, (accounts) => add(accounts, words)));
  users
    .command('list')
    .description('who can sign in, and how')
    .option(...HOME)
    .option(...JSON_ONLY)
    .action((words: Words) => withAccounts(words, (accounts) => list(accounts, words)));
  users
    .command('lock <email>')
    .description('close an account and end its sessions')
    .option(...HOME)
    .option(...JSON_ONLY)
    .action((email: string, words: Words) => withAccounts(words, (accounts) => lock(accounts, email, words)));
}

async function add(accounts: Accounts, { name, email, role, title, unit = '', json }: AddWords): Promise<void> {
  if (!z.email().safeParse(email).success) throw new UsageError(`--email ${email}: write an address as name@place`);
  if (name.trim() === '') throw new UsageError('--name is empty: write who it is');
  const given = { name, email, role, title, unit: unit || null, district: null };
  const { person, password } = await addAccount(accounts, systemActing(accounts.nowLocal()), given);
  if (json) return console.log(JSON.stringify({ personId: person.personId, password }));
  console.log(`${name} (${role}) signs in with ${person.email} and this password, told only now:\n${password}`);
}

async function list(accounts: Accounts, { json }: Words): Promise<void> {
  const found = await listAccounts(accounts.records.pool, accounts.now());
  if (json) return console.log(JSON.stringify(found));
  for (const { name, role, email, isActive, hasAccount } of found) {
    console.log(`${email}  ${name}, ${role}${isActive ? '' : ', closed'}${hasAccount ? '' : ', no account'}`);
  }
  if (found.length === 0) console.log('Nobody has an account yet: commonbeat users add');
}

async function lock(accounts: Accounts, email: string, { json }: Words): Promise<void> {
  const person = await findAccount(accounts.records.pool, email.toLowerCase());
  if (person === null) throw new UsageError(`nobody signs in with ${email}; see commonbeat users list`);
  await changeAccount(accounts, systemActing(accounts.nowLocal()), person.personId, { isActive: false });
  console.log(json ? JSON.stringify({ personId: person.personId, isActive: false }) : `${person.name} is locked out.`);
}

async function withAccounts({ home }: Words, work: (accounts: Accounts) => Promise<void>): Promise<void> {
  const records = await openRecords({ home, databaseUrl: process.env.DATABASE_URL });
  const now = await clockOf(home, records); // the audit speaks of the city's day
  const secret = await cookieSecret(home);
  const accounts = await openAccounts({ records, secret, nowLocal: () => now, publicUrl: 'http://localhost' });
  try {
    await work(accounts);
  } finally {
    await accounts.close();
    await records.close();
  }
}
