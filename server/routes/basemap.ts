import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRoute, z } from '@hono/zod-openapi';
import { guarded } from './guarded.ts';
import { newRoutes } from './new-routes.ts';
import { notFound, refused } from './problem.ts';
import { remember } from './remember.ts';
import { fileResource, REVALIDATE, sendResource } from './send-resource.ts';
import type { ServerState } from './server-state.ts';

const TYPE = 'application/vnd.pmtiles';
const bytes = { [TYPE]: { schema: z.string().openapi({ format: 'binary' }) } };

const getBasemap = createRoute({
  method: 'get',
  path: '/api/basemap/{file}',
  ...guarded('map.read'),
  summary: 'The department’s own basemap, read in ranges',
  request: { params: z.object({ file: z.literal('basemap.pmtiles') }) },
  responses: {
    200: { description: 'The whole archive', content: bytes },
    206: { description: 'A part of it', content: bytes },
    304: { description: 'You have it' },
    404: refused('This home has no basemap'),
    416: refused('Past its end'),
    422: refused('Not the name of a basemap'),
  },
});

export function basemapRoutes({ home }: ServerState) {
  const path = join(home, 'demo', 'basemap.pmtiles');
  const tag = remember(path, async () => {
    const content = await readFile(path).catch(() => null);
    return content && createHash('sha256').update(content).digest('hex').slice(0, 32);
  });
  return newRoutes().openapi(getBasemap, async (c) => {
    const hash = await tag();
    const resource = hash && (await fileResource(path, hash, TYPE));
    if (!resource) throw notFound('A basemap');
    return sendResource(c, resource, REVALIDATE);
  });
}
