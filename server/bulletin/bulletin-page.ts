import { escaped } from '#server/documents/escaped.ts';
import type { BulletinContent } from './bulletin-content.ts';
import type { BulletinMap } from './bulletin-map.ts';
import { counted } from './bulletin-words.ts';
import { CASE_HEADS, type CaseColumn, type CaseRow } from './case-words.ts';
import { hoursHtml } from './hours-html.ts';
import { PAGE_STYLE } from './page-style.ts';
import { sheetsOf } from './sheets.ts';

export type Paper = {
  readonly content: BulletinContent;
  readonly map: BulletinMap | null;
  readonly copy: string; // whose copy it is, and of when
};

/** The bulletin as a page that needs nothing but itself: what the PDF is printed from. `fontUrl` is a data URL. */
export function bulletinPage({ content, map, copy }: Paper, fontUrl: string | null): string {
  const [first = [], ...more] = sheetsOf(content);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(content.title)}</title>
<style>${fontUrl === null ? '' : `@font-face { font-family: "Inter"; font-weight: 100 900; src: url("${fontUrl}") format("woff2"); }`}${PAGE_STYLE}</style>
</head>
<body${content.table === null ? ' class="open"' : ''}>
<main class="sheet">
${labelHtml(content.label.name, content.label.rule, 'head')}
<header>
<h1>${escaped(content.title)}</h1>
<p>${escaped(content.about)}</p>
<p class="state">${escaped(content.state)}</p>
</header>
<div class="top">
<figure>${map === null ? '<p>No map: no case and no group has a place.</p>' : map.svg}<figcaption>${escaped(captionOf(content, map))}</figcaption></figure>
<div class="words">
${content.parts.map(({ heading, text }) => `<section class="part"><h2>${escaped(heading)}</h2><p>${lines(text)}</p></section>`).join('\n')}
${content.advice === null ? '' : `<section class="advice"><h2>Recommended times</h2><p>${lines(content.advice)}</p></section>`}
${content.counts === '' ? '' : `<p class="counts">${escaped(content.counts)}</p>`}
</div>
</div>
${content.hours === null ? '' : hoursHtml(content.hours)}
${listHtml(content, first, more)}
${footHtml(content, copy)}
</main>
${more.map((rows, i) => nextSheet(content, rows, { page: i + 2, pages: more.length + 1, copy })).join('\n')}
</body>
</html>
`;
}

/** Beside the map: what its marks mean, and what it could not show. */
export const captionOf = ({ mapNote }: BulletinContent, map: BulletinMap | null): string =>
  [mapNote, map?.note ?? ''].join(' ').trim();

/** What is said where the list goes on, so that nobody takes the first page for all of it. */
export const moreInWords = (more: readonly (readonly CaseRow[])[]): string => {
  const left = more.reduce((sum, rows) => sum + rows.length, 0);
  if (left === 0) return '';
  return `${counted(left, 'more case')} on ${more.length === 1 ? 'page 2' : `pages 2 to ${more.length + 1}`}.`;
};

function listHtml({ table: all }: BulletinContent, first: readonly CaseRow[], more: readonly CaseRow[][]): string {
  if (all === null) return '';
  const table =
    first.length === 0 ? '' : tableHtml(all.columns, first, more.length > 0 ? 'Cases, the first of them' : 'Cases');
  const on = moreInWords(more);
  return `<section class="list"><h2${first.length === 0 ? '' : ' class="unseen"'}>Cases</h2>
${table}
${on === '' ? '' : `<p class="more">${escaped(on)}</p>`}
</section>`;
}

const tableHtml = (columns: readonly CaseColumn[], rows: readonly CaseRow[], name: string): string =>
  `<table class="cases" aria-label="${escaped(name)}">
<thead><tr>${columns.map((column) => `<th scope="col" class="${column}">${CASE_HEADS[column]}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${columns.map((column) => cellHtml(column, row[column])).join('')}</tr>`).join('\n')}
</tbody>
</table>`;

const cellHtml = (column: CaseColumn, words: string): string =>
  column === 'no'
    ? `<th scope="row" class="no">${escaped(words)}</th>`
    : `<td class="${column}">${escaped(words)}</td>`;

type At = { readonly page: number; readonly pages: number; readonly copy: string };

const nextSheet = (content: BulletinContent, rows: readonly CaseRow[], { page, pages, copy }: At): string =>
  `<section class="sheet next">
${labelHtml(content.label.name, content.label.rule, 'head')}
<h2>${escaped(content.title)}: cases, page ${page} of ${pages}</h2>
${tableHtml(content.table?.columns ?? [], rows, `Cases, page ${page}`)}
${footHtml({ ...content, notes: [] }, copy)}
</section>`;

const labelHtml = (name: string, words: string, where: 'head' | 'foot'): string =>
  `<p class="label ${where}"><b>${escaped(name)}</b> ${escaped(words)}</p>`;

const footHtml = (content: BulletinContent, copy: string): string => `<footer>
${content.notes.map((note) => `<p>${escaped(note)}</p>`).join('\n')}
<p class="hash">${escaped(content.foot)}</p>
${labelHtml(content.label.name, copy, 'foot')}
</footer>`;

const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>');
