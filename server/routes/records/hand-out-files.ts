import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { LocalDate } from '#data/schema/records/common.ts';
import { HandOutLanguage, PaperSize } from '#data/schema/records/hand-out.ts';
import { NoPrinter } from '#server/documents/open-page.ts';
import { RecordMissing } from '#server/errors.ts';
import { releasedPage } from '#server/hand-out/desk/known-of-page.ts';
import { readDesk } from '#server/hand-out/desk/read-desk.ts';
import {
  FileLeaks,
  HAND_OUT_FILES,
  type HandOutFile,
  handOutFile,
  previewHtml,
  previewPdf,
  type ThePage,
} from '#server/hand-out/page/hand-out-file.ts';
import { stopLeak } from '#server/hand-out/public/look-through.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { problem, refused } from '#server/routes/problem.ts';
import { printedGround } from '#server/store/public-pages.ts';
import { auditAct, type RecordStore } from '#server/store/record-store.ts';

/** No script at all and every word escaped; our own pages may frame it, nobody else's. */
const PAGE_POLICY = `default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'`;

const TYPES: Readonly<Record<HandOutFile, string>> = {
  html: 'text/html; charset=UTF-8',
  'letter.pdf': 'application/pdf',
  'a4.pdf': 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/** A hand-out as files: the page that would be printed, and each that was released, looked through before it leaves. */
export function handOutFileRoutes(records: RecordStore, home: string) {
  const preview = async (c: Context, groupId: string, asked: z.infer<typeof PreviewQuery>): Promise<ThePage> => {
    const { from, to, meetingId } = asked;
    const { facts } = await readDesk(home, records, actingOf(c), groupId, { from, to, meetingId });
    const geometry = await records.as(actingOf(c), (tx) => printedGround(tx, facts));
    return { facts, released: null, geometry };
  };
  return newRoutes()
    .openapi(getPreviewPage, async (c) => {
      const asked = c.req.valid('query');
      const html = await previewHtml(home, await preview(c, c.req.valid('param').groupId, asked), asked);
      framed(c);
      return c.html(html, 200);
    })
    .openapi(getPreviewPdf, async (c) => {
      const asked = c.req.valid('query');
      const { groupId } = c.req.valid('param');
      const page = await preview(c, groupId, asked);
      return printed(
        c,
        `The same page stands at ${c.req.path.replace(/pdf$/, 'html')} and prints from there.`,
        async () => {
          const pdf = await previewPdf(home, page, asked);
          return c.body(new Uint8Array(pdf), 200, named('application/pdf', `draft-${groupId}.${asked.language}.pdf`));
        },
      );
    })
    .openapi(getFile, async (c) => {
      const { file: name } = c.req.valid('param');
      const { handOutId, language, file } = partsOf(name);
      const acting = actingOf(c);
      const { page, known } = await records.as(acting, async (tx) => {
        const action = file === 'docx' || file === 'pptx' ? 'export' : 'print';
        await auditAct(tx, { action, kind: 'hand-out', recordId: handOutId, words: name });
        return releasedPage(home, tx, handOutId);
      });
      const twin = c.req.path.replace(/(html|letter\.pdf|a4\.pdf|docx|pptx)$/, 'html');
      return printed(c, `The same page stands at ${twin} and prints from there.`, async () => {
        try {
          const bytes = await handOutFile(home, page, { language, file, known });
          if (file === 'html') framed(c);
          return c.body(new Uint8Array(bytes), 200, named(TYPES[file], name));
        } catch (error) {
          if (!(error instanceof FileLeaks)) throw error;
          await stopLeak(records, acting, handOutId, error);
          return problem(c, 500, {
            detail: `${error.message}. Nothing left. Withdraw the page, and tell who runs this.`,
          });
        }
      });
    });
}

function framed(c: Context): void {
  c.header('Content-Security-Policy', PAGE_POLICY);
  c.header('X-Frame-Options', 'SAMEORIGIN');
}

async function printed<T>(c: Context, instead: string, work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof NoPrinter)) throw error;
    return problem(c, 503, { detail: `${error.message} ${instead}` });
  }
}

const named = (type: string, name: string) => ({
  'Content-Type': type,
  'Content-Disposition': `${/\.(docx|pptx)$/.test(name) ? 'attachment' : 'inline'}; filename="${name.replace(/[^\w.-]+/g, '-')}"`,
});

function partsOf(name: string): { handOutId: string; language: HandOutLanguage; file: HandOutFile } {
  const [, handOutId, language, ending] = /^([\w-]+)\.(en|es)\.([a-z0-9.]+)$/.exec(name) ?? [];
  const file = HAND_OUT_FILES.find((each) => each === ending);
  const known = HandOutLanguage.safeParse(language);
  if (handOutId === undefined || file === undefined || !known.success) throw new RecordMissing(`The file ${name}`);
  return { handOutId, language: known.data, file };
}

const binary = z.any().openapi({ type: 'string', format: 'binary' });
const missing = {
  404: refused('Not here'),
  422: refused('No page can be made of these days'),
  503: refused('No Chromium to print with'),
};
const PreviewQuery = z.object({
  language: HandOutLanguage.default('en'),
  paper: PaperSize.default('letter'),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  meetingId: z.string().max(120).optional(),
  seen: z.string().max(64).optional(), // of the facts: another address once they change
});
const previewRequest = { params: z.object({ groupId: z.string().max(120) }), query: PreviewQuery };

const getPreviewPage = createRoute({
  method: 'get',
  path: '/api/records/groups/{groupId}/hand-out/preview.html',
  summary: 'The page as it would be printed, marked as a draft',
  ...guarded('hand-out.read'),
  request: previewRequest,
  responses: { 200: { description: 'HTML', content: { 'text/html': { schema: z.string() } } }, ...missing },
});

const getPreviewPdf = createRoute({
  method: 'get',
  path: '/api/records/groups/{groupId}/hand-out/preview.pdf',
  summary: 'The same as PDF',
  ...guarded('hand-out.read'),
  request: previewRequest,
  responses: { 200: { description: 'PDF', content: { 'application/pdf': { schema: binary } } }, ...missing },
});

const getFile = createRoute({
  method: 'get',
  path: '/api/records/hand-outs/{file}',
  summary: 'A released page as a file: HO-0012.en.letter.pdf',
  ...guarded('hand-out.read'),
  request: { params: z.object({ file: z.string().max(120) }) },
  responses: {
    200: {
      description: 'The file',
      content: Object.fromEntries(Object.values(TYPES).map((type) => [type, { schema: binary }])),
    },
    500: refused('The finished file held what must not leave; nothing left'),
    ...missing,
  },
});
