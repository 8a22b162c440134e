import { Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
import type { HandOutContent } from '#server/hand-out/content.ts';
import { GRAY, HAIR, NO_BORDER, RULE, saidRuns } from './docx-pieces.ts';

const NONE = { top: NO_BORDER, left: NO_BORDER, right: NO_BORDER };

/** You said, we did, not yet: a real table, whose head is said again where it breaks. */
export function concernsDocx({ concerns, language }: HandOutContent, wide: number): (Paragraph | Table)[] {
  const { heads, rows, none } = concerns;
  if (rows.length === 0) return [new Paragraph({ spacing: { before: 120 }, text: none })];
  const column = Math.floor(wide / 3);
  const cell = (children: Paragraph[], isHead = false) =>
    new TableCell({
      margins: { top: 30, bottom: 30, left: 0, right: 160 },
      borders: { ...NONE, bottom: isHead ? RULE : HAIR },
      children,
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: heads.map((text) => cell([new Paragraph({ keepNext: true, style: 'TableHead', text })], true)),
  });
  const body = rows.map(({ reference, said, did, notYet, calls }) => {
    const under = [reference, calls].filter((each) => each !== '').join(' · ');
    return new TableRow({
      cantSplit: true,
      children: [
        cell([
          new Paragraph({ spacing: { after: 0 }, children: saidRuns(said, language, true) }),
          ...(under === ''
            ? []
            : [new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text: under, color: GRAY })] })]),
        ]),
        ...[did, notYet].map((each) =>
          cell([new Paragraph({ spacing: { after: 0 }, children: saidRuns(each, language) })]),
        ),
      ],
    });
  });
  return [
    new Table({
      width: { size: column * 3, type: WidthType.DXA },
      columnWidths: [column, column, column],
      layout: TableLayoutType.FIXED,
      rows: [head, ...body],
    }),
  ];
}
