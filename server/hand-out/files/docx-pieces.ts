import {
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Said } from '#server/hand-out/content.ts';

export const INK = '111111';
export const GRAY = '3D3D3D';
export const LOCALE = { en: 'en-US', es: 'es-US' } as const;
export const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const RULE = { style: BorderStyle.SINGLE, size: 12, color: INK };
export const HAIR = { style: BorderStyle.SINGLE, size: 4, color: '8A8A8A' };
export const BETWEEN = 280; // columns
const BORDERLESS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER };

export const heading2 = (text: string, spacing: IParagraphOptions['spacing'] = { before: 60, after: 20 }): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, spacing, text });

/** A person's words; those that stand in another language than the page are marked as such, so that they are read aloud rightly. */
export const saidRuns = ({ words, language, marked, after }: Said, page: Said['language'], bold = false): TextRun[] =>
  [
    { text: words, language },
    { text: marked, language: page },
    { text: after, language: page },
  ]
    .filter(({ text }) => text !== '')
    .map(
      ({ text, language: spoken }, i) =>
        new TextRun({
          ...{ text: i === 0 ? text : ` ${text}`, bold },
          ...(spoken === page ? {} : { language: { value: LOCALE[spoken] } }),
        }),
    );

export const bullet = (children: ParagraphChild[]): Paragraph =>
  new Paragraph({ numbering: { reference: 'dots', level: 0 }, spacing: { after: 0 }, children });

/** Two columns of the page beside each other, without lines: read the left one first. */
export const besideEachOther = (left: (Paragraph | Table)[], right: (Paragraph | Table)[], widths: [number, number]) =>
  new Table({
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { ...BORDERLESS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [left, right].map(
          (children, i) =>
            new TableCell({
              borders: BORDERLESS,
              margins: { top: 0, bottom: 0, left: i === 0 ? 0 : BETWEEN, right: 0 },
              verticalAlign: VerticalAlign.TOP,
              children,
            }),
        ),
      }),
    ],
  });
