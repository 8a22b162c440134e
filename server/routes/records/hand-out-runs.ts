import { createRoute, z } from '@hono/zod-openapi';
import { HandOutRun } from '#data/schema/records/hand-out.ts';
import type { RunDesk } from '#server/hand-out/run/run-desk.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import { listRuns, readRun, resumeRun, startRun } from '#server/store/hand-out-runs.ts';
import { auditAct, type RecordStore } from '#server/store/record-store.ts';

/** One press for every group (O1). The answer comes at once; the pages follow, and are read with the run. */
export const handOutRunRoutes = (records: RecordStore, desk: RunDesk) =>
  newRoutes()
    .openapi(getRuns, async (c) => c.json(await records.as(actingOf(c), listRuns), 200))
    .openapi(postRun, async (c) => {
      const acting = actingOf(c);
      const run = await records.as(acting, (tx) => startRun(tx, acting, c.req.valid('json')));
      desk.begin(run.runId);
      return c.json(run, 201);
    })
    .openapi(getRun, async (c) => c.json(await records.as(actingOf(c), (tx) => readRun(tx, idOf(c))), 200))
    .openapi(postResume, async (c) => {
      const run = await records.as(actingOf(c), (tx) => resumeRun(tx, idOf(c)));
      desk.begin(run.runId);
      return c.json(run, 200);
    })
    .openapi(getFiles, async (c) => {
      const acting = actingOf(c);
      const runId = idOf(c);
      const run = await records.as(acting, async (tx) => {
        await auditAct(tx, {
          action: 'export',
          kind: 'hand-out-run',
          recordId: runId,
          words: 'Every page in one file',
        });
        return readRun(tx, runId);
      });
      const bytes = await desk.pack(acting, run);
      const headers = { 'Content-Type': ZIP, 'Content-Disposition': `attachment; filename="hand-outs-${runId}.zip"` };
      return c.body(new Uint8Array(bytes), 200, headers);
    });

const ZIP = 'application/zip';
const idOf = (c: { req: { valid: (part: 'param') => { runId: string } } }): string => c.req.valid('param').runId;

const params = z.object({ runId: z.string().max(40) });
const json = { 'application/json': { schema: HandOutRun } };
const Order = HandOutRun.pick({ from: true, to: true, languages: true, paper: true }).refine(
  ({ from, to }) => from <= to,
  { path: ['to'], message: 'The last day is not before the first.' },
);

const getRuns = createRoute({
  method: 'get',
  path: '/api/records/hand-out-runs',
  summary: 'The latest runs over every group, the newest first',
  ...guarded('hand-out.read'),
  responses: { 200: { description: 'Runs', content: { 'application/json': { schema: z.array(HandOutRun) } } } },
});

const postRun = createRoute({
  method: 'post',
  path: '/api/records/hand-out-runs',
  summary: 'Make and release the page of every active group',
  ...guarded('hand-out.run'),
  request: { body: { content: { 'application/json': { schema: Order } }, required: true } },
  responses: { 201: { description: 'Begun', content: json }, 422: refused('A field is not as it should be') },
});

const getRun = createRoute({
  method: 'get',
  path: '/api/records/hand-out-runs/{runId}',
  summary: 'How far a run is: each group, made or not, and why not',
  ...guarded('hand-out.read'),
  request: { params },
  responses: { 200: { description: 'The run', content: json }, 404: refused('No such run') },
});

const postResume = createRoute({
  method: 'post',
  path: '/api/records/hand-out-runs/{runId}/resume',
  summary: 'Try again what could not be made',
  ...guarded('hand-out.run'),
  request: { params },
  responses: { 200: { description: 'Goes on', content: json }, 404: refused('No such run') },
});

const getFiles = createRoute({
  method: 'get',
  path: '/api/records/hand-out-runs/{runId}/pages.zip',
  summary: 'The PDF of every page that was made',
  ...guarded('hand-out.read'),
  request: { params },
  responses: {
    200: {
      description: 'A zip file',
      content: { [ZIP]: { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
    },
    404: refused('No such run'),
    503: refused('No Chromium to print with'),
  },
});
