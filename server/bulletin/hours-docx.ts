import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { HourTable } from './bulletin-content.ts';
import { boxSides, DAYS, HOURS, shadeOf } from './hours-html.ts';

const DAY_WIDE = 720;
const ROW_HIGH = 216;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: 'FFFFFF' };
const THICK = { style: BorderStyle.SINGLE, size: 14, color: '111111' };

/** Hours of the week as a real table, its head repeated where it breaks. */
export function hoursDocx({ counts, boxed, note }: HourTable, wide: number): (Paragraph | Table)[] {
  const largest = Math.max(0, ...counts);
  const hourWide = Math.floor((wide - DAY_WIDE) / 24);
  const head = new TableRow({
    tableHeader: true,
    height: { value: ROW_HIGH, rule: HeightRule.ATLEAST },
    children: [cell('', {}), ...HOURS.map((hour) => cell(hour, { span: 3 }))],
  });
  const rows = DAYS.map(
    (name, day) =>
      new TableRow({
        height: { value: ROW_HIGH, rule: HeightRule.EXACT },
        children: [
          cell(name.slice(0, 3), {}),
          ...Array.from({ length: 24 }, (_, hour) => {
            const count = counts[24 * day + hour] ?? 0;
            const sides = boxSides(boxed, day, hour);
            return cell(count === 0 ? '' : String(count), { ...shadeOf(count, largest), sides });
          }),
        ],
      }),
  );
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_2,
      keepNext: true,
      spacing: { before: 100, after: 20 },
      children: [new TextRun('Day and hour'), new TextRun({ text: `   ${note}`, bold: false })],
    }),
    new Table({
      width: { size: wide, type: WidthType.DXA },
      columnWidths: [wide - 24 * hourWide, ...new Array<number>(24).fill(hourWide)],
      layout: TableLayoutType.FIXED,
      rows: [head, ...rows],
    }),
  ];
}

type Look = { span?: number; ground?: string; ink?: string; sides?: readonly boolean[] };

function cell(text: string, { span = 1, ground = '#ffffff', ink = '#111111', sides = [] }: Look): TableCell {
  const [top, right, bottom, left] = sides.map((isDrawn) => (isDrawn ? THICK : THIN));
  return new TableCell({
    columnSpan: span,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: ground.slice(1) },
    borders: { top: top ?? THIN, right: right ?? THIN, bottom: bottom ?? THIN, left: left ?? THIN },
    children: [
      new Paragraph({
        spacing: { before: 0, after: 0 },
        alignment: ground === '#ffffff' ? AlignmentType.LEFT : AlignmentType.CENTER,
        children: [
          new TextRun({ text, color: ink.slice(1), bold: ground !== '#ffffff', size: ground === '#ffffff' ? 20 : 18 }),
        ],
      }),
    ],
  });
}
