import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { ImportDone, ImportFile, ImportPreview } from '#data/schema/records/concern-filing.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { problem, refused } from '#server/routes/problem.ts';
import { commitImport, previewImport } from '#server/store/import-concerns.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { type ReadRow, readImport, UnreadableFile } from './import-rows.ts';

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

/** Concerns that another system kept. */
export function concernImportRoutes(store: RecordStore) {
  return newRoutes()
    .openapi(preview, async (c) => {
      const rows = rowsOf(c, c.req.valid('json'), actingOf(c).nowLocal);
      if (rows instanceof Response) return rows as never; // a problem answer
      return c.json(await store.as(actingOf(c), (tx) => previewImport(tx, rows)), 200);
    })
    .openapi(commit, async (c) => {
      const file = c.req.valid('json');
      const rows = rowsOf(c, file, actingOf(c).nowLocal);
      if (rows instanceof Response) return rows as never; // a problem answer
      return c.json(await store.as(actingOf(c), (tx) => commitImport(tx, actingOf(c), rows, file.name)), 201);
    });
}

function rowsOf(c: Context, file: ImportFile, nowLocal: string): ReadRow[] | Response {
  try {
    return readImport(file, nowLocal);
  } catch (thrown) {
    if (!(thrown instanceof UnreadableFile)) throw thrown;
    return problem(c, 422, { detail: thrown.message, errors: [{ path: 'text', message: thrown.message }] });
  }
}
