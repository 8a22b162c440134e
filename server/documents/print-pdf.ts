import { withPage } from './open-page.ts';

/** Prints a page that stands on its own as a tagged PDF with title and language. Throws `NoPrinter`. */
export const printPdf = (html: string, foot: string): Promise<Buffer> =>
  withPage(html, (page) =>
    page.pdf({
      format: 'Letter',
      preferCSSPageSize: true,
      tagged: true,
      outline: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: `<div style="width:100%;padding:0 18mm;font:10px sans-serif;color:#4d4d4d;display:flex;justify-content:space-between"><span>${foot}</span><span><span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`,
    }),
  );
