import { join } from 'node:path';
import { createRoute, z } from '@hono/zod-openapi';
import { BlockStreet } from '#data/schema/records/concern-filing.ts';
import { readBlocks } from '#server/extract/known-blocks.ts';
import { guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { remember } from '#server/routes/remember.ts';

const blocks = createRoute({
  method: 'get',
  path: '/api/records/concern-blocks',
  ...guarded('concern.file'),
  summary: 'The hundred-blocks of the city, each with about its middle: where a typed place is found',
  responses: {
    200: { description: 'Streets', content: { 'application/json': { schema: z.array(BlockStreet) } } },
  },
});

/** Where "4100 block, Linnet Avenue" is; read anew with each delivery of calls. */
export function concernBlockRoutes(home: string) {
  const read = remember(join(home, 'store.json'), () => readBlocks(home));
  return newRoutes().openapi(blocks, async (c) => c.json(await read(), 200));
}
