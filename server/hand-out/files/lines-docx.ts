import { ImageRun, Paragraph, type ParagraphChild, ShadingType, TabStopType, TextRun } from 'docx';
import type { HandOutContent, PrintedLine } from '#server/hand-out/content.ts';
import { GRAY, HAIR, heading2 } from './docx-pieces.ts';
import { type RangeStrip, rangeStrip } from './range-strip.ts';
import { stripPng } from './strip-png.ts';

const STRIP = { width: 112, height: 13 };
export const GLYPHS = { usual: '○', unusual: '◆', 'not-judged': '◌' } as const;

/** The kinds that are drawn on their usual range: number, name, verdict in words and shape. */
export const linesDocx = ({ lines }: HandOutContent, wide: number): Paragraph[] =>
  lines.flatMap((line) => lineDocx(line, wide));

function lineDocx(line: PrintedLine, wide: number): Paragraph[] {
  const strip = rangeStrip(line);
  const said = [line.usual?.words ?? '', line.before].filter((each) => each !== '').join(' · ');
  return [
    new Paragraph({
      border: { top: { ...HAIR, space: 2 } },
      keepNext: strip !== null || said !== '',
      spacing: { before: 30, after: 10 },
      tabStops: [{ type: TabStopType.RIGHT, position: wide }],
      children: [
        new TextRun({ text: line.number, bold: true, size: 32 }),
        new TextRun({ text: `  ${line.label}`, bold: true, size: 24 }),
        new TextRun({ text: '\t' }),
        verdictRun(line),
      ],
    }),
    ...(said === '' && strip === null
      ? []
      : [
          new Paragraph({
            spacing: { after: 30 },
            children: [
              ...(strip === null ? [] : [stripRun(line, strip)]),
              new TextRun({ text: strip === null ? said : `  ${said}`, color: GRAY }),
            ],
          }),
        ]),
  ];
}

const verdictRun = ({ verdict, against }: PrintedLine): TextRun =>
  verdict === 'unusual'
    ? new TextRun({
        ...{ text: ` ${GLYPHS.unusual} ${against} `, bold: true, color: 'FFFFFF' },
        shading: { type: ShadingType.CLEAR, color: 'auto', fill: '111111' },
      })
    : new TextRun({ text: `${GLYPHS[verdict]} ${against}` });

function stripRun({ label, number, usual, verdict }: PrintedLine, strip: RangeStrip): ParagraphChild {
  return new ImageRun({
    type: 'png',
    data: stripPng(strip, verdict === 'unusual', STRIP),
    transformation: STRIP,
    altText: { name: label, description: `${label}: ${number}. ${usual?.words ?? ''}.` },
  });
}

/** The other kinds, as one paragraph under their heading. */
export function otherLinesDocx({ others }: HandOutContent): Paragraph[] {
  const told = others.lines.map((line) => `${line.label}: ${line.number}${briefly(line)}`);
  const text = [told.length === 0 ? '' : `${told.join('; ')}.`, others.more].filter((each) => each !== '').join(' ');
  if (text === '') return [];
  return [heading2(others.heading, { before: 80, after: 20 }), new Paragraph({ spacing: { after: 20 }, text })];
}

/** " (38 to 60)" where the count is usual: the heading says what the range is. */
export function briefly({ verdict, against, usual }: PrintedLine): string {
  const range = usual === null ? '' : ` (${usual.words.replace(/^\P{N}+/u, '')})`;
  return verdict === 'usual' && usual !== null ? range : `, ${against.toLowerCase()}${range}`;
}
