import { createRoute, z } from '@hono/zod-openapi';
import { POLICY_PROFILES } from '#data/policy/profiles.ts';
import { LocalDate } from '#data/schema/records/common.ts';
import { Crosswalk, Proof } from '#data/schema/records/proof.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import { exportProof, readProof, writeCrosswalk } from '#server/store/proof.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { hashOf, toCsv, toPage } from './proof-page.ts';

/** Clause to proof: for any period, what shows that a policy was kept. */
export function proofRoutes(store: RecordStore) {
  return newRoutes()
    .openapi(getProof, async (c) => {
      const asked = c.req.valid('query');
      const acting = actingOf(c);
      return c.json(await store.as(acting, (tx) => readProof(tx, acting, asked)), 200);
    })
    .openapi(putCrosswalk, async (c) => {
      const sent = c.req.valid('json');
      return c.json(await store.as(actingOf(c), (tx) => writeCrosswalk(tx, sent, POLICY_PROFILES)), 200);
    })
    .openapi(getExport, async (c) => {
      const acting = actingOf(c);
      const { format, ...asked } = c.req.valid('query');
      const proof = await store.as(acting, (tx) => exportProof(tx, acting, asked, format));
      const text = format === 'csv' ? toCsv(proof) : toPage(proof, { by: acting.actor.name, at: acting.nowLocal });
      const name = `proof-${asked.profile}-${asked.from}-${asked.to}.${format}`;
      return c.body(text, 200, {
        'Content-Type': format === 'csv' ? 'text/csv; charset=utf-8' : 'text/html; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'no-store',
        'X-Content-SHA256': hashOf(text),
      });
    });
}

const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } });
const Asked = z.object({ profile: z.enum(['asheville-1902', 'andover-p3103']), from: LocalDate, to: LocalDate });

const getProof = createRoute({
  method: 'get',
  path: '/api/records/proof',
  summary: 'Each clause of a policy with the records that prove it, and its gaps',
  ...guarded('proof.read'),
  request: { query: Asked },
  responses: {
    200: { description: 'At most a hundred records a clause', ...json(Proof) },
    422: refused('No such period'),
  },
});

const putCrosswalk = createRoute({
  method: 'put',
  path: '/api/records/proof/crosswalk',
  summary: 'Write the crosswalk from clauses to the department’s standards',
  ...guarded('proof.write'),
  request: { body: { required: true, ...json(Crosswalk) } },
  responses: {
    200: { description: 'As it is kept', ...json(Crosswalk) },
    409: refused('Somebody else wrote it meanwhile; `current` is as it is now'),
    422: refused('A row that was refused, by name'),
  },
});

const getExport = createRoute({
  method: 'get',
  path: '/api/records/proof/export',
  summary: 'The whole proof for an assessor, with its hash; written to the audit',
  ...guarded('proof.read'),
  request: { query: Asked.extend({ format: z.enum(['csv', 'html']) }) },
  responses: {
    200: {
      description: 'A file',
      content: { 'text/csv': { schema: z.string() }, 'text/html': { schema: z.string() } },
    },
    422: refused('No such period'),
  },
});
