import { Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
import type { HandOutContent } from '#server/hand-out/content.ts';
import { GRAY, HAIR, NO_BORDER, RULE, saidRuns } from './docx-pieces.ts';

const NONE = { top: NO_BORDER, left: NO_BORDER, right: NO_BORDER };

const SHARES = [0.34, 0.33, 0.33]; // of the page

/** You said, we did, not yet: a real table, whose head is said again where it breaks. */
export function concernsDocx({ concerns, language }: HandOutContent, wide: number): (Paragraph | Table)[] {
  const { heads, rows, more, none } = concerns;
  if (rows.length === 0) return [new Paragraph({ spacing: { before: 120 }, text: none })];
  const widths = SHARES.map((share) => Math.floor(share * wide));
  const cell = (children: Paragraph[], isHead = false) =>
    new TableCell({
      margins: { top: 20, bottom: 20, left: 0, right: 100 },
      borders: { ...NONE, bottom: isHead ? RULE : HAIR },
      children,
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: heads.map((text) => cell([new Paragraph({ keepNext: true, style: 'TableHead', text })], true)),
  });
  const body = rows.map(
    ({ reference, said, did, notYet }) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell([
            new Paragraph({
              spacing: { after: 0 },
              children: [...saidRuns(said, language, true), new TextRun({ text: ` ${reference}`, color: GRAY })],
            }),
          ]),
          ...[did, notYet].map((each) =>
            cell([new Paragraph({ spacing: { after: 0 }, children: saidRuns(each, language) })]),
          ),
        ],
      }),
  );
  return [
    new Table({
      width: { size: wide, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      rows: [head, ...body],
    }),
    ...(more === '' ? [] : [new Paragraph({ spacing: { before: 40 }, text: more })]),
  ];
}
