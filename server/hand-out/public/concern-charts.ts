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
  const highOf = (height: number) => Math.round(height * HIGH);
  const boxes = bars.map(({ at, width, height }) => {
    const high = height === null ? LOW : highOf(height);
    return `<rect class="${height === null ? 'untold' : 'bar'}" x="${percent(at + GAP)}" width="${percent(width - 2 * GAP)}" y="${FLOOR - high}" height="${high}"/>`;
  });
  const numbers = bars.map(({ at, width, height, number }) =>
    height === null
      ? ''
      : `<text x="${percent(at + width / 2)}" y="${FLOOR - highOf(height) - 5}" text-anchor="middle">${escaped(number)}</text>`,
  );
  return `<svg class="bars" role="img" aria-label="${escaped(`${label} ${told.words}`)}">${boxes.join('')}<line class="line" x1="0" x2="100%" y1="${FLOOR}" y2="${FLOOR}"/>${heardHtml(told)}${numbers.join('')}</svg>
<p class="ends small"><span>${escaped(first)}</span> <span>${escaped(last)}</span></p>`;
}

const SIDE = 0.31; // of the width, where words centered over the line would leave a phone

/** The day of the concern, with its words over it. */
function heardHtml({ at, words }: ConcernChart['told']): string {
  if (at === null) return '';
  const anchor = at < SIDE ? 'start' : at > 1 - SIDE ? 'end' : 'middle';
  return `<line class="heard" x1="${percent(at)}" x2="${percent(at)}" y1="20" y2="${FLOOR}"/><text class="heard" x="${percent(at)}" y="13" text-anchor="${anchor}">${escaped(words)}</text>`;
}

function tableHtml({ rows }: ConcernChart, { heads, table }: Charts): string {
  if (rows.length === 0) return '';
  const lines = rows.map(([days, calls]) => `<tr><td>${escaped(days)}</td><td>${escaped(calls)}</td></tr>`);
  return `<details><summary>${escaped(table)}</summary><table class="dots"><thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead><tbody>${lines.join('')}</tbody></table></details>`;
}
