import { createRoute, z } from '@hono/zod-openapi';
import { ReportCalls } from '#data/schema/records/report-view.ts';
import { callsBeside } from '#server/brief/concern-calls.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import { concernGrounds } from '#server/store/concern-grounds.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { theReport } from '#server/store/reports.ts';

/** The calls beside the concerns of a report: evidence to read with it, no part of what is sent. */
export const reportCallRoutes = (records: RecordStore, home: string) =>
  newRoutes().openapi(getCalls, async (c) => {
    const { reportId } = c.req.valid('param');
    const { concernId } = c.req.valid('query');
    const { grounds, to } = await records.as(actingOf(c), async (tx) => {
      const report = await theReport(tx, reportId);
      return { grounds: await concernGrounds(tx, [concernId], report.to), to: report.to };
    });
    return c.json((await callsBeside(home, grounds, to))[0] ?? null, 200);
  });

const getCalls = createRoute({
  method: 'get',
  path: '/api/records/reports/{reportId}/calls',
  summary: 'Calls of the concern’s kind in its group, by week with the usual range; null where there are none to count',
  ...guarded('briefing.read'),
  request: {
    params: z.object({ reportId: z.string().max(120) }),
    query: z.object({ concernId: z.string().max(40) }),
  },
  responses: {
    200: { description: 'Weeks', content: { 'application/json': { schema: ReportCalls.nullable() } } },
    404: refused('Not here'),
  },
});
