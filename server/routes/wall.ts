import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { getSignedCookie } from 'hono/cookie';
import { may } from '#data/schema/permissions.ts';
import { WallBoard } from '#data/schema/wall.ts';
import type { Accounts } from '#server/auth/accounts.ts';
import { findByToken, recallAll } from '#server/auth/find-session.ts';
import { findRevoked } from '#server/store/wall-revoked.ts';
import { gather } from '#server/wall/hub/gather.ts';
import type { Hub } from '#server/wall/hub/hub.ts';
import type { Standing, Visitor } from '#server/wall/hub/seat.ts';
import { wallStream } from '#server/wall/hub/wall-stream.ts';
import { actingOf, guarded, type Signed } from './guarded.ts';
import { namesTag } from './negotiate.ts';
import { newRoutes } from './new-routes.ts';
import { refused } from './problem.ts';
import { REVALIDATE } from './send-resource.ts';

const getBoard = createRoute({
  method: 'get',
  path: '/api/wall/board',
  ...guarded('wall.read'),
  summary: 'Everything that a wall shows',
  responses: {
    200: { description: 'The board', content: { 'application/json': { schema: WallBoard } } },
    304: { description: 'You have it' },
    503: refused('The database is away and no board was made before'),
  },
});

const getStream = createRoute({
  method: 'get',
  path: '/api/wall/stream',
  ...guarded('wall.read'),
  summary: 'The board whenever it changes, and a pulse every ten seconds; until the session ends',
  request: { headers: z.object({ 'last-event-id': z.string().max(64).optional() }) },
  responses: {
    200: {
      description: 'Server-sent events: board (WallBoard), pulse (WallPulse), revoked',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    422: refused('Last-Event-ID is not of ours'),
  },
});

export function wallRoutes(accounts: Accounts, hub: Hub) {
  const recall = gather((tokens: readonly string[]) => recallAll(accounts, tokens)); // of a hundred walls by one question
  return newRoutes()
    .openapi(getBoard, async (c) => {
      const { board, text } = await hub.board();
      const tag = `"${board.board}"`;
      const headers = { ETag: tag, 'Cache-Control': REVALIDATE, 'Content-Type': 'application/json' };
      if (namesTag(c.req.header('If-None-Match'), tag)) return c.body(null, 304, headers);
      return c.body(text, 200, headers);
    })
    .openapi(getStream, async (c) => {
      const visitor: Visitor = {
        personId: actingOf(c).actor.personId,
        has: c.req.valid('header')['last-event-id'] ?? null,
        check: await standingOf(c, accounts, recall),
        drop: () => connectionOf(c)?.destroy(),
      };
      return c.body(wallStream(hub, visitor), 200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'private, no-store, no-transform',
        'X-Accel-Buffering': 'no', // a proxy that gathers answers would hold the pulses back
      });
    });
}

/** How to ask again whether the session that opened a stream still holds. */
async function standingOf(
  c: Context<Signed>,
  accounts: Accounts,
  recall: (token: string) => Promise<void>,
): Promise<() => Promise<Standing>> {
  const token = (await getSignedCookie(c, accounts.secret, accounts.cookieName)) || '';
  const { personId } = actingOf(c).actor;
  return async () => {
    await recall(token);
    const found = await findByToken(accounts, token, 'page');
    if (found.is === 'in' && may(found.session.person.role, 'wall.read')) return 'open';
    const revoked = await findRevoked(accounts.records.pool, [personId]);
    return revoked.length > 0 ? 'revoked' : 'over';
  };
}

/** The answer as Node knows it; absent where no HTTP server stands between. */
function connectionOf(c: Context<Signed>): { destroy(): void } | undefined {
  return (c.env as { outgoing?: { destroy(): void } } | undefined)?.outgoing; // what the adaptor hands in
}
