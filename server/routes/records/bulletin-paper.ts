import type { Context } from 'hono';
import type { AuditLine } from '#data/schema/records/audit.ts';
import { bulletinDocx } from '#server/bulletin/bulletin-docx.ts';
import { bulletinPage, type Paper } from '#server/bulletin/bulletin-page.ts';
import { NoPrinter } from '#server/documents/open-page.ts';
import { pageFont } from '#server/documents/page-font.ts';
import { printPdf } from '#server/documents/print-pdf.ts';
import { svgPng } from '#server/documents/svg-png.ts';
import { problem } from '#server/routes/problem.ts';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const PAGE_POLICY = `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`; // no script at all, and every word of it escaped

export type Ending = 'pdf' | 'docx' | 'html';
const ENDINGS: Readonly<Record<string, Ending>> = { pdf: 'pdf', docx: 'docx' };
export const endingOf = (file: string): Ending => ENDINGS[file.slice(file.lastIndexOf('.') + 1)] ?? 'html';

/** What the audit says of a taking. */
export function auditOf(file: string): Pick<AuditLine, 'action' | 'words'> {
  const ending = endingOf(file);
  if (ending === 'docx') return { action: 'export', words: 'Word' };
  return { action: 'print', words: ending === 'pdf' ? 'PDF' : 'HTML' };
}

/** The paper as the file that was asked for, named after `reference`. */
export async function answerPaper(c: Context, ending: Ending, paper: Paper, reference: string) {
  if (ending === 'html') {
    c.header('Content-Security-Policy', PAGE_POLICY);
    return c.html(bulletinPage(paper, null), 200);
  }
  const named = `filename="bulletin-${reference.replace(/[^\w-]+/g, '-')}.${ending}"`;
  if (ending === 'docx') {
    const docx = await bulletinDocx(paper, await pictureOf(paper));
    const headers = { 'Content-Type': DOCX, 'Content-Disposition': `attachment; ${named}` };
    return c.body(new Uint8Array(docx), 200, headers);
  }
  try {
    const foot = `${paper.content.label.name}. ${reference.replace(/[^\w-]/g, '')}`;
    const pdf = await printPdf(bulletinPage(paper, await pageFont()), foot);
    return c.body(new Uint8Array(pdf), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; ${named}`,
    });
  } catch (error) {
    if (!(error instanceof NoPrinter)) throw error;
    const html = `${c.req.path.slice(0, -'pdf'.length)}html`;
    return problem(c, 503, { detail: `${error.message} The same bulletin stands at ${html} and prints from there.` });
  }
}

/** The map for a file that holds no SVG; null where there is nothing to draw it with, which the file then says. */
async function pictureOf({ map }: Paper): Promise<Buffer | null> {
  if (map === null) return null;
  return svgPng(map.svg, await pageFont()).catch((error: unknown) => {
    if (error instanceof NoPrinter) return null;
    throw error;
  });
}
