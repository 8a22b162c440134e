import { escaped } from '#server/documents/escaped.ts';
import type { BulletinContent } from './bulletin-content.ts';
import type { BulletinMap } from './bulletin-map.ts';
import { counted } from './bulletin-words.ts';
import { CASE_HEADS, type CaseColumn, type CaseRow } from './case-words.ts';
import { hoursHtml } from './hours-html.ts';
import { PAGE_STYLE } from './page-style.ts';
import { type Sheets, sheetsOf } from './sheets.ts';

export type Paper = {
  readonly content: BulletinContent;
  readonly map: BulletinMap | null;
  readonly copy: string; // whose copy it is, and of when
};

/** The bulletin as a page that needs nothing but itself: what the PDF is printed from. `fontUrl` is a data URL. */
export function bulletinPage({ content, map, copy }: Paper, fontUrl: string | null): string {
  const sheets = sheetsOf(content);
  const { isLong, more } = sheets;
  const hours = content.hours === null ? '' : hoursHtml(content.hours);
  const font = fontUrl === null ? '' : fontFace(fontUrl);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(content.title)}</title>
<style>${font}${PAGE_STYLE}</style>
</head>
<body${content.table === null ? ' class="open"' : ''}>
<main>
<div class="sheet">
${labelHtml(content.label.name, content.label.rule, 'head')}
<header>
<h1>${escaped(content.title)}</h1>
<p>${escaped(content.about)}</p>
<p class="state">${escaped(content.state)}</p>
</header>
<div class="top${isLong ? ' long' : ''}">
${content.table === null ? `${wordsHtml(content)}${figureHtml(content, map)}` : `${figureHtml(content, map)}${wordsHtml(content)}`}
</div>
${isLong ? '' : hours}
${listHtml(content, sheets)}
${footHtml(content, copy)}
</div>
${more.map((rows, i) => nextSheet(content, rows, { before: isLong && i === 0 ? hours : '', copy })).join('\n')}
</main>
</body>
</html>
`;
}

const fontFace = (url: string) =>
  `@font-face { font-family: "Inter"; font-weight: 100 900; src: url("${url}") format("woff2"); }`;

const figureHtml = (content: BulletinContent, map: BulletinMap | null): string =>
  `<figure>${map === null ? '<p>No map: no case and no group has a place.</p>' : map.svg}<figcaption>${escaped(captionOf(content, map))}</figcaption></figure>`;

const wordsHtml = ({ parts, advice, counts }: BulletinContent): string => `<div class="words">
${parts.map(({ heading, text }) => `<section class="part"><h2>${escaped(heading)}</h2><p>${lines(text)}</p></section>`).join('\n')}
${advice === null ? '' : `<section class="advice"><h2>Recommended times</h2><p>${lines(advice)}</p></section>`}
${counts === '' ? '' : `<p class="counts">${escaped(counts)}</p>`}
</div>`;

/** Beside the map: what its marks mean, and what it could not show. */
export const captionOf = ({ mapNote }: BulletinContent, map: BulletinMap | null): string =>
  [mapNote, map?.note ?? ''].join(' ').trim();

function listHtml({ table }: BulletinContent, { isLong, first, more }: Sheets): string {
  if (table === null) return '';
  const name = more.length > 0 ? 'Cases, the first of them' : 'Cases';
  const shown = first.length === 0 ? '' : tableHtml(table.columns, first, name);
  const on = moreInWords(table.rows.length - first.length, more.length, isLong);
  return `<section class="list"><h2${first.length === 0 ? '' : ' class="unseen"'}>Cases</h2>
${shown}
${on === '' ? '' : `<p class="more">${escaped(on)}</p>`}
</section>`;
}

/** Said where the list goes on, so that nobody takes the first page for all of it. */
function moreInWords(left: number, pages: number, isLong: boolean): string {
  if (left === 0) return '';
  if (isLong) return `${counted(left, 'case')}, and their days and hours, on the pages that follow.`;
  return `${counted(left, 'more case')} on ${pages === 1 ? 'page 2' : `pages 2 to ${pages + 1}`}.`;
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

type Next = { readonly before: string; readonly copy: string };

const nextSheet = (content: BulletinContent, rows: readonly CaseRow[], { before, copy }: Next): string =>
  `<section class="sheet next">
${labelHtml(content.label.name, content.label.rule, 'head')}
<h2>${escaped(content.title)}: cases ${rows[0]?.no} to ${rows.at(-1)?.no}</h2>
${before}
${tableHtml(content.table?.columns ?? [], rows, `Cases ${rows[0]?.no} to ${rows.at(-1)?.no}`)}
${footHtml({ ...content, notes: [] }, copy)}
</section>`;

const labelHtml = (name: string, words: string, where: 'head' | 'foot'): string =>
  `<p class="label ${where}"><b>${escaped(name)}</b> ${escaped(words)}</p>`;

const footHtml = (content: BulletinContent, copy: string): string => `<footer>
${content.notes.map((note) => `<p>${escaped(note).replace(/\bCB-\w{4}-\w{4}\b/, '<span class="code">$&</span>')}</p>`).join('\n')}
<p class="hash">${escaped(content.foot)}</p>
${labelHtml(content.label.name, copy, 'foot')}
</footer>`;

const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>');
