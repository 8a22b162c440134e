import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRoute, z } from '@hono/zod-openapi';
import type { AreaLayer } from '#data/schema/area.ts';
import { LocalDate, Seen } from '#data/schema/records/common.ts';
import { BoundaryVersion, BoundaryVersionFields } from '#data/schema/records/group.ts';
import { type AreaReport, readAreas } from '#server/ingest/areas/read-areas.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import { addBoundary, boundariesOn, findSharedGround, listBoundaries } from '#server/store/boundaries.ts';
import { followBoundaries } from '#server/store/group-layer.ts';
import type { RecordStore } from '#server/store/record-store.ts';

/** The ground of each group, by day (1902.2 A.1): what held last quarter stays what held last quarter. */
export function boundaryRoutes(records: RecordStore, home: string) {
  return newRoutes()
    .openapi(getOn, async (c) => {
      const acting = actingOf(c);
      const { on = acting.nowLocal.slice(0, 10) } = c.req.valid('query');
      return c.json(await records.as(acting, (tx) => boundariesOn(tx, on)), 200);
    })
    .openapi(getVersions, async (c) => {
      const { groupId } = c.req.valid('param');
      return c.json(await records.as(actingOf(c), (tx) => listBoundaries(tx, groupId)), 200);
    })
    .openapi(postVersion, async (c) => {
      const acting = actingOf(c);
      const { groupId } = c.req.valid('param');
      const made = await records.as(acting, (tx) => addBoundary(tx, acting, groupId, c.req.valid('json')));
      return c.json({ ...made, isOnMap: await followBoundaries(home, records, acting) }, 201);
    })
    .openapi(postShared, async (c) => {
      const acting = actingOf(c);
      const { groupId } = c.req.valid('param');
      const { on, ...drawn } = c.req.valid('json');
      return c.json(await records.as(acting, (tx) => findSharedGround(tx, on, groupId, drawn)), 200);
    })
    .openapi(postFile, async (c) => {
      const folder = await mkdtemp(join(tmpdir(), 'commonbeat-boundary-'));
      try {
        const path = join(folder, c.req.valid('query').name);
        await writeFile(path, Buffer.from(await c.req.arrayBuffer()));
        const { layer, report, names } = await readAreas(path, { kind: 'group' });
        return c.json({ features: layer.features, notes: toldOf(layer, report, names) }, 200);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
}

/** What was mended or left out, by the names the file gives; how the names were found matters to nobody here. */
function toldOf(
  { features }: AreaLayer,
  { notes, repaired, rejected }: AreaReport,
  names: readonly string[],
): string[] {
  const nameOf = new Map(features.map(({ id, properties }) => [id, properties.name]));
  return [
    ...notes.filter((note) => !/^(area (ids|names):|table \S+$)/.test(note)),
    ...repaired.map(({ areaId, what }) => `${nameOf.get(areaId) ?? areaId}: ${what}`),
    ...rejected.map(
      ({ feature, areaId, reason }) => `Feature ${feature} (${names[feature - 1] ?? areaId}) was left out: ${reason}`,
    ),
  ];
}

const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ ...json(schema), required: true });
const params = z.object({ groupId: z.string() });
const Drawn = BoundaryVersionFields.pick({ center: true, radiusMeters: true })
  .partial()
  .extend({ geometry: BoundaryVersionFields.shape.geometry.nullable().default(null) })
  .transform(({ center = null, radiusMeters = null, geometry }) => ({ center, radiusMeters, geometry }));

const getOn = createRoute({
  method: 'get',
  path: '/api/groups/boundaries',
  summary: 'The boundaries that held on a day, as GeoJSON',
  ...guarded('group.read'),
  request: { query: z.object({ on: LocalDate.optional() }) },
  responses: {
    200: {
      description: 'FeatureCollection (RFC 7946)',
      ...json(z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) })),
    },
    422: refused('Not a day'),
  },
});

const getVersions = createRoute({
  method: 'get',
  path: '/api/records/groups/{groupId}/boundaries',
  summary: 'Every boundary that a group had, with its days',
  ...guarded('group.read'),
  request: { params },
  responses: { 200: { description: 'Versions, the first first', ...json(z.array(BoundaryVersion)) } },
});

const postVersion = createRoute({
  method: 'post',
  path: '/api/records/groups/{groupId}/boundaries',
  summary: 'Begin a boundary on a day: rings, or a point and a radius. The one before it ends there',
  ...guarded('group.write'),
  request: {
    params,
    body: body(Drawn.and(Seen.extend(BoundaryVersionFields.pick({ validFrom: true, reason: true }).shape))),
  },
  responses: {
    201: {
      description: 'Begun. While an ingest holds the data home the map follows within a minute of its end',
      ...json(BoundaryVersion.extend({ isOnMap: z.boolean() })),
    },
    404: refused('No such group'),
    409: refused('Somebody else changed the group'),
    422: refused('It encloses no ground, or its day lies before that of another'),
  },
});

const postShared = createRoute({
  method: 'post',
  path: '/api/records/groups/{groupId}/shared-ground',
  summary: 'The groups whose ground a drawn boundary would share on a day',
  ...guarded('group.write'),
  request: { params, body: body(Drawn.and(z.object({ on: LocalDate }))) },
  responses: {
    200: {
      description: 'The largest share first',
      ...json(
        z.array(z.object({ groupId: z.string(), name: z.string(), squareMeters: z.number(), shareOfThis: z.number() })),
      ),
    },
    422: refused('It encloses no ground'),
  },
});

const postFile = createRoute({
  method: 'post',
  path: '/api/records/boundary-files',
  summary: 'Read the areas of a GeoJSON, KML, zipped Shapefile or GeoPackage; keeps nothing',
  ...guarded('group.write'),
  request: {
    query: z.object({ name: z.string().regex(/^[\w][\w .()-]{0,120}$/, 'A plain name of a file.') }),
    body: { content: { 'application/octet-stream': { schema: z.unknown() } }, required: true },
  },
  responses: {
    200: {
      description: 'Its areas, and what was mended',
      ...json(z.object({ features: z.array(z.unknown()), notes: z.array(z.string()) })),
    },
    422: refused('It cannot be read; says why'),
  },
});
