import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createRoute } from '@hono/zod-openapi';
import { Session } from '#data/schema/session.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { newRoutes } from './new-routes.ts';
import { remember } from './remember.ts';
import type { ServerState } from './server-state.ts';

const getSession = createRoute({
  method: 'get',
  path: '/api/session',
  summary: 'Who is looking, and at which release level',
  responses: { 200: { description: 'The session', content: { 'application/json': { schema: Session } } } },
});

export function sessionRoutes({ home, role, releaseLevel, demo, nowLocal }: ServerState) {
  const store = remember(join(home, 'store.json'), () => readStoreIndex(home));
  return newRoutes().openapi(getSession, async (c) => {
    const { city } = await store();
    const basemap = existsSync(join(home, 'demo', 'basemap.pmtiles')) ? '/api/basemap/basemap.pmtiles' : null;
    return c.json({ role, releaseLevel, city, demo, nowLocal: nowLocal(), basemap }, 200);
  });
}
