import { escaped } from '#server/documents/escaped.ts';
import { withPage } from '#server/documents/open-page.ts';

const LINE = 'width:100%;padding:0 15mm;font:11px sans-serif;color:#111;display:flex;justify-content:space-between';

/** The notes as a tagged PDF with `mark` in the head line of every page. Throws `NoPrinter`. */
export const sheetPdf = (html: string, mark: string): Promise<Buffer> =>
  withPage(html, (page) =>
    page.pdf({
      ...{ preferCSSPageSize: true, tagged: true, outline: true, displayHeaderFooter: true, printBackground: true },
      headerTemplate: `<div style="${LINE}"><span>${escaped(mark)}</span></div>`,
      footerTemplate: `<div style="${LINE}"><span></span><span><span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`,
    }),
  );
