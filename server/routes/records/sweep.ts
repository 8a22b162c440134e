import { createRoute, z } from '@hono/zod-openapi';
import { LocalDate } from '#data/schema/records/common.ts';
import {
  CandidateName,
  ChangedSweepVerdict,
  NewSweepVerdict,
  Sweep,
  SweepVerdict,
} from '#data/schema/records/sweep.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { changeVerdict, judgeCandidate, keepSeen, readSweep, takeBackVerdict } from '#server/store/sweep.ts';

/** The weekly sweep: what each reader has opened, and what a person decided about each candidate (1902.2 A.9). */
export function sweepRoutes(records: RecordStore) {
  return newRoutes()
    .openapi(getSweep, async (c) => {
      const acting = actingOf(c);
      const { week } = c.req.valid('query');
      return c.json(await records.as(acting, (tx) => readSweep(tx, acting, week)), 200);
    })
    .openapi(putSeen, async (c) => {
      const acting = actingOf(c);
      await records.as(acting, (tx) => keepSeen(tx, acting, c.req.valid('json')));
      return c.body(null, 204);
    })
    .openapi(postVerdict, async (c) => {
      const acting = actingOf(c);
      return c.json(await records.as(acting, (tx) => judgeCandidate(tx, acting, c.req.valid('json'))), 201);
    })
    .openapi(putVerdict, async (c) => {
      const acting = actingOf(c);
      const { verdictId } = c.req.valid('param');
      return c.json(await records.as(acting, (tx) => changeVerdict(tx, acting, verdictId, c.req.valid('json'))), 200);
    })
    .openapi(deleteVerdict, async (c) => {
      const acting = actingOf(c);
      const { verdictId } = c.req.valid('param');
      await records.as(acting, (tx) => takeBackVerdict(tx, acting, verdictId, c.req.valid('query').revision));
      return c.body(null, 204);
    });
}

const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ ...json(schema), required: true });
const ofVerdict = z.object({ verdictId: z.string() });
const MOST_SEEN = 500;

const getSweep = createRoute({
  method: 'get',
  path: '/api/records/sweep',
  summary: 'The sweep of a week: its verdicts, what is still watched from before, and what the reader has opened',
  ...guarded('sweep.read'),
  request: { query: z.object({ week: LocalDate }) }, // its Monday
  responses: { 200: { description: 'The sweep', ...json(Sweep) }, 422: refused('Not a Monday') },
});

const putSeen = createRoute({
  method: 'put',
  path: '/api/records/sweep/seen',
  summary: 'Candidates that the reader has opened; they are added to those opened before, and nobody else sees them',
  ...guarded('sweep.read'),
  request: {
    body: body(z.object({ week: LocalDate, seen: z.array(CandidateName.omit({ week: true })).max(MOST_SEEN) })),
  },
  responses: { 204: { description: 'Kept' }, 422: refused('A field is not as it should be') },
});

const postVerdict = createRoute({
  method: 'post',
  path: '/api/records/sweep/verdicts',
  summary: 'Decide about a candidate, and tell those it is sent to',
  ...guarded('sweep.judge'),
  request: { body: body(NewSweepVerdict) },
  responses: {
    201: { description: 'Kept; each person was told', ...json(SweepVerdict) },
    409: refused('Somebody has decided about it: that verdict'),
    422: refused('A field is not as it should be'),
  },
});

const putVerdict = createRoute({
  method: 'put',
  path: '/api/records/sweep/verdicts/{verdictId}',
  summary: 'Think a verdict over; whoever was told before is not told again',
  ...guarded('sweep.judge'),
  request: { params: ofVerdict, body: body(ChangedSweepVerdict) },
  responses: {
    200: { description: 'As it is now', ...json(SweepVerdict) },
    404: refused('No such verdict'),
    409: refused('Somebody else changed it'),
    422: refused('A field is not as it should be'),
  },
});

const deleteVerdict = createRoute({
  method: 'delete',
  path: '/api/records/sweep/verdicts/{verdictId}',
  summary: 'Take a verdict back: the candidate waits again, and the audit keeps what was decided',
  ...guarded('sweep.judge'),
  request: { params: ofVerdict, query: z.object({ revision: z.coerce.number().int().positive() }) },
  responses: {
    204: { description: 'Taken back' },
    404: refused('No such verdict'),
    409: refused('Somebody else changed it'),
    422: refused('No revision'),
  },
});
