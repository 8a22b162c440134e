import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRoute, z } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { AreaLayerEntry } from '#data/schema/area.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { guarded } from './guarded.ts';
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
  ...guarded('map.read', etag()),
  summary: 'The layers of boundaries',
  responses: {
    200: { description: 'Layers', content: { 'application/json': { schema: z.array(AreaLayerEntry) } } },
    304: { description: 'You have it' },
  },
});

const getLayer = createRoute({
  method: 'get',
  path: '/api/areas/{layer}',
  ...guarded('map.read'),
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
  ...guarded('map.read'),
  summary: 'A layer as it was; never changes',
  request: { params: z.object({ layer: Layer, version: z.string().regex(/^[0-9a-f]{16}$/) }) },
  responses: {
    200: geojson,
    304: { description: 'You have it' },
    404: refused('No such layer or version'),
    422: refused('Not a name or version'),
  },
});

export function areaRoutes({ home, releasesFor }: ServerState) {
  const store = remember(join(home, 'store.json'), () => readStoreIndex(home));
  const kept = new Map<string, Promise<Resource>>(); // by layer and version; these never change
  const shown = new Set<string>(); // by release level too: whoever asks first has been checked for all of the level

  const keep = (layer: string, version: string) => {
    const name = `${layer}/${version}`;
    const reading = readFile(join(home, 'areas', `${version}.geojson`)).then((b) => memoryResource(b, version, TYPE));
    kept.set(name, reading);
    reading.catch(() => kept.delete(name));
    return reading;
  };
  const resourceOf = (layer: string, version: string) => kept.get(`${layer}/${version}`) ?? keep(layer, version);

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
      return sendResource(c, await resourceOf(layer, entry.version), REVALIDATE);
    })
    .openapi(getVersion, async (c) => {
      const { layer, version } = c.req.valid('param');
      // The most asked-for address of all: once kept, it touches no disk.
      const releases = releasesFor(c);
      const shownAs = `${releases.level}/${layer}/${version}`;
      const resource = shown.has(shownAs) ? kept.get(`${layer}/${version}`) : undefined;
      if (resource) return sendResource(c, await resource, IMMUTABLE);
      const isCurrent = (await store()).layers.some((stored) => stored.layer === layer && stored.version === version);
      if (!isCurrent && !(await releases.listsArea(layer, version))) throw notFound(`Version ${version} of ${layer}`);
      shown.add(shownAs);
      return sendResource(c, await resourceOf(layer, version), IMMUTABLE);
    });
}
