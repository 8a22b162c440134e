import { escaped } from './escaped.ts';
import { type ContentItem, type ContentPart, callsInWords, type ReportContent } from './report-content.ts';
import { weekBars } from './week-bars.ts';

/**
 * The report as a page that needs nothing but itself: what the PDF is printed from, and its twin for whoever
 * has no PDF. `fontUrl` is a data URL, so that printing never asks a network.
 */
export const reportPage = (content: ReportContent, fontUrl: string | null): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(content.title)}</title>
<style>${fontUrl === null ? '' : fontFace(fontUrl)}${STYLE}</style>
</head>
<body>
<main>
<header>
<h1>${escaped(content.title)}</h1>
<p class="about">${escaped(content.about)}</p>
<p class="state">${escaped(content.state)}</p>
</header>
${content.summary === '' ? '' : `<section aria-label="Summary">${paragraphs(content.summary)}</section>`}
${content.parts.map(partHtml).join('\n')}
<footer>${content.callsNote === '' ? '' : `<p>${escaped(content.callsNote)}</p>`}<p>${escaped(content.foot)}</p></footer>
</main>
</body>
</html>
`;

const partHtml = ({ heading, clause, totals, none, items }: ContentPart): string => `<section>
<div class="head"><h2>${escaped(heading)}</h2><span class="clause">${escaped(clause)}</span></div>
${totals === '' ? '' : `<p class="totals">${escaped(totals)}</p>`}
${none === '' ? '' : `<p>${escaped(none)}</p>`}
${items.map(itemHtml).join('\n')}
</section>`;

const itemHtml = ({ code, title, said, words, calls, decided }: ContentItem): string => `<article>
<h3>${code === '' ? '' : `<span class="code">${escaped(code)}</span> `}${escaped(title)}</h3>
${said === '' ? '' : `<p>${escaped(said)}</p>`}
${words === '' ? '' : paragraphs(words)}
${calls === null ? '' : `<div class="calls">${weekBars(calls, escaped(callsInWords(calls)))}<p>${escaped(callsInWords(calls))}</p></div>`}
${decided === '' ? '' : `<p class="decided"><b>Recommended action</b> ${escaped(decided)}</p>`}
</article>`;

const paragraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((each) => `<p class="words">${escaped(each).replaceAll('\n', '<br>')}</p>`)
    .join('\n');

const fontFace = (url: string) =>
  `@font-face { font-family: "Inter"; font-weight: 100 900; src: url("${url}") format("woff2"); }\n`;

// Paper: one grey ink, 11.25 pt and above, nothing that a grey printer loses.
const STYLE = `
@page { size: Letter; margin: 20mm 18mm 22mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #111; font: 15px/21px "Inter", system-ui, "Liberation Sans", Arial, sans-serif; }
main { max-width: 720px; margin: 0 auto; padding: 32px 24px; }
h1 { font-size: 26px; line-height: 32px; letter-spacing: -0.02em; margin: 0 0 8px; text-wrap: balance; }
h2 { font-size: 19px; line-height: 24px; letter-spacing: -0.01em; margin: 0; }
h3 { font-size: 15px; line-height: 21px; margin: 0; }
p { margin: 4px 0 0; text-wrap: pretty; overflow-wrap: anywhere; }
header { border-bottom: 2px solid #111; padding-bottom: 14px; }
.about, .state { color: #333; }
section { margin-top: 26px; }
.head { display: flex; justify-content: space-between; align-items: baseline; gap: 16px; border-bottom: 1px solid #111; padding-bottom: 4px; break-after: avoid; }
.clause { color: #4d4d4d; font-size: 14.7px; white-space: nowrap; }
.totals { font-weight: 600; margin-top: 8px; }
article { padding: 9px 0 10px; border-bottom: 1px solid #c9c9c9; break-inside: avoid; }
.code { font-weight: 500; color: #4d4d4d; margin-right: 4px; }
.words { border-left: 3px solid #c9c9c9; padding-left: 10px; }
.calls { display: flex; align-items: flex-end; gap: 12px; margin: 6px 0 4px; }
.calls svg { flex: none; }
.calls p { margin: 0; font-size: 14.7px; color: #333; }
.decided b { margin-right: 6px; }
footer { margin-top: 28px; color: #4d4d4d; font-size: 14.7px; overflow-wrap: anywhere; }
@media print { main { max-width: none; padding: 0; } }
`;
