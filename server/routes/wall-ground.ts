import { createRoute, z } from '@hono/zod-openapi';
import { wallGround } from '#server/wall/ground/wall-ground.ts';
import { guarded } from './guarded.ts';
import { newRoutes } from './new-routes.ts';
import { notFound, refused } from './problem.ts';
import { openReleases } from './releases.ts';
import { IMMUTABLE, memoryResource, type Resource, sendResource } from './send-resource.ts';

const TYPE = 'image/svg+xml';
const NAME = /^[0-9a-f]{16}\.svg$/;

const getGround = createRoute({
  method: 'get',
  path: '/api/wall/ground/{file}',
  ...guarded('wall.read'),
  summary: 'The dark ground of a wall’s map, named by the manifest of its board; never changes',
  request: { params: z.object({ file: z.string().regex(NAME) }) },
  responses: {
    200: { description: 'Streets, water and parks without words', content: { [TYPE]: { schema: z.string() } } },
    304: { description: 'You have it' },
    404: refused('No such manifest, or nothing to draw'),
    422: refused('Not the name of a ground'),
  },
});

const MOST = 4; // grounds kept in memory: the present one and those that walls are just leaving

export function wallGroundRoutes({ home }: { home: string }) {
  const open = openReleases(home, 'public'); // boards name manifests of this level, whoever looks
  const kept = new Map<string, Promise<Resource | null>>();
  const draw = async (hash: string): Promise<Resource | null> => {
    const manifest = await open.find(hash);
    const svg = manifest && (await wallGround(home, manifest));
    return svg ? memoryResource(new TextEncoder().encode(svg), `ground-${hash}`, TYPE) : null;
  };
  const keep = (hash: string) => {
    const drawing = draw(hash);
    kept.set(hash, drawing);
    drawing.then(
      (resource) => resource ?? kept.delete(hash),
      () => kept.delete(hash),
    );
    for (const old of [...kept.keys()].slice(0, -MOST)) kept.delete(old);
    return drawing;
  };
  return newRoutes().openapi(getGround, async (c) => {
    const hash = c.req.valid('param').file.slice(0, 16);
    const resource = await (kept.get(hash) ?? keep(hash));
    if (resource === null) throw notFound(`Ground ${hash}`);
    return sendResource(c, resource, IMMUTABLE);
  });
}
