import { createRoute, z } from '@hono/zod-openapi';
import { bboxOfAreas } from '#analysis/shared/bbox.ts';
import { LocalDate } from '#data/schema/records/common.ts';
import { NoPrinter } from '#server/documents/open-page.ts';
import { pageFont } from '#server/documents/page-font.ts';
import { readGround } from '#server/documents/place-map/street-ground.ts';
import { type SheetFacts, sheetFacts } from '#server/hand-out/officer-sheet/sheet-facts.ts';
import { markOf, sheetHtml } from '#server/hand-out/officer-sheet/sheet-html.ts';
import { sheetPdf } from '#server/hand-out/officer-sheet/sheet-pdf.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { problem, refused } from '#server/routes/problem.ts';
import type { RecordStore } from '#server/store/record-store.ts';

const PAGE_POLICY = `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/** What an officer takes along to a meeting and keeps: counted at the own level, marked with who printed it and when. */
export const officerSheetRoutes = (records: RecordStore, home: string) =>
  newRoutes()
    .openapi(getPage, async (c) => {
      const taking = { action: 'print', words: 'HTML' } as const;
      const { groupId } = c.req.valid('param');
      const facts = await sheetFacts(home, records, actingOf(c), groupId, { asked: c.req.valid('query'), taking });
      c.header('Content-Security-Policy', PAGE_POLICY);
      c.header('Cache-Control', 'no-store');
      return c.html(sheetHtml(facts, await groundOf(home, facts), null), 200);
    })
    .openapi(getPdf, async (c) => {
      const taking = { action: 'print', words: 'PDF' } as const;
      const { groupId } = c.req.valid('param');
      const facts = await sheetFacts(home, records, actingOf(c), groupId, { asked: c.req.valid('query'), taking });
      try {
        const html = sheetHtml(facts, await groundOf(home, facts), await pageFont());
        return c.body(new Uint8Array(await sheetPdf(html, markOf(facts))), 200, {
          'Content-Type': 'application/pdf',
          'Content-Disposition': `inline; filename="officer-notes-${groupId.replace(/[^\w-]+/g, '-')}.pdf"`,
          'Cache-Control': 'no-store',
        });
      } catch (error) {
        if (!(error instanceof NoPrinter)) throw error;
        return problem(c, 503, {
          detail: `${error.message} The same notes stand at officer-sheet.html and print from there.`,
        });
      }
    });

const AROUND = 0.01; // degrees: what a map wider than the area shows

async function groundOf(home: string, { geometry }: SheetFacts) {
  const box = bboxOfAreas([geometry]);
  if (box === null) return [];
  const [west, south, east, north] = box;
  return (await readGround(home, [west - AROUND, south - AROUND, east + AROUND, north + AROUND])) ?? [];
}

const PATH = '/api/records/groups/{groupId}/officer-sheet';
const request = {
  params: z.object({ groupId: z.string().max(120) }),
  query: z.object({ from: LocalDate.optional(), to: LocalDate.optional() }),
};
const refusals = {
  404: refused('No such group, or no calls yet'),
  422: refused('Days without calls, or no boundary on the last of them'),
};

const getPage = createRoute({
  method: 'get',
  path: `${PATH}.html`,
  summary: 'Officer’s notes for a meeting; not to be handed out',
  ...guarded('briefing.read'),
  request,
  responses: { 200: { description: 'HTML', content: { 'text/html': { schema: z.string() } } }, ...refusals },
});

const getPdf = createRoute({
  method: 'get',
  path: `${PATH}.pdf`,
  summary: 'The same as a tagged PDF, marked on every page',
  ...guarded('briefing.read'),
  request,
  responses: {
    200: {
      description: 'PDF',
      content: { 'application/pdf': { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
    },
    503: refused('No Chromium to print with'),
    ...refusals,
  },
});
