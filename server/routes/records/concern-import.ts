import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { ImportDone, ImportFile, ImportPreview } from '#data/schema/records/concern-filing.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { problem, refused } from '#server/routes/problem.ts';
import { commitImport, previewImport } from '#server/store/import-concerns.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { type CityTime, type ReadRow, readImport, UnreadableFile } from './import-rows.ts';

const path = '/api/records/concern-imports';
const body = { required: true, content: { 'application/json': { schema: ImportFile } } };

const preview = createRoute({
  method: 'post',
  path: `${path}/preview`,
  ...guarded('concern.triage'),
  summary: 'What would come of a file of concerns (CSV, or Open311 GeoReport v2 JSON); keeps nothing',
  request: { body },
  responses: {
    200: { description: 'What would come of it', content: { 'application/json': { schema: ImportPreview } } },
    422: refused('No such file'),
  },
});

const commit = createRoute({
  method: 'post',
  path,
  ...guarded('concern.triage'),
  summary: 'Takes a file of concerns in as one batch; its list is /api/records/concerns?batch=…',
  request: { body },
  responses: {
    201: { description: 'Taken in', content: { 'application/json': { schema: ImportDone } } },
    422: refused('No such file'),
  },
});

/** Concerns that another system kept. `readZone` tells the city's time zone, or nothing where no source has told it. */
export function concernImportRoutes(store: RecordStore, readZone: () => Promise<string>) {
  const timeOf = async (c: Context): Promise<CityTime> => ({
    nowLocal: actingOf(c).nowLocal,
    timeZone: await readZone(),
  });
  return newRoutes()
    .openapi(preview, async (c) => {
      const rows = rowsOf(c, c.req.valid('json'), await timeOf(c));
      if (rows instanceof Response) return rows as never; // a problem answer
      return c.json(await store.as(actingOf(c), (tx) => previewImport(tx, rows)), 200);
    })
    .openapi(commit, async (c) => {
      const file = c.req.valid('json');
      const rows = rowsOf(c, file, await timeOf(c));
      if (rows instanceof Response) return rows as never; // a problem answer
      return c.json(await store.as(actingOf(c), (tx) => commitImport(tx, actingOf(c), rows, file.name)), 201);
    });
}

function rowsOf(c: Context, file: ImportFile, time: CityTime): ReadRow[] | Response {
  try {
    return readImport(file, time);
  } catch (thrown) {
    if (!(thrown instanceof UnreadableFile)) throw thrown;
    return problem(c, 422, { detail: thrown.message, errors: [{ path: 'text', message: thrown.message }] });
  }
}
