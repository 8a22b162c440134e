import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { type ContentItem, type ContentPart, callsInWords, type ReportContent } from './report-content.ts';

/** The report for a word processor: real headings, so that it can be read aloud and found through. */
export function reportDocx(content: ReportContent): Promise<Buffer> {
  const document = new Document({
    title: content.title,
    creator: 'Commonbeat',
    description: content.foot,
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 22, language: { value: 'en-US' } },
          paragraph: { spacing: { after: 80 } },
        },
        heading1: { run: { size: 36, bold: true, color: '111111' }, paragraph: { spacing: { after: 120 } } },
        heading2: {
          run: { size: 27, bold: true, color: '111111' },
          paragraph: { spacing: { before: 320, after: 80 } },
        },
        heading3: {
          run: { size: 22, bold: true, color: '111111' },
          paragraph: { spacing: { before: 160, after: 40 } },
        },
      },
    },
    sections: [
      {
        properties: { page: { size: { width: 12_240, height: 15_840 } } }, // Letter, in twentieths of a point
        footers: { default: new Footer({ children: [pageFoot(content.foot)] }) },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: content.title }),
          new Paragraph({ text: content.about }),
          new Paragraph({ text: content.state }),
          ...written(content.summary),
          ...content.parts.flatMap(partParagraphs),
          new Paragraph({ spacing: { before: 320 }, children: [new TextRun({ text: content.foot, color: '4D4D4D' })] }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const pageFoot = (foot: string) =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun({
        size: 16,
        color: '4D4D4D',
        children: [`${foot.slice(0, 60)}   `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
      }),
    ],
  });

const partParagraphs = ({ heading, clause, totals, none, items }: ContentPart): Paragraph[] => [
  new Paragraph({
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    children: [new TextRun(heading), new TextRun({ text: `   ${clause}`, bold: false, size: 20, color: '4D4D4D' })],
  }),
  ...said(totals, { bold: true }),
  ...said(none),
  ...items.flatMap(itemParagraphs),
];

const itemParagraphs = ({ code, title, said: sentence, words, calls, decided }: ContentItem): Paragraph[] => [
  new Paragraph({ heading: HeadingLevel.HEADING_3, keepNext: true, text: code === '' ? title : `${code}  ${title}` }),
  ...said(sentence),
  ...written(words),
  ...(calls === null ? [] : said(callsInWords(calls))),
  ...(decided === ''
    ? []
    : [new Paragraph({ children: [new TextRun({ text: 'Recommended action: ', bold: true }), new TextRun(decided)] })]),
];

const said = (text: string, look: { bold?: boolean } = {}): Paragraph[] =>
  text === '' ? [] : [new Paragraph({ children: [new TextRun({ text, ...look })] })];

const written = (text: string): Paragraph[] =>
  text === '' ? [] : text.split(/\n+/).map((line) => new Paragraph({ indent: { left: 280 }, text: line }));
