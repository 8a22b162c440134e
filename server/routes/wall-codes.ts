import { createRoute, z } from '@hono/zod-openapi';
import { WallAsked } from '#data/schema/wall.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { questionOf } from '#server/store/wall-codes.ts';
import { actingOf, guarded } from './guarded.ts';
import { newRoutes } from './new-routes.ts';
import { refused } from './problem.ts';

const getCode = createRoute({
  method: 'get',
  path: '/api/wall-codes/{code}',
  ...guarded('wall.ask'),
  summary: 'What a code on a wall opens at the desk',
  description: 'Small letters, a dash, O for 0 and I or L for 1 are understood.',
  request: { params: z.object({ code: z.string().max(16) }) },
  responses: {
    200: { description: 'The question', content: { 'application/json': { schema: WallAsked } } },
    404: refused('No wall ever showed this code'),
    422: refused('Not a code'),
  },
});

/** From a code on the wall to the same question at the desk. */
export const wallCodeRoutes = (records: RecordStore) =>
  newRoutes().openapi(getCode, async (c) => {
    const { code } = c.req.valid('param');
    return c.json(await records.as(actingOf(c), (tx) => questionOf(tx, code)), 200);
  });
