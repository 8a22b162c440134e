import { createRoute, z } from '@hono/zod-openapi';
import { Seen, Words } from '#data/schema/records/common.ts';
import { EscalationList } from '#data/schema/records/escalation.ts';
import { Notice } from '#data/schema/records/notice.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import { acknowledgeEscalation, readEscalations, sweepRecurring } from '#server/store/escalations.ts';
import type { RecordStore } from '#server/store/record-store.ts';

/** Leadership is aware of recurring and significant issues, and it can be proved (1902.2 A.8). */
export function escalationRoutes(records: RecordStore) {
  return newRoutes()
    .openapi(getEscalations, async (c) => {
      const acting = actingOf(c);
      const { scope } = c.req.valid('query');
      return c.json(await records.as(acting, (tx) => readEscalations(tx, acting, scope)), 200);
    })
    .openapi(postSweep, async (c) => {
      const acting = actingOf(c);
      return c.json(await records.as(acting, (tx) => sweepRecurring(tx, acting)), 200);
    })
    .openapi(patchEscalation, async (c) => {
      const acting = actingOf(c);
      const { noticeId } = c.req.valid('param');
      const read = c.req.valid('json');
      return c.json(await records.as(acting, (tx) => acknowledgeEscalation(tx, acting, noticeId, read)), 200);
    });
}

const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } });

const getEscalations = createRoute({
  method: 'get',
  path: '/api/records/escalations',
  summary: 'What leadership was told, with its evidence, and what recurs today',
  ...guarded('notice.read'),
  request: { query: z.object({ scope: z.enum(['mine', 'all']).default('all') }) },
  responses: { 200: { description: 'Waiting ones first, at most 200', ...json(EscalationList) } },
});

const postSweep = createRoute({
  method: 'post',
  path: '/api/records/escalations/sweep',
  summary: 'Look for recurring issues now; a job does the same every night',
  ...guarded('concern.triage'),
  responses: {
    200: {
      description: 'How many issues recur, and how many notices are new',
      ...json(z.object({ found: z.number().int(), told: z.number().int() })),
    },
  },
});

const patchEscalation = createRoute({
  method: 'patch',
  path: '/api/records/escalations/{noticeId}',
  summary: 'Acknowledge, with words',
  ...guarded('notice.acknowledge'),
  request: {
    params: z.object({ noticeId: z.string().max(20) }),
    body: { required: true, ...json(Seen.extend({ words: Words(1000) })) },
  },
  responses: {
    200: { description: 'The notice with its acknowledgment', ...json(Notice) },
    403: refused('It was sent to somebody else'),
    404: refused('No such escalation'),
    409: refused('Somebody else acknowledged it meanwhile; `current` is the notice as it is now'),
  },
});
