import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { captionOf, type Paper } from './bulletin-page.ts';
import { caseTableDocx } from './case-table-docx.ts';
import { hoursDocx } from './hours-docx.ts';

const WIDE = 10_800; // twentieths of a point between the margins of a Letter page
const BESIDE_MAP = 5_440;
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const BORDERLESS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER };
const INK = { style: BorderStyle.SINGLE, size: 12, color: '111111', space: 3 };
const BOX = { top: INK, bottom: INK, left: INK, right: INK };

/** The bulletin for a word processor: the same words, headings and tables. `picture` is the map as PNG; null where none could be drawn. */
export function bulletinDocx({ content, map, copy }: Paper, picture: Uint8Array | null): Promise<Buffer> {
  const { label, title, about, state, hours, table, notes, foot } = content;
  const words = wordParagraphs(content);
  const drawn = mapParagraphs({ content, map, copy }, picture);
  const document = new Document({
    title,
    creator: 'Commonbeat',
    description: foot,
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: table === null ? 22 : 20, language: { value: 'en-US' } },
          paragraph: { spacing: { after: 40 } },
        },
        heading1: { run: { size: 36, bold: true, color: '111111' }, paragraph: { spacing: { before: 60, after: 20 } } },
        heading2: { run: { size: 20, bold: true, color: '111111' }, paragraph: { spacing: { before: 60, after: 0 } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 12_240, height: 15_840 },
            margin: { top: 900, bottom: 900, left: 720, right: 720, header: 420, footer: 420 },
          },
        },
        headers: { default: new Header({ children: [labelled(label.name, [new TextRun(label.rule)])] }) },
        footers: { default: new Footer({ children: [labelled(label.name, pageNumbers(copy))] }) },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: title }),
          new Paragraph({ text: about, spacing: { after: 0 } }),
          new Paragraph({ text: state, spacing: { after: 100 } }),
          ...(table === null ? [...words, ...drawn] : [topTable(words, drawn)]),
          ...(hours === null ? [] : hoursDocx(hours, WIDE)),
          ...(table === null ? [] : caseTableDocx(table, WIDE)),
          ...[...notes, foot].map((note) => new Paragraph({ text: note, spacing: { before: 60, after: 0 } })),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const labelled = (name: string, words: readonly ParagraphChild[]) =>
  new Paragraph({ border: BOX, children: [new TextRun({ text: `${name.toUpperCase()}   `, bold: true }), ...words] });

const pageNumbers = (copy: string) => [
  new TextRun({ children: [`${copy}   `, 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
];

/** The map at the left, the words at the right. */
const topTable = (words: Paragraph[], map: Paragraph[]) =>
  new Table({
    width: { size: WIDE, type: WidthType.DXA },
    columnWidths: [BESIDE_MAP, WIDE - BESIDE_MAP],
    layout: TableLayoutType.FIXED,
    borders: { ...BORDERLESS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    rows: [
      new TableRow({
        children: [
          new TableCell({ borders: BORDERLESS, children: map }),
          new TableCell({ borders: BORDERLESS, children: words }),
        ],
      }),
    ],
  });

function wordParagraphs({ parts, advice, counts }: Paper['content']): Paragraph[] {
  return [
    ...parts.flatMap(({ heading, text }) => [
      new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, text: heading }),
      ...written(text),
    ]),
    ...(advice === null
      ? []
      : [
          new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, text: 'Recommended times' }),
          new Paragraph({
            border: BOX,
            indent: { left: 80, right: 80 },
            children: [new TextRun({ text: advice, bold: true, size: 22 })],
          }),
        ]),
    ...(counts === '' ? [] : [new Paragraph({ text: counts, spacing: { before: 120 } })]),
  ];
}

const written = (text: string): Paragraph[] => text.split(/\n+/).map((line) => new Paragraph({ text: line }));

function mapParagraphs({ content, map }: Paper, picture: Uint8Array | null): Paragraph[] {
  if (map === null || picture === null) {
    const why =
      map === null
        ? 'No map: no case and no group has a place.'
        : 'The map is not in this file: no Chromium was found to draw it. It stands in the page (.html).';
    return [new Paragraph({ text: why })];
  }
  const image = new ImageRun({
    type: 'png',
    data: picture,
    transformation: { width: map.width, height: map.height },
    altText: { name: 'Map', title: 'Map', description: content.mapLabel },
  });
  const caption = captionOf(content, map);
  return [
    new Paragraph({ alignment: AlignmentType.LEFT, spacing: { after: 20 }, children: [image] }),
    ...(caption === '' ? [] : [new Paragraph({ text: caption })]),
  ];
}
