import type PptxGenJS from 'pptxgenjs';
import type { ConcernChart, HandOutContent } from '#server/hand-out/content.ts';
import { bodyText, type Slides, saidSpans } from './slides.ts';

const [LEFT, WIDE] = [0.6, 12.13]; // inches
const [FLOOR, HIGH, LOW] = [5.3, 2.05, 0.25]; // of the bars: where they stand, the highest, and the outline of what is not told
const HEARD = 2.15; // top of the words at the upright line
const NUMBER_HIGH = 0.42;
const DIGIT = 0.2;
const GAP = 0.004; // of the width, at each side of a bar
const [INK, RULE, BAR] = ['111111', '43515D', 'CCD3D5'];

/**
 * The calls of a concern's kind over the year, as on the web page. Bars are shapes that can be changed. They are no chart
 * of the program's own: its bars are all of one width, and its workbook would hold calls a day, which nobody released.
 */
export function chartSlide({ content, add }: Slides, chart: ConcernChart): void {
  if (chart.bars.length === 0) return;
  const { said, kind, reference, told, ends, legend } = chart;
  const slide = add(`${kind} (${reference})`, { inWords: tableInWords(chart, content.charts) });
  slide.addText(saidSpans(said, content.language, {}), { ...bodyText(1.35, 0.8), color: '3D3D3D' });
  for (const bar of chart.bars) drawBar(slide, bar);
  slide.addShape('line', {
    ...{ x: LEFT, y: FLOOR, w: WIDE, h: 0, line: { color: RULE, width: 1.5 } },
    objectName: `told:${kind}: ${chart.rows.map((row) => row.join(': ')).join('; ')}. ${told.words}`,
  });
  drawHeard(slide, told);
  for (const bar of chart.bars) writeNumber(slide, bar, told.at);
  for (const [i, end] of ends.entries())
    slide.addText(end, {
      ...bodyText(FLOOR + 0.06, 0.42),
      align: i === 0 ? 'left' : 'right',
      w: WIDE / 2,
      x: LEFT + (i * WIDE) / 2,
    });
  slide.addText(legend, { ...bodyText(6, 1.25), color: '3D3D3D' });
}

type Bar = ConcernChart['bars'][number];

const highOf = ({ height }: Bar): number => (height === null ? LOW : height * HIGH);

function drawBar(slide: PptxGenJS.Slide, bar: Bar): void {
  const h = highOf(bar);
  if (h === 0) return;
  slide.addShape('rect', {
    ...{ x: LEFT + (bar.at + GAP) * WIDE, y: FLOOR - h, w: (bar.width - 2 * GAP) * WIDE, h, objectName: 'plain' },
    line: { color: RULE, width: 1, ...(bar.height === null ? { dashType: 'dash' } : {}) },
    ...(bar.height === null ? {} : { fill: { color: BAR } }),
  });
}

/** Over its bar; on white where the upright line passes. */
function writeNumber(slide: PptxGenJS.Slide, bar: Bar, heard: number | null): void {
  if (bar.number === '') return;
  const [w, middle] = [Math.min(bar.width * WIDE, DIGIT * bar.number.length + 0.1), bar.at + bar.width / 2];
  const isCrossed = heard !== null && Math.abs(heard - middle) * WIDE < w / 2;
  slide.addText(bar.number, {
    ...bodyText(FLOOR - highOf(bar) - NUMBER_HIGH - 0.04, NUMBER_HIGH),
    ...{ x: LEFT + middle * WIDE - w / 2, w, align: 'center', valign: 'bottom', bold: true, wrap: false },
    ...(isCrossed ? { fill: { color: 'FFFFFF' } } : {}),
  });
}

const SAID = { w: 5.4, h: 0.42 };
const SIDE = SAID.w / 2 / WIDE; // nearer to an end, words centered over the line would leave the axis

/** The day of the concern with its words over it; words alone where it is not on the axis. */
function drawHeard(slide: PptxGenJS.Slide, { at, words }: ConcernChart['told']): void {
  if (at === null) {
    slide.addText(words, { ...bodyText(HEARD, SAID.h), color: '3D3D3D' });
    return;
  }
  const [x, top] = [LEFT + at * WIDE, HEARD + SAID.h + 0.02];
  const align = at < SIDE ? 'left' : at > 1 - SIDE ? 'right' : 'center';
  const begin = { left: x, center: x - SAID.w / 2, right: x - SAID.w }[align];
  slide.addShape('line', { x, y: top, w: 0, h: FLOOR - top, line: { color: INK, width: 3 }, objectName: 'plain' });
  slide.addText(words, { ...bodyText(HEARD, SAID.h), x: begin, w: SAID.w, align, bold: true });
}

/** The same numbers in words, for the notes. */
function tableInWords({ rows, bars }: ConcernChart, { table, heads, notTold }: HandOutContent['charts']): string {
  const why = bars.some(({ height }) => height === null) ? notTold : '';
  const lines = [`${table} (${heads.join(', ')})`, ...rows.map((row) => row.join(': ')), why];
  return lines.filter((line) => line !== '').join('\n');
}
