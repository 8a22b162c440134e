import { createRoute, z } from '@hono/zod-openapi';
import { LocalDate, Seen } from '#data/schema/records/common.ts';
import { ReportKind } from '#data/schema/records/report.ts';
import {
  MonthToClose,
  ReportChange,
  ReportEvidence,
  ReportLine,
  ReportOrder,
  ReportSheet,
} from '#data/schema/records/report-view.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import {
  amendReport,
  changeReport,
  evidenceOf,
  receiveReport,
  refreshFigures,
  sendReport,
} from '#server/store/report-acts.ts';
import { monthToClose } from '#server/store/report-month.ts';
import { listReports, sheetOf } from '#server/store/report-sheet.ts';
import { DIVISION, orderReport, theReport } from '#server/store/reports.ts';

/** Monthly and quarterly reports: drafted, worded, sent, received, amended. */
export function reportRoutes(records: RecordStore) {
  return newRoutes()
    .openapi(getReports, async (c) => {
      const acting = actingOf(c);
      const asked = c.req.valid('query');
      return c.json(await records.as(acting, (tx) => listReports(tx, acting, asked)), 200);
    })
    .openapi(postReport, async (c) => {
      const acting = actingOf(c);
      const order = c.req.valid('json');
      const { sheet, isNew } = await records.as(acting, async (tx) => {
        const { report, isNew } = await orderReport(tx, acting, order);
        return { sheet: await sheetOf(tx, acting, report), isNew };
      });
      return c.json(sheet, isNew ? 201 : 200);
    })
    .openapi(getMonth, async (c) => {
      const acting = actingOf(c);
      const { month } = c.req.valid('param');
      const { whose } = c.req.valid('query');
      const scope =
        whose === 'division'
          ? { kind: 'monthly-division' as const, subject: DIVISION }
          : { kind: 'monthly-officer' as const, subject: acting.actor.personId };
      return c.json(await records.as(acting, (tx) => monthToClose(tx, acting, month, scope)), 200);
    })
    .openapi(getReport, async (c) => {
      const acting = actingOf(c);
      const { reportId } = c.req.valid('param');
      const sheet = records.as(acting, async (tx) => sheetOf(tx, acting, await theReport(tx, reportId)));
      return c.json(await sheet, 200);
    })
    .openapi(getEvidence, async (c) => {
      const { reportId } = c.req.valid('param');
      const { part, itemId } = c.req.valid('query');
      const found = records.as(actingOf(c), async (tx) =>
        evidenceOf(tx, await theReport(tx, reportId), part, itemId ?? null),
      );
      return c.json(await found, 200);
    })
    .openapi(patchReport, async (c) => {
      const acting = actingOf(c);
      const { reportId } = c.req.valid('param');
      const { revision, ...edit } = c.req.valid('json');
      const sheet = await records.as(acting, async (tx) =>
        sheetOf(tx, acting, await changeReport({ tx, acting, reportId, seen: { revision } }, edit)),
      );
      return c.json(sheet, 200);
    })
    .openapi(postFigures, async (c) => {
      const acting = actingOf(c);
      const { reportId } = c.req.valid('param');
      const seen = c.req.valid('json');
      const sheet = await records.as(acting, async (tx) =>
        sheetOf(tx, acting, await refreshFigures({ tx, acting, reportId, seen })),
      );
      return c.json(sheet, 200);
    })
    .openapi(postSending, async (c) => {
      const acting = actingOf(c);
      const { reportId } = c.req.valid('param');
      const seen = c.req.valid('json');
      const sheet = await records.as(acting, async (tx) =>
        sheetOf(tx, acting, await sendReport({ tx, acting, reportId, seen })),
      );
      return c.json(sheet, 200);
    })
    .openapi(postReceipt, async (c) => {
      const acting = actingOf(c);
      const { reportId } = c.req.valid('param');
      const seen = c.req.valid('json');
      const sheet = await records.as(acting, async (tx) =>
        sheetOf(tx, acting, await receiveReport({ tx, acting, reportId, seen })),
      );
      return c.json(sheet, 200);
    })
    .openapi(postAmendment, async (c) => {
      const acting = actingOf(c);
      const { reportId } = c.req.valid('param');
      const sheet = await records.as(acting, async (tx) =>
        sheetOf(tx, acting, await amendReport(tx, acting, reportId)),
      );
      return c.json(sheet, 201);
    });
}

