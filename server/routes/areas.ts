import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRoute, z } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { AreaLayerEntry } from '#data/schema/area.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { newRoutes } from './new-routes.ts';
import { notFound, refused } from './problem.ts';
import { remember } from './remember.ts';
import { IMMUTABLE, memoryResource, REVALIDATE, type Resource, sendResource } from './send-resource.ts';
import type { ServerState } from './server-state.ts';

const TYPE = 'application/geo+json';
const Layer = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
const geojson = {
  description: 'The layer as a GeoJSON FeatureCollection (RFC 7946)',
  content: { [TYPE]: { schema: z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) }) } },
};

const listLayers = createRoute({
  method: 'get',
  path: '/api/areas',
  middleware: etag(),
  summary: 'The layers of boundaries',
  responses: {
    200: { description: 'Layers', content: { 'application/json': { schema: z.array(AreaLayerEntry) } } },
    304: { description: 'You have it' },
  },
});

const getLayer = createRoute({
  method: 'get',
  path: '/api/areas/{layer}',
  summary: 'A layer as it is now',
  request: { params: z.object({ layer: Layer }) },
  responses: {
    200: geojson,
    304: { description: 'You have it' },
    404: refused('No such layer'),
    422: refused('Not a name'),
  },
});

const getVersion = createRoute({
  method: 'get',
  path: '/api/areas/{layer}/{version}',
  summary: 'A layer as it was; never changes',
  request: { params: z.object({ layer: Layer, version: z.string().regex(/^[0-9a-f]{16}$/) }) },
  responses: {
    200: geojson,
    304: { description: 'You have it' },
    404: refused('No such layer or version'),
    422: refused('Not a name or version'),
  },
});

export function areaRoutes({ home }: ServerState) {
  const store = remember(join(home, 'store.json'), () => readStoreIndex(home));
  const kept = new Map<string, Promise<Resource>>();

  const resourceOf = (file: string, version: string) => {
    const resource =
      kept.get(file) ?? readFile(join(home, 'areas', file)).then((b) => memoryResource(b, version, TYPE));
    kept.set(file, resource);
    resource.catch(() => kept.delete(file));
    return resource;
  };

  return newRoutes()
    .openapi(listLayers, async (c) => {
      const { layers } = await store();
      return c.json(
        layers.map((layer) => AreaLayerEntry.parse(layer)),
        200,
        { 'Cache-Control': REVALIDATE },
      );
    })
    .openapi(getLayer, async (c) => {
      const { layer } = c.req.valid('param');
      const entry = (await store()).layers.find((stored) => stored.layer === layer);
      if (!entry) throw notFound(`Layer ${layer}`);
      return sendResource(c, await resourceOf(entry.file, entry.version), REVALIDATE);
    })
    .openapi(getVersion, async (c) => {
      const { layer, version } = c.req.valid('param');
      const entry = (await store()).layers.find((stored) => stored.layer === layer && stored.version === version);
      const file = entry?.file ?? (await findEarlier(home, version));
      if (!file) throw notFound(`Version ${version} of layer ${layer}`);
      return sendResource(c, await resourceOf(file, version), IMMUTABLE);
    });
}

/** A version that was replaced: the index forgot it, its file is named by it and stays. */
async function findEarlier(home: string, version: string): Promise<string | undefined> {
  const files = await readdir(join(home, 'areas')).catch(() => []);
  return files.find((file) => file.includes(version) && file.endsWith('json'));
}
