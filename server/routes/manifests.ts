import { createRoute, z } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { Manifest } from '#data/schema/manifest.ts';
import { guarded } from './guarded.ts';
import { newRoutes } from './new-routes.ts';
import { notFound, refused } from './problem.ts';
import { IMMUTABLE, REVALIDATE } from './send-resource.ts';
import type { ServerState } from './server-state.ts';

const found = { description: 'A manifest', content: { 'application/json': { schema: Manifest } } };

const getCurrent = createRoute({
  method: 'get',
  path: '/api/manifest',
  ...guarded('map.read', etag()),
  summary: 'The manifest that this session loads now',
  responses: { 200: found, 304: { description: 'You have it' }, 404: refused('Nothing has been cut yet') },
});

const getByHash = createRoute({
  method: 'get',
  path: '/api/manifests/{hash}',
  ...guarded('map.read', etag()),
  summary: 'A manifest of this release level, past or present; never changes',
  request: { params: z.object({ hash: z.string().regex(/^[0-9a-f]{16}$/) }) },
  responses: {
    200: found,
    304: { description: 'You have it' },
    404: refused('No such manifest at this release level'),
    422: refused('Not a hash'),
  },
});

export function manifestRoutes({ releasesFor }: ServerState) {
  const headers = ({ manifest }: Manifest, cacheControl: string) => ({
    ETag: `"${manifest}"`,
    'Cache-Control': cacheControl,
  });
  return newRoutes()
    .openapi(getCurrent, async (c) => {
      const manifest = await releasesFor(c).current();
      if (!manifest) throw notFound('A manifest');
      return c.json(manifest, 200, headers(manifest, REVALIDATE));
    })
    .openapi(getByHash, async (c) => {
      const { hash } = c.req.valid('param');
      const manifest = await releasesFor(c).find(hash);
      if (!manifest) throw notFound(`Manifest ${hash}`);
      return c.json(manifest, 200, headers(manifest, IMMUTABLE));
    });
}
