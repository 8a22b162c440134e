import { createRoute, z } from '@hono/zod-openapi';
import { Seen, Words } from '#data/schema/records/common.ts';
import { GroupPromise, PromiseFields } from '#data/schema/records/contact.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import { closePromise, listPromises, makePromise } from '#server/store/promises.ts';
import type { RecordStore } from '#server/store/record-store.ts';

/** What was promised to a group; it opens the next agenda until it is closed. */
export function promiseRoutes(records: RecordStore) {
  return newRoutes()
    .openapi(getPromises, async (c) => {
      const acting = actingOf(c);
      const { late, ...asked } = c.req.valid('query');
      return c.json(
        await records.as(acting, (tx) => listPromises(tx, acting, { ...asked, isLate: late === 'yes' })),
        200,
      );
    })
    .openapi(postPromise, async (c) => {
      const acting = actingOf(c);
      return c.json(await records.as(acting, (tx) => makePromise(tx, acting, c.req.valid('json'))), 201);
    })
    .openapi(postClosing, async (c) => {
      const acting = actingOf(c);
      const { promiseId } = c.req.valid('param');
      return c.json(await records.as(acting, (tx) => closePromise(tx, acting, promiseId, c.req.valid('json'))), 200);
    });
}

const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ ...json(schema), required: true });

const getPromises = createRoute({
  method: 'get',
  path: '/api/records/promises',
  summary: 'Promises, the earliest due first; `late=yes` for the open ones whose day has passed',
  ...guarded('promise.read'),
  request: {
    query: z.object({
      groupId: z.string().optional(),
      status: GroupPromise.shape.status.optional(),
      late: z.literal('yes').optional(),
    }),
  },
  responses: { 200: { description: 'Promises', ...json(z.array(GroupPromise)) } },
});

const postPromise = createRoute({
  method: 'post',
  path: '/api/records/promises',
  summary: 'Keep a promise made to a group, at a meeting or apart',
  ...guarded('promise.write'),
  request: { body: body(PromiseFields) },
  responses: {
    201: { description: 'Kept', ...json(GroupPromise) },
    404: refused('No such group'),
    422: refused('A field is not as it should be'),
  },
});

const postClosing = createRoute({
  method: 'post',
  path: '/api/records/promises/{promiseId}/close',
  summary: 'Kept, not kept with the honest reason, or released by the group',
  ...guarded('promise.write'),
  request: {
    params: z.object({ promiseId: z.string() }),
    body: body(Seen.extend({ status: z.enum(['kept', 'not-kept', 'released']), outcome: Words(500) })),
  },
  responses: {
    200: { description: 'Closed', ...json(GroupPromise) },
    404: refused('No such promise'),
    409: refused('Somebody else changed it'),
    422: refused('A field is not as it should be'),
  },
});