const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } });
const reportId = z.object({ reportId: z.string().max(120) });
const sheet = { description: 'The report, with what its screen says around it', ...json(ReportSheet) };
const missing = { 404: refused('Not here') };
const refusals = {
  ...missing,
  409: refused('Somebody else changed it meanwhile; `current` is the report as it is now'),
  422: refused('What was not accepted, by field; of a report that cannot be sent, each lack by its item'),
};
const PATH = '/api/records/reports';

const getReports = createRoute({
  method: 'get',
  path: PATH,
  summary: 'Reports: late and due ones first, then the newest',
  ...guarded('report.read'),
  request: {
    query: z.object({
      kind: ReportKind.optional(),
      subject: z.string().max(80).optional(),
      from: LocalDate.optional(),
      to: LocalDate.optional(),
    }),
  },
  responses: { 200: { description: 'At most 400', ...json(ReportLine.array()) }, 422: refused('A field, by name') },
});

const postReport = createRoute({
  method: 'post',
  path: PATH,
  summary: 'Draft a report from the records; where it is drafted already, that draft',
  ...guarded('report.write'),
  request: { body: { required: true, ...json(ReportOrder) } },
  responses: { 200: sheet, 201: sheet, 422: refused('A field, by name') },
});

const getMonth = createRoute({
  method: 'get',
  path: '/api/records/months/{month}',
  summary: 'One’s own month before it is closed: gaps first',
  ...guarded('report.write'),
  request: {
    params: z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month as 2026-11') }),
    query: z.object({ whose: z.enum(['mine', 'division']).default('mine') }),
  },
  responses: { 200: { description: 'The month', ...json(MonthToClose) }, 422: refused('Not a month') },
});

const getReport = createRoute({
  method: 'get',
  path: `${PATH}/{reportId}`,
  summary: 'One report, what it still lacks, and whether it still says what it said when it was sent',
  ...guarded('report.read'),
  request: { params: reportId },
  responses: { 200: sheet, ...missing },
});

const getEvidence = createRoute({
  method: 'get',
  path: `${PATH}/{reportId}/evidence`,
  summary: 'The records behind an item or a part’s totals, and the same place in the earlier report',
  ...guarded('report.read'),
  request: { params: reportId, query: z.object({ part: z.string().max(40), itemId: z.string().max(80).optional() }) },
  responses: { 200: { description: 'At most 500 records', ...json(ReportEvidence) }, ...missing },
});

const patchReport = createRoute({
  method: 'patch',
  path: `${PATH}/{reportId}`,
  summary: 'Words and actions of one’s own draft; figures cannot be written',
  ...guarded('report.write'),
  request: { params: reportId, body: { required: true, ...json(ReportChange) } },
  responses: { 200: sheet, ...refusals },
});

const postFigures = createRoute({
  method: 'post',
  path: `${PATH}/{reportId}/figures`,
  summary: 'Bring the figures of one’s own draft up to date; its words stay',
  ...guarded('report.write'),
  request: { params: reportId, body: { required: true, ...json(Seen) } },
  responses: { 200: sheet, ...refusals },
});

const postSending = createRoute({
  method: 'post',
  path: `${PATH}/{reportId}/sending`,
  summary: 'Send one’s own draft for good',
  ...guarded('report.submit'),
  request: { params: reportId, body: { required: true, ...json(Seen) } },
  responses: { 200: sheet, ...refusals },
});

const postReceipt = createRoute({
  method: 'post',
  path: `${PATH}/{reportId}/receipt`,
  summary: 'Whom it was for has received it',
  ...guarded('report.receive'),
  request: { params: reportId, body: { required: true, ...json(Seen) } },
  responses: { 200: sheet, ...refusals },
});

const postAmendment = createRoute({
  method: 'post',
  path: `${PATH}/{reportId}/amendments`,
  summary: 'A new draft beside what was sent, linked to it',
  ...guarded('report.submit'),
  request: { params: reportId },
  responses: { 201: sheet, ...refusals },
});
