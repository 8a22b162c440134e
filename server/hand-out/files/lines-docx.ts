import { ImageRun, Paragraph, type ParagraphChild, ShadingType, TabStopType, TextRun } from 'docx';
import type { HandOutContent, PrintedLine } from '#server/hand-out/content.ts';
import { GRAY, HAIR, heading2 } from './docx-pieces.ts';
import { rangeStrip } from './range-strip.ts';
import { stripPng } from './strip-png.ts';

const STRIP = { width: 320, height: 16 };
export const GLYPHS = { usual: '○', unusual: '◆', 'not-judged': '◌' } as const;

/** The kinds that are drawn on their usual range: number, name, verdict in words and shape. */
export function linesDocx({ lines, caveat }: HandOutContent, wide: number): Paragraph[] {
  return [
    ...lines.flatMap((line) => lineDocx(line, wide)),
    ...(caveat === ''
      ? []
      : [
          new Paragraph({
            border: { top: { ...HAIR, space: 4 } },
            spacing: { before: 60, after: 0 },
            children: [new TextRun({ text: caveat, color: GRAY })],
          }),
        ]),
  ];
}

function lineDocx(line: PrintedLine, wide: number): Paragraph[] {
  const strip = rangeStrip(line);
  const said = [line.usual?.words ?? '', line.before].filter((each) => each !== '').join(' · ');
  return [
    new Paragraph({
      border: { top: { ...HAIR, space: 2 } },
      keepNext: strip !== null || said !== '',
      spacing: { before: 60, after: 20 },
      tabStops: [{ type: TabStopType.RIGHT, position: wide }],
      children: [
        new TextRun({ text: line.number, bold: true, size: 34 }),
        new TextRun({ text: `  ${line.label}`, bold: true, size: 24 }),
        new TextRun({ text: '\t' }),
        verdictRun(line),
      ],
    }),
    ...(strip === null ? [] : [new Paragraph({ keepNext: true, spacing: { after: 0 }, children: [stripRun(line)] })]),
    ...(said === ''
      ? []
      : [new Paragraph({ spacing: { after: 60 }, children: [new TextRun({ text: said, color: GRAY })] })]),
  ];
}

const verdictRun = ({ verdict, against }: PrintedLine): TextRun =>
  verdict === 'unusual'
    ? new TextRun({
        ...{ text: ` ${GLYPHS.unusual} ${against} `, bold: true, color: 'FFFFFF' },
        shading: { type: ShadingType.CLEAR, color: 'auto', fill: '111111' },
      })
    : new TextRun({ text: `${GLYPHS[verdict]} ${against}` });

function stripRun(line: PrintedLine): ParagraphChild {
  const strip = rangeStrip(line);
  if (strip === null) return new TextRun('');
  const words = `${line.label}: ${line.number}. ${line.usual?.words ?? ''}.`;
  return new ImageRun({
    type: 'png',
    data: stripPng(strip, line.verdict === 'unusual', STRIP),
    transformation: STRIP,
    altText: { name: line.label, description: words },
  });
}

/** The other kinds, as one paragraph under their heading. */
export function otherLinesDocx({ others, none, withheld }: HandOutContent): Paragraph[] {
  const told = others.lines.map(({ number, label, against, verdict, usual }) => {
    const judged = verdict === 'usual' && usual !== null ? '' : `, ${against.toLowerCase()}`; // the range says it
    const range = usual === null ? '' : ` (${usual.words})`;
    return `${label}: ${number}${judged}${range}`;
  });
  const rest = [told.length === 0 ? '' : `${told.join('; ')}.`, none, withheld].filter((each) => each !== '');
  if (rest.length === 0) return [];
  return [
    ...(told.length === 0 ? [] : [heading2(others.heading, { before: 100, after: 20 })]),
    ...rest.map((text) => new Paragraph({ spacing: { after: 20 }, text })),
  ];
}
