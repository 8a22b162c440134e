import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { OpenSession } from '#data/schema/account.ts';
import type { Accounts } from '#server/auth/accounts.ts';
import { tellAudit } from '#server/auth/tell-audit.ts';
import { endSession, listSessions } from '#server/store/sessions.ts';
import { actingOf, guarded, type Signed, sessionOf } from './guarded.ts';
import { newRoutes } from './new-routes.ts';
import { notFound, refused } from './problem.ts';

const params = z.object({ sessionId: z.string().min(1).max(100) });
const found = { description: 'Sessions', content: { 'application/json': { schema: z.array(OpenSession) } } };
const ended = { 204: { description: 'Ended' }, 404: refused('No such session') };

const listOwn = createRoute({
  method: 'get',
  path: '/api/sessions',
  ...guarded('session.own'),
  summary: 'One’s own sessions, on every device',
  responses: { 200: found },
});
const endOwn = createRoute({
  method: 'delete',
  path: '/api/sessions/{sessionId}',
  ...guarded('session.own'),
  summary: 'Ends one of one’s own sessions',
  request: { params },
  responses: ended,
});
const listAll = createRoute({
  method: 'get',
  path: '/api/account-sessions',
  ...guarded('account.manage'),
  summary: 'Everybody’s sessions',
  responses: { 200: found },
});
const endAny = createRoute({
  method: 'delete',
  path: '/api/account-sessions/{sessionId}',
  ...guarded('account.manage'),
  summary: 'Ends anybody’s session',
  request: { params },
  responses: ended,
});

export function openSessionRoutes(accounts: Accounts) {
  const { pool } = accounts.records;
  const listed = async (c: Context<Signed>, personId: string | null) => {
    const sessions = await listSessions(pool, personId, accounts.now());
    return sessions.map(({ createdAt, lastActiveAt, expiresAt, lockedAt, userAgent, ...rest }) => ({
      sessionId: rest.sessionId,
      personId: rest.personId,
      name: rest.name,
      createdAt: createdAt.toISOString(),
      lastActiveAt: lastActiveAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      isLocked: lockedAt !== null,
      isThis: rest.sessionId === sessionOf(c).sessionId,
      device: userAgent ?? '',
    }));
  };
  const end = async (c: Context<Signed>, sessionId: string, personId: string | null) => {
    const whose = await endSession(pool, sessionId, personId);
    if (whose === null) throw notFound('This session');
    accounts.seen.clear();
    await tellAudit(accounts, actingOf(c).actor, {
      action: 'other',
      recordId: sessionId,
      words: `ended a session of ${whose}`,
    });
  };
  return newRoutes()
    .openapi(listOwn, async (c) => c.json(await listed(c, actingOf(c).actor.personId), 200))
    .openapi(endOwn, async (c) => {
      await end(c, c.req.valid('param').sessionId, actingOf(c).actor.personId);
      return c.body(null, 204);
    })
    .openapi(listAll, async (c) => c.json(await listed(c, null), 200))
    .openapi(endAny, async (c) => {
      await end(c, c.req.valid('param').sessionId, null);
      return c.body(null, 204);
    });
}
