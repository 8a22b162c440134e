import type PptxGenJS from 'pptxgenjs';
import type { PrintedLine } from '#server/hand-out/content.ts';
import { briefly, GLYPHS } from './lines-docx.ts';
import { rangeStrip } from './range-strip.ts';
import { bodyText, type Slides } from './slides.ts';

const A_SLIDE = 4; // lines
const TOP = 1.8;
const HIGH = 5.4;
const STRIP = { x: 2.3, w: 10.43, high: 0.26 };
const GRAY = { line: 'A0A0A0', band: 'D6D6D6', edge: '8A8A8A' };

/** The kinds on their usual range, in shapes that can be changed; under the answer, which they prove. */
export function lineSlides({ content, add }: Slides): void {
  for (let from = 0; from < content.lines.length; from += A_SLIDE) {
    const shown = content.lines.slice(from, from + A_SLIDE);
    const slide = add(from === 0 ? content.answer : content.title);
    const step = HIGH / Math.max(3, shown.length);
    for (const [i, line] of shown.entries()) drawLine(slide, line, TOP + i * step);
  }
}

function drawLine(slide: PptxGenJS.Slide, line: PrintedLine, y: number): void {
  const isOut = line.verdict === 'unusual';
  slide.addText(line.number, { ...bodyText(y, 0.6), w: 1.6, fontSize: 40, bold: true, valign: 'middle' });
  slide.addText(line.label, { ...bodyText(y, 0.6), x: STRIP.x, w: 6.4, fontSize: 28, bold: true, valign: 'middle' });
  slide.addText(`${GLYPHS[line.verdict]} ${line.against}`, {
    ...bodyText(y + 0.04, 0.52),
    ...{ x: 8.9, w: 3.83, align: isOut ? 'center' : 'right', valign: 'middle', bold: isOut },
    ...(isOut ? { color: 'FFFFFF', fill: { color: '111111' } } : {}),
  });
  const said = [line.usual?.words ?? '', line.before].filter((each) => each !== '').join(' · ');
  if (said !== '') slide.addText(said, { ...bodyText(y + 1.0, 0.45), x: STRIP.x, w: STRIP.w, color: '3D3D3D' });
  drawStrip(slide, line, y + 0.68);
}

/** The mark is named for who cannot see it; band and line are decoration beside it. */
function drawStrip(slide: PptxGenJS.Slide, line: PrintedLine, y: number): void {
  const strip = rangeStrip(line);
  if (strip === null) return;
  const { x, w, high } = STRIP;
  const middle = y + high / 2;
  slide.addShape('line', { x, y: middle, w, h: 0, line: { color: GRAY.line, width: 1.5 }, objectName: 'plain' });
  slide.addShape('rect', {
    ...{ x: x + strip.low * w, y, w: Math.max(0.06, (strip.high - strip.low) * w), h: high, objectName: 'plain' },
    ...{ fill: { color: GRAY.band }, line: { color: GRAY.edge, width: 1 } },
  });
  const isOut = line.verdict === 'unusual';
  const size = isOut ? 0.3 : 0.24;
  slide.addShape(isOut ? 'diamond' : 'ellipse', {
    ...{ x: x + strip.at * w - size / 2, y: middle - size / 2, w: size, h: size },
    fill: { color: isOut ? '111111' : 'FFFFFF' },
    line: { color: isOut ? 'FFFFFF' : '111111', width: isOut ? 1 : 3 },
    objectName: `told:${line.label}: ${line.number}. ${line.usual?.words ?? ''}.`,
  });
}

const COLUMN = 7; // lines

/** The other kinds in two columns, and what is none or too few to tell. */
export function otherSlides({ content, add }: Slides): void {
  const { others, none, withheld } = content;
  const rest = [others.more, none, withheld].filter((each) => each !== '').join('\n');
  for (let from = 0; from < others.lines.length; from += 2 * COLUMN) {
    const shown = others.lines.slice(from, from + 2 * COLUMN);
    const slide = add(from === 0 ? others.heading : `${others.heading}, ${content.days}`);
    const half = Math.ceil(shown.length / 2);
    for (const [i, column] of [shown.slice(0, half), shown.slice(half)].entries()) {
      if (column.length === 0) continue;
      slide.addText(column.flatMap(toSpans), { ...bodyText(1.5, 4), x: 0.6 + i * 6.2, w: 5.9 });
    }
    if (rest !== '' && from + 2 * COLUMN >= others.lines.length)
      slide.addText(rest, { ...bodyText(5.7, 1.4), color: '3D3D3D', valign: 'bottom' });
  }
}

const toSpans = (line: PrintedLine): PptxGenJS.TextProps[] => [
  { text: `${line.label}: ${line.number}`, options: { bold: true } },
  { text: briefly(line), options: { breakLine: true, color: '3D3D3D', paraSpaceAfter: 6 } },
];
