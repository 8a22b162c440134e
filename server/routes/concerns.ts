import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRoute, z } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { MapConcern } from '#data/schema/concern.ts';
import { guarded } from './guarded.ts';
import { newRoutes } from './new-routes.ts';
import { remember } from './remember.ts';
import { REVALIDATE } from './send-resource.ts';
import type { ServerState } from './server-state.ts';

const listConcerns = createRoute({
  method: 'get',
  path: '/api/concerns',
  ...guarded('map.read', etag()),
  summary: 'Concerns as the map shows them; none at the public level, where residents’ words do not go unread',
  responses: {
    200: { description: 'Concerns', content: { 'application/json': { schema: z.array(MapConcern) } } },
    304: { description: 'You have it' },
  },
});

export function concernRoutes({ home, releasesFor }: ServerState) {
  const path = join(home, 'demo', 'concerns.json');
  const concerns = remember(path, async () => {
    if (!existsSync(path)) return [];
    return z.array(MapConcern).parse(JSON.parse(await readFile(path, 'utf8')));
  });
  return newRoutes().openapi(listConcerns, async (c) =>
    c.json(releasesFor(c).level === 'public' ? [] : await concerns(), 200, { 'Cache-Control': REVALIDATE }),
  );
}
