import { escaped } from '#server/documents/escaped.ts';
import type { HandOutContent, PrintedLine } from '#server/hand-out/content.ts';
import { rangeStrip } from '#server/hand-out/files/range-strip.ts';
import type { PublicWords } from './public-words.ts';

/** Every kind of call with its number: those drawn on their usual range, the others as a list, then what is not shown. */
export function callsHtml(content: HandOutContent, words: PublicWords): string {
  const { lines, others, none, withheld, caveat, changed } = content;
  const drawn = lines.length === 0 ? '' : `<ul class="lines">${lines.map(drawnHtml).join('\n')}</ul>`;
  const rest =
    others.lines.length === 0
      ? ''
      : `<div><h3>${escaped(others.heading)}</h3><ul class="rest">${others.lines.map(restHtml).join('\n')}</ul></div>`;
  const said = [changed, none, withheld].filter((line) => line !== '').map((line) => `<p>${escaped(line)}</p>`);
  return `<section aria-labelledby="calls"><h2 class="unseen" id="calls">${escaped(words.calls)}</h2>
${drawn}
<div class="more">
${rest}
${said.join('\n')}
<p class="small">${escaped(caveat)}</p>
</div>
</section>`;
}

const drawnHtml = (line: PrintedLine): string => `<li>
<p class="count"><b>${escaped(line.number)}</b> <span class="kind">${escaped(line.label)}</span> ${againstHtml(line)}</p>
${stripHtml(line)}
<p class="usual small">${[line.usual?.words ?? '', line.before]
  .filter((said) => said !== '')
  .map((said) => `<span>${escaped(said)}</span>`)
  .join(' ')}</p>
</li>`;

const restHtml = (line: PrintedLine): string => {
  const usual = [line.usual?.words ?? '', line.before].filter((said) => said !== '').join('; ');
  return `<li><b>${escaped(line.number)}</b> <span>${escaped(line.label)}${usual === '' ? '' : ` <span class="small">${escaped(usual)}</span>`}</span> ${againstHtml(line)}</li>`;
};

const MARKS: Readonly<Record<PrintedLine['verdict'], string>> = {
  usual: '<circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" stroke-width="2"/>',
  unusual: '<path d="M7 0.5 13.5 7 7 13.5 0.5 7Z" fill="currentColor"/>',
  'not-judged':
    '<circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="1.5 2"/>',
};

const againstHtml = ({ verdict, against }: PrintedLine): string =>
  `<span class="against${verdict === 'unusual' ? ' unusual' : ' small'}"><svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">${MARKS[verdict]}</svg>${escaped(against)}</span>`;

const WIDE = 400;
const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** The usual range as a bar, the count as a mark on it; every line has a scale of its own, from zero. */
function stripHtml(line: PrintedLine): string {
  const strip = rangeStrip(line);
  if (strip === null) return '';
  const { low, high, at } = strip;
  const mark =
    line.verdict === 'unusual'
      ? '<path class="mark" d="M0 -8 8 0 0 8 -8 0Z" stroke-width="2"/>'
      : '<circle class="ring" r="6" stroke-width="3"/>';
  return `<svg class="strip" aria-hidden="true"><line class="line" x1="0" x2="100%" y1="11" y2="11"/><rect class="bar" x="${percent(low)}" y="4" width="${percent(Math.max(high - low, 2 / WIDE))}" height="14"/><svg x="${percent(at)}" y="11">${mark}</svg></svg>`;
}
