import {
  BorderStyle,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { CASE_HEADS, type CaseColumn, type CaseTable } from './case-words.ts';

const WIDTHS: Readonly<Record<CaseColumn, number>> = {
  no: 480,
  received: 1300,
  time: 1000,
  kind: 1800,
  block: 2500,
  group: 2600,
  call: 1250,
};
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const THIN = { style: BorderStyle.SINGLE, size: 4, color: 'C9C9C9' };
const THICK = { style: BorderStyle.SINGLE, size: 10, color: '111111' };

/** Every case as a row of a real table, which a word processor carries on to the next page with its head. */
export function caseTableDocx({ columns, rows }: CaseTable, wide: number): (Paragraph | Table)[] {
  const used = columns.reduce((sum, column) => sum + WIDTHS[column], 0);
  const widths = columns.map((column) => Math.round((WIDTHS[column] / used) * wide));
  const line = (words: Readonly<Record<CaseColumn, string>>, isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: columns.map(
        (column) =>
          new TableCell({
            margins: { top: 10, bottom: 0, left: 0, right: 80 },
            borders: { top: NONE, left: NONE, right: NONE, bottom: isHead ? THICK : THIN },
            children: [
              new Paragraph({
                spacing: { before: 0, after: 0 },
                children: [new TextRun({ text: words[column], bold: isHead || column === 'no' })],
              }),
            ],
          }),
      ),
    });
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, spacing: { before: 120 }, text: 'Cases' }),
    new Table({
      width: { size: wide, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      rows: [line(CASE_HEADS, true), ...rows.map((row) => line(row, false))],
    }),
  ];
}
