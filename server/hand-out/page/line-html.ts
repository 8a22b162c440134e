import { escaped } from '#server/documents/escaped.ts';
import type { PrintedLine } from '#server/hand-out/content.ts';
import type { Cut } from './cuts.ts';

const WIDTHS: Readonly<Record<Cut['space'], number>> = { roomy: 344, close: 344, tight: 224 }; // pixels; beside its range where it is tight
const EDGE = 8;
const MIDDLE = 10;

/** A count on its usual range: the number, what it counts, the verdict in shape and word, and the range drawn. */
export const lineHtml = (line: PrintedLine, space: Cut['space']): string => `<li class="line">
<p class="head"><span class="number">${line.number}</span> <span class="label">${escaped(line.label)}</span> <span class="verdict ${line.verdict}">${GLYPHS[line.verdict]}${escaped(line.against)}</span></p>
${stripSvg(line, WIDTHS[space])}
<p class="range">${escaped(line.usual?.words ?? '')}${line.before === '' || space === 'tight' ? '' : ` <span class="before">${escaped(line.before)}</span>`}</p>
</li>`;

/** Shape and lightness tell the verdicts apart, never a hue. */
export const glyphOf = (verdict: PrintedLine['verdict']): string => GLYPHS[verdict];
const GLYPHS: Readonly<Record<PrintedLine['verdict'], string>> = {
  unusual: glyph('<path d="M6 .2 11.8 6 6 11.8 .2 6z" fill="currentColor"/>'),
  usual: glyph('<circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" stroke-width="1.6"/>'),
  'not-judged': glyph(
    '<circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="1.5 2"/>',
  ),
};
function glyph(shape: string): string {
  return `<svg class="glyph" width="13" height="13" viewBox="0 0 12 12" aria-hidden="true">${shape}</svg>`;
}

/** Each line has its own scale: nothing but the count and its own range is compared. */
function stripSvg({ observed, usual, verdict }: PrintedLine, wide: number): string {
  if (usual === null) return '';
  const most = Math.max(usual.high, observed, 4) * 1.25;
  const at = (value: number) => EDGE + (value / most) * (wide - 2 * EDGE);
  const [low, high, x] = [at(usual.low), at(usual.high), at(observed)];
  const mark =
    verdict === 'unusual'
      ? `<path d="M${x.toFixed(1)} ${MIDDLE - 8.5}l8.5 8.5l-8.5 8.5l-8.5-8.5z" fill="#111111" stroke="#ffffff" stroke-width="2"/>`
      : `<circle cx="${x.toFixed(1)}" cy="${MIDDLE}" r="5.4" fill="#ffffff" stroke="#333333" stroke-width="2.9"/>`;
  return `<svg class="strip" width="${wide}" height="20" viewBox="0 0 ${wide} 20" aria-hidden="true"><path d="M${EDGE} ${MIDDLE}H${wide - EDGE}" stroke="#8c8c8c"/><rect x="${low.toFixed(1)}" y="2" width="${Math.max(2, high - low).toFixed(1)}" height="16" fill="#d9d9d9" stroke="#8c8c8c" stroke-width=".8"/>${mark}</svg>`;
}
