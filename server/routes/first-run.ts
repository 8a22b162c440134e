import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { Session } from '#data/schema/session.ts';
import type { Accounts } from '#server/auth/accounts.ts';
import { SHORTEST_PASSWORD } from '#server/auth/better.ts';
import { addFirst } from '#server/auth/keep-accounts.ts';
import { signIn } from '#server/auth/sign-in.ts';
import { sendCookies } from './closed-until.ts';
import { newRoutes } from './new-routes.ts';
import { isLoopback } from './own-origin.ts';
import { refused } from './problem.ts';
import type { AsSession } from './session.ts';

const makeFirst = createRoute({
  method: 'post',
  path: '/api/first-run',
  summary: 'Makes the first administrator: once, and from the server’s own machine only',
  security: [],
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            name: z.string().trim().min(1).max(120),
            email: z.email().max(320),
            password: z.string().min(SHORTEST_PASSWORD, `at least ${SHORTEST_PASSWORD} characters`).max(128),
          }),
        },
      },
    },
  },
  responses: {
    200: { description: 'Made and signed in', content: { 'application/json': { schema: Session } } },
    403: refused('Asked from another machine'),
    409: refused('There are accounts already'),
    422: refused('A field is not as it should be'),
  },
});

export function firstRunRoutes(accounts: Accounts, asSession: AsSession) {
  return newRoutes().openapi(makeFirst, async (c) => {
    if (!isFromHere(c))
      throw new HTTPException(403, { message: 'The first account is made on the server’s own machine.' });
    const given = c.req.valid('json');
    const made = await addFirst(accounts, given);
    if (made === null)
      throw new HTTPException(409, { message: 'There are accounts already: ask an administrator for one.' });
    const answer = await signIn(accounts, given, c.req.header('User-Agent') ?? '');
    if (answer.is === 'in') sendCookies(c, answer.setCookies);
    return c.json(await asSession(made.person), 200);
  });
}

/** From this machine itself: by name, by socket, and through no proxy that speaks for somebody else. */
function isFromHere(c: Context): boolean {
  const passedOn = ['Forwarded', 'X-Forwarded-For', 'X-Real-IP'].some((name) => c.req.header(name) !== undefined);
  const socket: unknown = c.env?.incoming?.socket?.remoteAddress; // absent where no network is between
  const isNear = socket === undefined || isLoopback(String(socket).replace(/^::ffff:/, ''));
  return isNear && !passedOn && isLoopback(new URL(c.req.url).hostname);
}
