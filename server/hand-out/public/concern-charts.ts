import { escaped } from '#server/documents/escaped.ts';
import type { ConcernChart, HandOutContent } from '#server/hand-out/content.ts';
import { saidHtml } from './said-html.ts';

type Charts = HandOutContent['charts'];

/** The concerns of the page with the calls of their kinds over the year, drawn and as a table. Empty on older pages. */
export function concernChartsHtml(charts: Charts): string {
  const { heading, lead, notTold, concerns } = charts;
  if (concerns.length === 0) return '';
  return `<section class="part trends"><h2>${escaped(heading)}</h2>
${lead === '' ? '' : `<p class="small">${escaped(lead)}</p>`}
<div class="two">${concerns.map((chart) => chartHtml(chart, charts)).join('\n')}</div>
${notTold === '' ? '' : `<p class="small">${escaped(notTold)}</p>`}
</section>`;
}

const chartHtml = (chart: ConcernChart, charts: Charts): string => `<article class="trend">
<h3>${saidHtml(chart.said)} <span class="ref">${escaped(chart.reference)}</span></h3>
<p class="small">${escaped(chart.kind)}</p>
${chart.few === '' ? barsHtml(chart) : `<p>${escaped(chart.few)}</p>`}
${chart.told.at === null ? `<p class="small">${escaped(chart.told.words)}</p>` : ''}
${tableHtml(chart, charts)}
</article>`;

const [TOP, HIGH, LOW] = [46, 96, 12]; // room over the bars, the highest bar, and the outline of what is not told
const FLOOR = TOP + HIGH;
const GAP = 0.004; // of the width, at each side of a bar
const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** Widths are shares of the window and heights are pixels, so that letters stay as large as those around them. */
function barsHtml({ bars, label, told, ends: [first, last] }: ConcernChart): string {
  const drawn = bars.map(({ at, width, height, number }) => {
    const box = `x="${percent(at + GAP)}" width="${percent(width - 2 * GAP)}"`;
    if (height === null) return `<rect class="untold" ${box} y="${FLOOR - LOW}" height="${LOW}"/>`;
    const high = Math.round(height * HIGH);
    return `<rect class="bar" ${box} y="${FLOOR - high}" height="${high}"/><text x="${percent(at + width / 2)}" y="${FLOOR - high - 5}" text-anchor="middle">${escaped(number)}</text>`;
  });
  return `<svg class="bars" role="img" aria-label="${escaped(label)}">${drawn.join('')}<line class="line" x1="0" x2="100%" y1="${FLOOR}" y2="${FLOOR}"/>${lineHtml(told)}</svg>
<p class="ends small"><span>${escaped(first)}</span> <span>${escaped(last)}</span></p>`;
}

/** The day of the concern, its words on the side where there is room. */
function lineHtml({ at, words }: ConcernChart['told']): string {
  if (at === null) return '';
  const isLate = at > 0.5;
  return `<line class="heard" x1="${percent(at)}" x2="${percent(at)}" y1="0" y2="${FLOOR}"/><text class="heard" x="${percent(at)}" dx="${isLate ? -7 : 7}" y="14" text-anchor="${isLate ? 'end' : 'start'}">${escaped(words)}</text>`;
}

function tableHtml({ rows }: ConcernChart, { heads, table }: Charts): string {
  if (rows.length === 0) return '';
  const lines = rows.map(([days, calls]) => `<tr><td>${escaped(days)}</td><td>${escaped(calls)}</td></tr>`);
  return `<details><summary>${escaped(table)}</summary><table class="dots"><thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead><tbody>${lines.join('')}</tbody></table></details>`;
}
