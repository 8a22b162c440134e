import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { SecondFactor } from '#data/schema/account.ts';
import type { Accounts } from '#server/auth/accounts.ts';
import { SHORTEST_PASSWORD } from '#server/auth/better.ts';
import { beginSecondFactor, changePassword, confirmSecondFactor, endSecondFactor } from '#server/auth/own-account.ts';
import type { Refusal } from '#server/auth/sign-in.ts';
import { readWaysIn } from '#server/store/accounts.ts';
import { closedUntil, sendCookies } from './closed-until.ts';
import { guarded, sessionOf } from './guarded.ts';
import { newRoutes } from './new-routes.ts';
import { refused } from './problem.ts';

const Secret = z.string().min(1).max(200);
const Proof = z.strictObject({ password: Secret });
const Ways = z.object({ hasPassword: z.boolean(), hasCode: z.boolean() });

const route = <Path extends string, Method extends 'get' | 'post', Body extends z.ZodType>(
  method: Method,
  path: Path,
  summary: string,
  schema: Body,
) => ({
  method,
  path,
  ...guarded('session.own'),
  summary,
  request: { body: { required: true, content: { 'application/json': { schema } } } },
});
const done = {
  204: { description: 'Done' },
  403: refused('The password or code is wrong'),
  422: refused('A field is not as it should be'),
  429: refused('Five wrong in a row: closed for a while'),
};

const getWays = createRoute({
  method: 'get',
  path: '/api/me',
  ...guarded('session.own'),
  summary: 'How one signs in',
  responses: { 200: { description: 'Ways in', content: { 'application/json': { schema: Ways } } } },
});
const begin = createRoute({
  ...route('post', '/api/me/second-factor', 'Begins a second factor: secret and recovery codes, told once', Proof),
  responses: { ...done, 200: { description: 'The secret', content: { 'application/json': { schema: SecondFactor } } } },
});
const confirm = createRoute({
  ...route(
    'post',
    '/api/me/second-factor/confirmation',
    'From now on the code is asked for',
    z.strictObject({ code: z.string().regex(/^\d{6}$/, 'six digits') }),
  ),
  responses: done,
});
const end = createRoute({
  ...route('post', '/api/me/second-factor/removal', 'Signing in asks for no code any more', Proof),
  responses: done,
});
const change = createRoute({
  ...route(
    'post',
    '/api/me/password',
    'Another password; every other session of the person ends',
    z.strictObject({
      current: Secret,
      next: z.string().min(SHORTEST_PASSWORD, `at least ${SHORTEST_PASSWORD} characters`).max(128),
    }),
  ),
  responses: done,
});

/** What a person settles for themselves. */
export function ownAccountRoutes(accounts: Accounts) {
  const headersOf = (c: Context) => c.req.raw.headers;
  const finish = <T>(c: Context, answer: { is: 'done'; value: T; setCookies: string[] } | Refusal): T => {
    if (answer.is === 'closed') throw closedUntil(c, answer.until, accounts.now());
    if (answer.is === 'refused') throw new HTTPException(403, { message: 'That password or code is not right.' });
    sendCookies(c, answer.setCookies);
    return answer.value;
  };
  return newRoutes()
    .openapi(getWays, async (c) => c.json(await readWaysIn(accounts.records.pool, sessionOf(c).userId), 200))
    .openapi(begin, async (c) => {
      const { password } = c.req.valid('json');
      return c.json(finish(c, await beginSecondFactor(accounts, sessionOf(c), password, headersOf(c))), 200);
    })
    .openapi(confirm, async (c) => {
      finish(c, await confirmSecondFactor(accounts, sessionOf(c), c.req.valid('json').code, headersOf(c)));
      return c.body(null, 204);
    })
    .openapi(end, async (c) => {
      finish(c, await endSecondFactor(accounts, sessionOf(c), c.req.valid('json').password, headersOf(c)));
      return c.body(null, 204);
    })
    .openapi(change, async (c) => {
      finish(c, await changePassword(accounts, sessionOf(c), c.req.valid('json'), headersOf(c)));
      return c.body(null, 204);
    });
}
