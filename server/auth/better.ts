import { randomUUID } from 'node:crypto';
import { type BetterAuthPlugin, betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { getMigrations } from 'better-auth/db/migration';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import type pg from 'pg';
import { z } from 'zod';
import { findPersonByEmail } from '#server/store/accounts.ts';
import { openPool } from '#server/store/open-pool.ts';
import type { SignOn } from './sign-on.ts';

export const SHORTEST_PASSWORD = 12;
const SHIFT_HOURS = 12; // a session ends by itself, however busy

export type BetterOptions = {
  readonly pool: pg.Pool; // of the records: the same database, seen through another schema
  readonly secret: string; // signs the cookie
  readonly publicUrl: string;
  readonly signOn: SignOn | null;
};

/** Sign-up is off, its own pages are not served: our routes call it. Its tables stand in the schema `auth`. */
function makeBetter({ pool: people, secret, publicUrl, signOn }: BetterOptions) {
  const connection = people.options;
  const pool = openPool({
    ...connection,
    ...(connection.password === undefined ? {} : { password: connection.password }), // hidden from the spread
    max: 4,
    options: '-c search_path=auth',
  });
  const options = {
    appName: 'Commonbeat',
    baseURL: publicUrl,
    basePath: '/api/sign-on',
    secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false }, // ours counts by account, in the database
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: SHORTEST_PASSWORD },
    user: {
      additionalFields: { personId: { type: 'string', required: false, unique: true, input: false } },
    },
    databaseHooks: { user: { create: { before: async (user) => ({ data: await withPerson(people, user) }) } } },
    session: {
      expiresIn: SHIFT_HOURS * 3600,
      disableSessionRefresh: true,
      additionalFields: {
        lastActiveAt: { type: 'date', required: false, input: false },
        lockedAt: { type: 'date', required: false, input: false },
      },
    },
    account: { accountLinking: { enabled: true, trustedProviders: signOn ? [signOn.providerId] : [] } },
    advanced: { cookiePrefix: 'commonbeat', ipAddress: { disableIpTracking: true } },
    plugins: [
      twoFactor({ issuer: 'Commonbeat' }),
      enterWithoutPassword,
      signInTries,
      usedCodes,
      ...(signOn ? [genericOAuth({ config: [signOn.config] })] : []),
    ],
  } as const satisfies Parameters<typeof betterAuth>[0];
  return { better: betterAuth(options), options, pool };
}

/** Who signs on for the first time belongs to the person of that address, whom the sign-on has just settled. */
async function withPerson<User extends { email: string; personId?: unknown }>(
  pool: pg.Pool,
  user: User,
): Promise<User> {
  if (typeof user.personId === 'string') return user;
  const person = await findPersonByEmail(pool, user.email);
  if (person === null) throw new Error(`nobody has the address ${user.email}`);
  return { ...user, personId: person.personId };
}

const ENTERING = z.object({ userId: z.string(), expiresAt: z.date().optional() });

/** A session for a user, asked for by our own server only: for the demo's door, and for screens that prove themselves by a key. */
const enterWithoutPassword = {
  id: 'enter-without-password',
  endpoints: {
    enterAs: createAuthEndpoint.serverOnly({ method: 'POST', body: ENTERING }, async (ctx) => {
      const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId);
      if (!user) throw new Error(`no user ${ctx.body.userId}`);
      const { expiresAt } = ctx.body;
      const session = expiresAt
        ? await ctx.context.internalAdapter.createSession(user.id, false, { expiresAt }, true)
        : await ctx.context.internalAdapter.createSession(user.id);
      await setSessionCookie(ctx, { session, user });
      return ctx.json({ token: session.token });
    }),
  },
} as const satisfies BetterAuthPlugin;

/** A table of ours beside those of Better Auth: how often in a row an address was given a wrong password. */
const signInTries = {
  id: 'sign-in-tries',
  schema: {
    signInTry: {
      fields: {
        email: { type: 'string', required: true, unique: true },
        wrong: { type: 'number', required: true },
        lastAt: { type: 'date', required: true },
        lockedUntil: { type: 'date', required: false },
      },
    },
  },
} as const satisfies BetterAuthPlugin;

/** A code of the second factor that was accepted, so that it is accepted once. */
const usedCodes = {
  id: 'used-codes',
  schema: {
    usedCode: {
      fields: {
        use: { type: 'string', required: true, unique: true },
        usedAt: { type: 'date', required: true },
      },
    },
  },
} as const satisfies BetterAuthPlugin;

/** The tables of accounts, empty, in a database that nobody has opened accounts in yet. */
export async function makeAccountTables(pool: pg.Pool): Promise<void> {
  const { close } = await openBetter({ pool, secret: randomUUID(), publicUrl: 'http://localhost', signOn: null }); // signs nothing
  await close();
}

/** Opens the accounts of a database and brings their tables up to date. */
export async function openBetter(options: BetterOptions) {
  const made = makeBetter(options);
  await made.pool.query('create schema if not exists auth');
  const { runMigrations } = await getMigrations(made.options);
  await runMigrations();
  return { better: made.better, context: await made.better.$context, close: () => made.pool.end() };
}
