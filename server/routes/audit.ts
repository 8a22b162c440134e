import { Readable } from 'node:stream';
import { createRoute, z } from '@hono/zod-openapi';
import { AuditLine, AuditVerdict } from '#data/schema/records/audit.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { type AuditFilter, listAudit, listAuditNames } from '#server/store/audit.ts';
import { judgeAudit } from '#server/store/audit-verdict.ts';
import { auditAct, type RecordStore } from '#server/store/record-store.ts';
import { actingOf, guarded } from './guarded.ts';
import { newRoutes } from './new-routes.ts';
import { refused } from './problem.ts';

const MOST = 200;
const PIECE = 1_000; // lines of an export read at a time

const Word = z.string().min(1).max(120).optional();
const Filter = z.object({
  person: Word,
  kind: Word,
  action: AuditLine.shape.action.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
const filterOf = ({ person, ...rest }: z.infer<typeof Filter>): AuditFilter => ({ personId: person, ...rest });
const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});

const list = createRoute({
  method: 'get',
  path: '/api/audit',
  ...guarded('audit.read'),
  summary: 'Lines of the audit, newest first',
  request: { query: Filter.extend({ before: z.coerce.number().int().positive().optional() }) },
  responses: {
    200: json('Lines', z.object({ lines: z.array(AuditLine), hasMore: z.boolean() })),
    422: refused('Not a filter'),
  },
});
const names = createRoute({
  method: 'get',
  path: '/api/audit/names',
  ...guarded('audit.read'),
  summary: 'The people and kinds that the audit names',
  responses: {
    200: json(
      'Names',
      z.object({ kinds: z.array(z.string()), people: z.array(z.object({ personId: z.string(), name: z.string() })) }),
    ),
  },
});
const verdict = createRoute({
  method: 'get',
  path: '/api/audit/verdict',
  ...guarded('audit.read'),
  summary:
    'Whether every line follows from the one before it, and the chain still passes through each head that was kept',
  responses: { 200: json('Verdict', AuditVerdict) },
});
const exported = createRoute({
  method: 'get',
  path: '/api/audit/lines.jsonl',
  ...guarded('audit.read'),
  summary: 'All lines that fit, newest first, one JSON object a line',
  request: { query: Filter },
  responses: {
    200: { description: 'Lines, as application/x-ndjson' },
    422: refused('Not a filter'),
  },
});
const tell = createRoute({
  method: 'post',
  path: '/api/audit/acts',
  ...guarded('audit.write'),
  summary: 'What the page did with what it holds: an export, a print, a view of exact places',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            action: z.enum(['export', 'print', 'view-exact']),
            kind: z.string().min(1).max(60),
            recordId: z.string().max(200),
            words: z.string().max(500),
          }),
        },
      },
    },
  },
  responses: { 204: { description: 'Kept' }, 422: refused('A field is missing') },
});

export function auditRoutes(records: RecordStore, home: string) {
  return newRoutes()
    .openapi(list, async (c) => {
      const { before = null, ...rest } = c.req.valid('query');
      const lines = await records.as(actingOf(c), (tx) => listAudit(tx, filterOf(rest), before, MOST + 1));
      return c.json({ lines: lines.slice(0, MOST), hasMore: lines.length > MOST }, 200);
    })
    .openapi(names, async (c) => c.json(await records.as(actingOf(c), listAuditNames), 200))
    .openapi(verdict, async (c) => c.json(await records.as(actingOf(c), (tx) => judgeAudit(tx, home)), 200))
    .openapi(exported, async (c) => {
      const acting = actingOf(c);
      const filter = filterOf(c.req.valid('query'));
      await records.as(acting, (tx) =>
        auditAct(tx, { action: 'export', kind: 'audit', recordId: '', words: JSON.stringify(c.req.valid('query')) }),
      );
      const lines = Readable.toWeb(Readable.from(written(records, acting, filter))) as ReadableStream; // Node's own type for it
      c.header('Content-Disposition', 'attachment; filename="commonbeat-audit.jsonl"');
      return c.body(lines, 200, { 'Content-Type': 'application/x-ndjson' });
    })
    .openapi(tell, async (c) => {
      await records.as(actingOf(c), (tx) => auditAct(tx, c.req.valid('json')));
      return c.body(null, 204);
    });
}

/** The lines of an export as bytes, read a piece at a time: an audit of years does not fit into memory. */
async function* written(records: RecordStore, acting: Acting, filter: AuditFilter): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let before: number | null = null;
  for (;;) {
    const from: number | null = before;
    const lines: AuditLine[] = await records.as(acting, (tx) => listAudit(tx, filter, from, PIECE));
    if (lines.length > 0) yield encoder.encode(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    const last = lines.at(-1);
    if (last === undefined || lines.length < PIECE) return;
    before = last.number;
  }
}
