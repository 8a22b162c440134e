import { createRoute, z } from '@hono/zod-openapi';
import { LocalDate, Seen, Words } from '#data/schema/records/common.ts';
import {
  HandOut,
  HandOutDesk,
  HandOutDraft,
  HandOutDraftFields,
  HandOutFacts,
  Recount,
} from '#data/schema/records/hand-out.ts';
import { checkDraftDays } from '#server/hand-out/desk/draft-days.ts';
import { readDesk } from '#server/hand-out/desk/read-desk.ts';
import { releaseHandOut } from '#server/hand-out/desk/release-hand-out.ts';
import { recountHandOut } from '#server/hand-out/gate/recount.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import { dropDraft, findByCode, keepDraft, listHandOuts, withdrawHandOut } from '#server/store/hand-outs.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { getReleased } from '#server/store/told-cells.ts';

/** Pages for a group's meeting (1902.2 B.1, B.2): what may stand on one, what is chosen of it, and what was released. */
export function handOutRoutes(records: RecordStore, home: string) {
  return newRoutes()
    .openapi(getDesk, async (c) => {
      const { groupId } = c.req.valid('param');
      return c.json(await readDesk(home, records, actingOf(c), groupId, c.req.valid('query')), 200);
    })
    .openapi(putDraft, async (c) => {
      const acting = actingOf(c);
      const { groupId } = c.req.valid('param');
      const kept = c.req.valid('json');
      await checkDraftDays(home, kept);
      return c.json(await records.as(acting, (tx) => keepDraft(tx, acting, groupId, kept)), 200);
    })
    .openapi(deleteDraft, async (c) => {
      const { groupId } = c.req.valid('param');
      const { revision } = c.req.valid('query');
      await records.as(actingOf(c), (tx) => dropDraft(tx, groupId, revision));
      return c.body(null, 204);
    })
    .openapi(postHandOut, async (c) => {
      const { groupId } = c.req.valid('param');
      return c.json(await releaseHandOut(home, records, actingOf(c), groupId, c.req.valid('json')), 201);
    })
    .openapi(getHandOuts, async (c) => {
      const asked = c.req.valid('query');
      return c.json(await records.as(actingOf(c), (tx) => listHandOuts(tx, asked)), 200);
    })
    .openapi(getHandOut, async (c, next) => {
      const { handOutId } = c.req.valid('param');
      if (handOutId.includes('.')) return next() as never; // HO-0012.en.html: the routes of files answer
      return c.json(await records.as(actingOf(c), (tx) => getReleased(tx, handOutId)), 200);
    })
    .openapi(postWithdrawal, async (c) => {
      const acting = actingOf(c);
      const { handOutId } = c.req.valid('param');
      const { why } = c.req.valid('json');
      return c.json(await records.as(acting, (tx) => withdrawHandOut(tx, acting, handOutId, why)), 200);
    })
    .openapi(getRecount, async (c) => {
      const { handOutId } = c.req.valid('param');
      return c.json(await records.as(actingOf(c), (tx) => recountHandOut(home, tx, handOutId)), 200);
    })
    .openapi(getByCode, async (c) => {
      const { code } = c.req.valid('param');
      return c.json(await records.as(actingOf(c), (tx) => findByCode(tx, code)), 200);
    });
}

const ofGroup = z.object({ groupId: z.string().max(120) });
const ofHandOut = z.object({ handOutId: z.string().max(60) });
const json = <T extends z.ZodType>(description: string, schema: T) => ({
  description,
  content: { 'application/json': { schema } },
});
const body = <T extends z.ZodType>(schema: T) => ({
  content: { 'application/json': { schema } },
  required: true as const,
});

const getDesk = createRoute({
  method: 'get',
  path: '/api/records/groups/{groupId}/hand-out',
  summary: 'All that may stand on the group’s page, and the page as chosen so far or as suggested',
  ...guarded('hand-out.read'),
  request: {
    params: ofGroup,
    query: z.object({
      from: LocalDate.optional(),
      to: LocalDate.optional(),
      meetingId: z.string().max(40).optional(),
    }),
  },
  responses: {
    200: json('The desk', HandOutDesk),
    404: refused('No such group, or no calls yet'),
    422: refused('Days without calls, no boundary, or a meeting of another group'),
  },
});

