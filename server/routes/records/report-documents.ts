import { createRoute, z } from '@hono/zod-openapi';
import { may } from '#data/schema/permissions.ts';
import type { AuditLine } from '#data/schema/records/audit.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { callsBeside } from '#server/brief/concern-calls.ts';
import { NoPrinter } from '#server/documents/open-page.ts';
import { pageFont } from '#server/documents/page-font.ts';
import { printPdf } from '#server/documents/print-pdf.ts';
import { contentOf, type ReportContent } from '#server/documents/report-content.ts';
import { reportDocx } from '#server/documents/report-docx.ts';
import { reportPage } from '#server/documents/report-page.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { problem, refused } from '#server/routes/problem.ts';
import { reportGrounds } from '#server/store/concern-grounds.ts';
import { auditAct, type RecordStore } from '#server/store/record-store.ts';
import { sheetOf } from '#server/store/report-sheet.ts';
import { theReport } from '#server/store/reports.ts';

/** A report on paper: PDF, Word, and the page that both say the same as. Each taking is in the audit. */
export function reportDocumentRoutes(records: RecordStore, home: string) {
  const take = async (
    acting: Acting,
    reportId: string,
    action: AuditLine['action'],
    words: string,
  ): Promise<ReportContent> => {
    const { sheet, grounds } = await records.as(acting, async (tx) => {
      const found = await sheetOf(tx, acting, await theReport(tx, reportId));
      await auditAct(tx, { action, kind: 'report', recordId: reportId, words });
      const mayCount = may(acting.actor.role, 'briefing.read');
      return { sheet: found, grounds: mayCount ? await reportGrounds(tx, found.report) : [] };
    });
    return contentOf(sheet, await callsBeside(home, grounds, sheet.report.to));
  };
  return newRoutes()
    .openapi(getPdf, async (c) => {
      const { reportId } = c.req.valid('param');
      const content = await take(actingOf(c), reportId, 'print', 'PDF');
      try {
        const pdf = await printPdf(reportPage(content, await pageFont()), `Report ${reportId.replace(/[^\w/-]/g, '')}`);
        return c.body(new Uint8Array(pdf), 200, named(reportId, 'pdf', 'application/pdf', 'inline'));
      } catch (error) {
        if (!(error instanceof NoPrinter)) throw error;
        return problem(c, 503, {
          detail: `${error.message} The same report stands at report.html and prints from there.`,
        });
      }
    })
    .openapi(getDocx, async (c) => {
      const { reportId } = c.req.valid('param');
      const docx = await reportDocx(await take(actingOf(c), reportId, 'export', 'Word'));
      return c.body(new Uint8Array(docx), 200, named(reportId, 'docx', DOCX, 'attachment'));
    })
    .openapi(getPage, async (c) => {
      const { reportId } = c.req.valid('param');
      const content = await take(actingOf(c), reportId, 'print', 'HTML');
      c.header('Content-Security-Policy', PAGE_POLICY);
      return c.html(reportPage(content, null), 200);
    });
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const PAGE_POLICY = `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`; // no script at all, and every word of it escaped

const named = (reportId: string, ending: string, type: string, as: 'inline' | 'attachment') => ({
  'Content-Type': type,
  'Content-Disposition': `${as}; filename="report-${reportId.replace(/[^\w-]+/g, '-')}.${ending}"`,
});

const file = z.any().openapi({ type: 'string', format: 'binary' });
const PATH = '/api/records/reports/{reportId}';
const request = { params: z.object({ reportId: z.string().max(120) }) };
const missing = { 404: refused('Not here') };

const getPdf = createRoute({
  method: 'get',
  path: `${PATH}/report.pdf`,
  summary: 'Tagged PDF',
  ...guarded('report.read'),
  request,
  responses: {
    200: { description: 'PDF', content: { 'application/pdf': { schema: file } } },
    503: refused('No Chromium to print with'),
    ...missing,
  },
});

const getDocx = createRoute({
  method: 'get',
  path: `${PATH}/report.docx`,
  summary: 'For a word processor',
  ...guarded('report.read'),
  request,
  responses: { 200: { description: 'DOCX', content: { [DOCX]: { schema: file } } }, ...missing },
});

const getPage = createRoute({
  method: 'get',
  path: `${PATH}/report.html`,
  summary: 'The same as a page that needs nothing else',
  ...guarded('report.read'),
  request,
  responses: { 200: { description: 'HTML', content: { 'text/html': { schema: z.string() } } }, ...missing },
});
