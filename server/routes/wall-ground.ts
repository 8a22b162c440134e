import { createRoute, z } from '@hono/zod-openapi';
import type { Manifest } from '#data/schema/manifest.ts';
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
  const draw = async (manifest: Manifest): Promise<Resource | null> => {
    const svg = await wallGround(home, manifest);
    return svg ? memoryResource(new TextEncoder().encode(svg), `ground-${manifest.manifest}`, TYPE) : null;
  };
  const keep = (manifest: Manifest) => {
    const below = JSON.stringify([manifest.areas, manifest.bbox]); // new calls lie on the same ground
    const found = kept.get(below);
    if (found) return found;
    const drawing = draw(manifest);
    kept.set(below, drawing);
    drawing.then(
      (resource) => resource ?? kept.delete(below),
      () => kept.delete(below),
    );
    for (const old of [...kept.keys()].slice(0, -MOST)) kept.delete(old);
    return drawing;
  };
  return newRoutes().openapi(getGround, async (c) => {
    const hash = c.req.valid('param').file.slice(0, 16);
    const manifest = await open.find(hash);
    const resource = manifest && (await keep(manifest));
    if (!resource) throw notFound(`Ground ${hash}`);
    return sendResource(c, resource, IMMUTABLE);
  });
}