const putDraft = createRoute({
  method: 'put',
  path: '/api/records/groups/{groupId}/hand-out/draft',
  summary: 'Keep what is chosen for the page; revision null where there is no draft yet',
  ...guarded('hand-out.write'),
  request: {
    params: ofGroup,
    body: body(HandOutDraftFields.extend({ revision: Seen.shape.revision.nullable() })),
  },
  responses: {
    200: json('Kept', HandOutDraft),
    404: refused('No such group'),
    409: refused('Somebody else kept the page meanwhile'),
    422: refused('A field is not as it should be'),
  },
});

const deleteDraft = createRoute({
  method: 'delete',
  path: '/api/records/groups/{groupId}/hand-out/draft',
  summary: 'Throw the draft away',
  ...guarded('hand-out.write'),
  request: { params: ofGroup, query: z.object({ revision: z.coerce.number().int().positive() }) },
  responses: {
    204: { description: 'Gone' },
    404: refused('No draft'),
    409: refused('Somebody else kept the page meanwhile'),
    422: refused('No revision'),
  },
});

const postHandOut = createRoute({
  method: 'post',
  path: '/api/records/groups/{groupId}/hand-outs',
  summary: 'Release the page as it was seen: its facts are frozen, and its numbers are told for good',
  ...guarded('hand-out.write'),
  request: {
    params: ofGroup,
    body: body(z.object({ revision: Seen.shape.revision.nullable(), factsHash: z.string().regex(/^[0-9a-f]{64}$/) })),
  },
  responses: {
    201: json('Released', HandOut),
    404: refused('No such group, or no calls yet'),
    409: refused('The draft or a fact is another by now; current is the desk'),
    422: refused('Faults, each by item, field and language'),
  },
});

const getHandOuts = createRoute({
  method: 'get',
  path: '/api/records/hand-outs',
  summary: 'Released pages, the newest first, at most 60',
  ...guarded('hand-out.read'),
  request: {
    query: z.object({ groupId: z.string().max(120).optional(), meetingId: z.string().max(40).optional() }),
  },
  responses: { 200: json('Pages', z.array(HandOut)), 422: refused('A field is not as it should be') },
});

const getHandOut = createRoute({
  method: 'get',
  path: '/api/records/hand-outs/{handOutId}',
  summary: 'A released page with all that it said',
  ...guarded('hand-out.read'),
  request: { params: ofHandOut },
  responses: {
    200: json('The page', z.object({ handOut: HandOut, facts: HandOutFacts })),
    404: refused('No such page'),
  },
});

const postWithdrawal = createRoute({
  method: 'post',
  path: '/api/records/hand-outs/{handOutId}/withdrawal',
  summary: 'Take a page off the public place; what it told stays told',
  ...guarded('hand-out.write'),
  request: { params: ofHandOut, body: body(z.object({ why: Words(500) })) },
  responses: {
    200: json('Withdrawn', HandOut),
    404: refused('No such page'),
    422: refused('No reason, or withdrawn already'),
  },
});

const getRecount = createRoute({
  method: 'get',
  path: '/api/records/hand-outs/{handOutId}/recount',
  summary: 'The printed numbers beside a count of today',
  ...guarded('hand-out.read'),
  request: { params: ofHandOut },
  responses: { 200: json('Counted again', Recount), 404: refused('No such page') },
});

const getByCode = createRoute({
  method: 'get',
  path: '/api/records/hand-out-codes/{code}',
  summary: 'The page that a code stands on',
  ...guarded('hand-out.read'),
  request: { params: z.object({ code: z.string().max(20) }) },
  responses: { 200: json('The page', HandOut), 404: refused('No page with this code') },
});
