import { createRoute } from '@hono/zod-openapi';
import { ClockMove, ClockMoved } from '#data/schema/demo-clock.ts';
import type { Accounts } from '#server/auth/accounts.ts';
import { tellAudit } from '#server/auth/tell-audit.ts';
import type { DemoClock } from '#server/jobs/demo-clock.ts';
import { actingOf, guarded, sessionOf } from './guarded.ts';
import { newRoutes } from './new-routes.ts';
import { notFound, refused } from './problem.ts';
import type { AsSession } from './session.ts';

const moveClock = createRoute({
  method: 'post',
  path: '/api/demo/clock',
  ...guarded('demo-clock.move'),
  summary: 'Puts the demo’s clock forward and does the work of the nights on the way; there only in a demo home',
  request: { body: { required: true, content: { 'application/json': { schema: ClockMove } } } },
  responses: {
    200: { description: 'Moved', content: { 'application/json': { schema: ClockMoved } } },
    404: refused('No demo: its clock is the city’s'),
    422: refused('No moment, too far ahead, or one that has passed'),
  },
});

export function demoClockRoutes(accounts: Accounts, asSession: AsSession, clock: DemoClock | null) {
  return newRoutes().openapi(moveClock, async (c) => {
    if (clock === null) throw notFound('A demo’s clock');
    const { to } = c.req.valid('json');
    const { actor, nowLocal } = actingOf(c);
    const nights = await clock.move(to);
    const words = `put the demo’s clock from ${nowLocal} to ${to}`;
    await tellAudit(accounts, actor, { action: 'other', recordId: 'demo', words });
    return c.json({ session: await asSession(sessionOf(c).person), nights }, 200);
  });
}
