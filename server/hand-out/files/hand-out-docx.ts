import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';
import type { PaperSize } from '#data/schema/records/hand-out.ts';
import type { HandOutContent } from '#server/hand-out/content.ts';
import { concernsDocx } from './concerns-docx.ts';
import { BETWEEN, besideEachOther, bullet, GRAY, heading2, INK, LOCALE, RULE, saidRuns } from './docx-pieces.ts';
import { linesDocx, otherLinesDocx } from './lines-docx.ts';
import { mapInWords } from './map-in-words.ts';
import { pngSize } from './strip-png.ts';

// Twentieths of a point: the paper, and its margins of half an inch.
const PAPERS = { letter: { width: 12_240, height: 15_840 }, a4: { width: 11_906, height: 16_838 } };
const MARGINS = { top: 540, bottom: 500, left: 640, right: 640, header: 280, footer: 280 };
const PIXEL = 15;
const MAP_WIDE = 5_190; // as wide as it is drawn, so that its letters stay at 11 pt
const LEFT = 4_900;
const BOX = { style: BorderStyle.SINGLE, size: 12, color: INK, space: 6 };

/** The hand-out for a word processor: real headings, lists and tables. `picture` is the map as PNG; null where none could be drawn. */
export function handOutDocx(content: HandOutContent, picture: Uint8Array | null, paper: PaperSize): Promise<Buffer> {
  const wide = PAPERS[paper].width - MARGINS.left - MARGINS.right;
  const half = Math.floor(wide / 2);
  const document = new Document({
    title: content.title,
    creator: content.department,
    lastModifiedBy: content.department,
    description: content.foot,
    styles: stylesOf(content),
    numbering: { config: [DOTS] },
    sections: [
      {
        properties: {
          page: { size: PAPERS[paper], margin: MARGINS },
        },
        children: [
          ...(content.draft === '' ? [] : [draftLine(content.draft)]),
          besideEachOther(
            [
              new Paragraph({
                spacing: { after: 0 },
                children: [new TextRun({ text: content.department, color: GRAY })],
              }),
              new Paragraph({ heading: HeadingLevel.HEADING_1, text: content.groupName }),
            ],
            [...atRight(content.days, true), ...atRight(content.forMeeting, false)],
            [half, wide - half],
          ),
          new Paragraph({
            style: 'Answer',
            border: { top: { ...RULE, size: 18, space: 5 } },
            text: content.answer,
          }),
          ...(content.changed === '' ? [] : [new Paragraph({ spacing: { after: 80 }, text: content.changed })]),
          besideEachOther(
            [mapDocx(content, picture), mapNote(content)],
            [...linesDocx(content, wide - MAP_WIDE - BETWEEN), ...otherLinesDocx(content)],
            [MAP_WIDE, wide - MAP_WIDE],
          ),
          ...restDocx(content),
          ...concernsDocx(content, wide),
          spacer(),
          besideEachOther([...sectionsDocx(content), ...tipsDocx(content)], talkDocx(content), [LEFT, wide - LEFT]),
          new Paragraph({
            spacing: { before: 100, after: 0 },
            children: [new TextRun({ text: [...content.notes, content.foot].join(' '), color: GRAY })],
          }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const run = { font: 'Arial', color: INK };

const stylesOf = ({ language }: HandOutContent) => ({
  default: {
    document: {
      run: { ...run, size: 22, language: { value: LOCALE[language] } },
      paragraph: { spacing: { after: 40 } },
    },
    heading1: { run: { size: 48, bold: true, color: INK }, paragraph: { spacing: { before: 0, after: 40 } } },
    heading2: { run: { size: 24, bold: true, color: INK } },
    title: { run: { size: 32, bold: true, color: INK } },
  },
  paragraphStyles: [
    {
      id: 'Answer',
      name: 'Answer',
      basedOn: 'Normal',
      run: { size: 29, bold: true },
      paragraph: { spacing: { before: 60, after: 60 } },
    },
    {
      id: 'TableHead',
      name: 'Table head',
      basedOn: 'Normal',
      run: { size: 24, bold: true },
      paragraph: { spacing: { before: 40, after: 0 } },
    },
  ],
});

const DOTS = {
  reference: 'dots',
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '•',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 280, hanging: 280 } } },
    },
  ],
};

const draftLine = (text: string) =>
  new Paragraph({
    border: { top: BOX, bottom: BOX, left: BOX, right: BOX },
    indent: { left: 160, right: 160 },
    spacing: { after: 160 },
    children: [new TextRun({ text, bold: true })],
  });

const atRight = (text: string, bold: boolean): Paragraph[] =>
  text === ''
    ? []
    : [
        new Paragraph({
          alignment: AlignmentType.RIGHT,
          spacing: { after: 0 },
          children: [new TextRun({ text, bold })],
        }),
      ];

function restDocx({ caveat, none, withheld }: HandOutContent): Paragraph[] {
  const text = [caveat, none, withheld].filter((each) => each !== '').join(' ');
  return text === '' ? [] : [new Paragraph({ spacing: { before: 60, after: 0 }, text })];
}

const spacer = () => new Paragraph({ spacing: { before: 0, after: 0, line: 120, lineRule: 'exact' }, text: '' });

function mapDocx({ map }: HandOutContent, picture: Uint8Array | null): Paragraph {
  if (picture === null) return new Paragraph({ text: mapInWords(map) });
  const { width, height } = pngSize(picture);
  const shown = Math.floor(MAP_WIDE / PIXEL) - 2;
  const image = new ImageRun({
    type: 'png',
    data: picture,
    transformation: { width: shown, height: Math.round((shown * height) / width) },
    altText: { name: map.note, description: mapInWords(map) },
  });
  return new Paragraph({ spacing: { after: 0 }, children: [image] });
}

const mapNote = ({ map }: HandOutContent): Paragraph =>
  new Paragraph({ spacing: { before: 60, after: 0 }, children: [new TextRun({ text: map.note, color: GRAY })] });

const sectionsDocx = ({ sections, language }: HandOutContent): Paragraph[] =>
  sections.flatMap(({ heading, items }) => [
    heading2(heading),
    ...items.map((item) => bullet(saidRuns(item, language))),
  ]);

const tipsDocx = ({ tips }: HandOutContent): Paragraph[] =>
  tips.items.length === 0
    ? [new Paragraph({ text: '' })]
    : [heading2(tips.heading), ...tips.items.map((text) => bullet([new TextRun(text)]))];

/** One box, whose lines are paragraphs with the same border: a word processor joins them. */
const talkDocx = ({ talk }: HandOutContent): Paragraph[] =>
  [
    { text: talk.heading, heading: HeadingLevel.HEADING_2 },
    { text: talk.phone, size: 40 },
    { text: talk.who },
    { text: talk.nextMeeting, bold: true },
  ]
    .filter(({ text }) => text !== '')
    .map(
      ({ text, size, bold, heading }) =>
        new Paragraph({
          border: { top: BOX, bottom: BOX, left: BOX, right: BOX },
          indent: { left: 160, right: 160 },
          keepLines: true,
          spacing: { before: 0, after: 0 },
          ...(heading === undefined ? {} : { heading }),
          children: [new TextRun({ text, ...(size ? { size, bold: true } : {}), ...(bold ? { bold } : {}) })],
        }),
    );
