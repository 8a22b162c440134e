import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Person } from '#data/schema/records/person.ts';
import { RELEASE_LEVEL_OF } from '#data/schema/release-level.ts';
import { Session } from '#data/schema/session.ts';
import type { Accounts } from '#server/auth/accounts.ts';
import { enterAs } from '#server/auth/enter.ts';
import { lockNow } from '#server/auth/find-session.ts';
import { type Refusal, signIn } from '#server/auth/sign-in.ts';
import { signOut, unlock } from '#server/auth/unlock.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { closedUntil, sendCookies } from './closed-until.ts';
import { guarded, ownSession, sessionOf } from './guarded.ts';
import { newRoutes } from './new-routes.ts';
import { notFound, refused } from './problem.ts';
import { remember } from './remember.ts';

const session = { description: 'The session', content: { 'application/json': { schema: Session } } };
const Secret = z.string().min(1).max(200);
const Code = z
  .string()
  .trim()
  .regex(/^(\d{6}|[A-Za-z0-9]{5}-[A-Za-z0-9]{5})$/, 'six digits, or a recovery code');

const getSession = createRoute({
  method: 'get',
  path: '/api/session',
  ...guarded('session.own'),
  summary: 'Who is looking, and at which release level',
  responses: { 200: session },
});

const startSession = createRoute({
  method: 'post',
  path: '/api/session',
  summary: 'Signs in with e-mail address, password and, where the account has one, the code of the second factor',
  security: [],
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({ email: z.string().max(320), password: Secret, code: Code.optional() }),
        },
      },
    },
  },
  responses: {
    200: session,
    202: {
      description: 'Right so far; the code of the second factor is missing',
      content: { 'application/json': { schema: z.object({ needs: z.literal('code') }) } },
    },
    401: refused('They do not belong together'),
    422: refused('A field is missing'),
    429: refused('Five wrong in a row: closed for a while'),
  },
});

const endSession = createRoute({
  method: 'delete',
  path: '/api/session',
  ...ownSession,
  summary: 'Signs out',
  responses: { 204: { description: 'Signed out' } },
});

const lockSession = createRoute({
  method: 'post',
  path: '/api/session/lock',
  ...guarded('session.own'),
  summary: 'Locks the session until it is unlocked by its person',
  responses: { 204: { description: 'Locked' } },
});

const unlockSession = createRoute({
  method: 'post',
  path: '/api/session/unlock',
  ...ownSession,
  summary: 'Goes on with a locked session: by password, by code, in a demo by a press',
  request: {
    body: {
      required: true,
      content: {
        'application/json': { schema: z.strictObject({ password: Secret.optional(), code: Code.optional() }) },
      },
    },
  },
  responses: {
    200: session,
    401: refused('Wrong'),
    422: refused('A field is not as it should be'),
    429: refused('Five wrong in a row: closed for a while'),
  },
});

const enterDemo = createRoute({
  method: 'post',
  path: '/api/demo/enter',
  summary: 'Enters the demo as one of its people; there only in a demo home',
  security: [],
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: z.strictObject({ personId: z.string().max(100) }) } },
    },
  },
  responses: { 200: session, 404: refused('No demo, or nobody of that name'), 422: refused('A field is missing') },
});

export type AsSession = (person: Person) => Promise<Session>;

/** What the page is told of who is signed in. */
export function sessionTeller(accounts: Accounts, home: string): AsSession {
  const store = remember(join(home, 'store.json'), () => readStoreIndex(home));
  return async ({ personId, name, title, district, role }: Person): Promise<Session> => ({
    personId,
    name,
    title,
    district,
    role,
    releaseLevel: RELEASE_LEVEL_OF[role],
    city: (await store()).city,
    demo: accounts.isDemo,
    nowLocal: accounts.nowLocal(),
    basemap: existsSync(join(home, 'demo', 'basemap.pmtiles')) ? '/api/basemap/basemap.pmtiles' : null,
    idleMinutes: accounts.idleMinutes,
  });
}

export function sessionRoutes(accounts: Accounts, asSession: AsSession) {
  const refusalOf = (c: Context, answer: Refusal, message: string) =>
    answer.is === 'closed' ? closedUntil(c, answer.until, accounts.now()) : new HTTPException(401, { message });

  return newRoutes()
    .openapi(getSession, async (c) => c.json(await asSession(sessionOf(c).person), 200))
    .openapi(startSession, async (c) => {
      const answer = await signIn(accounts, c.req.valid('json'), c.req.header('User-Agent') ?? '');
      if (answer.is === 'needs-code') return c.json({ needs: 'code' as const }, 202);
      if (answer.is !== 'in')
        throw refusalOf(c, answer, 'This e-mail address, password and code do not belong together.');
      sendCookies(c, answer.setCookies);
      return c.json(await asSession(answer.person), 200);
    })
    .openapi(endSession, async (c) => {
      sendCookies(c, await signOut(accounts, sessionOf(c), c.req.raw.headers));
      return c.body(null, 204);
    })
    .openapi(lockSession, async (c) => {
      await lockNow(accounts, sessionOf(c), 'locked by hand');
      return c.body(null, 204);
    })
    .openapi(unlockSession, async (c) => {
      const own = sessionOf(c);
      const answer = await unlock(accounts, own, c.req.valid('json'), c.req.raw.headers);
      if (answer.is !== 'in') throw refusalOf(c, answer, 'That is not the password or code of this account.');
      return c.json(await asSession(own.person), 200);
    })
    .openapi(enterDemo, async (c) => {
      const { personId } = c.req.valid('json');
      const entered = await enterAs(accounts, personId, c.req.header('User-Agent') ?? '');
      if (entered === null) throw notFound('A demo with this person');
      sendCookies(c, entered.setCookies);
      return c.json(await asSession(entered.person), 200);
    });
}
