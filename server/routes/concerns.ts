import { createRoute, z } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { MapConcern } from '#data/schema/concern.ts';
import { RELEASE_LEVEL_OF } from '#data/schema/release-level.ts';
import { mapConcerns } from '#server/store/map-concerns.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { actingOf, guarded } from './guarded.ts';
import { newRoutes } from './new-routes.ts';
import { REVALIDATE } from './send-resource.ts';

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

export function concernRoutes(store: RecordStore) {
  return newRoutes().openapi(listConcerns, async (c) => {
    const acting = actingOf(c);
    const level = RELEASE_LEVEL_OF[acting.actor.role];
    const concerns = await store.as(acting, (tx) => mapConcerns(tx, level, acting.nowLocal.slice(0, 10)));
    return c.json(concerns, 200, { 'Cache-Control': REVALIDATE });
  });
}
