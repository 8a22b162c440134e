import type { BulletinContent } from './bulletin-content.ts';
import type { CaseRow } from './case-words.ts';

/** How a bulletin lies on its pages. Every row of the list stands on one of them. */
export type Sheets = {
  readonly isLong: boolean; // the words take the first page, beside and below the map; hours and cases follow
  readonly first: readonly CaseRow[]; // below the hours
  readonly more: readonly (readonly CaseRow[])[];
};

// Pixels of a Letter page within its margins, and what each part takes at 13.4 px letters with 17 px lines.
const HIGH = 952;
const WIDE = 717;
const LETTER = 6.6; // a letter of Inter, on average and a little more
const LINE = 17;
const ROW = 17.6;
const PART_WIDE = 288;
const BESIDE_WIDE = 346;
const MAP_HIGH = 295;
const HOURS_HIGH = 129;
const FIXED = 114; // labels at head and foot, rules, the list's own head
const MORE_HIGH = 21;
const NEXT_HIGH = 800; // for rows, of a page that holds nothing else
const FEWEST_ROWS = 3; // fewer are not begun
const LETTERS = {
  withKind: { kind: 17, block: 22, group: 19 },
  alike: { kind: Number.POSITIVE_INFINITY, block: 27, group: 33 },
}; // of one line in each column of the list

export function sheetsOf(content: BulletinContent): Sheets {
  const { columns, rows } = content.table ?? { columns: [], rows: [] };
  const letters = columns.includes('kind') ? LETTERS.withKind : LETTERS.alike;
  const highOf = ({ kind, block, group, call }: CaseRow) =>
    ROW *
    Math.max(
      linesOf(block, letters.block),
      linesOf(group, letters.group),
      linesOf(kind, letters.kind),
      linesOf(call, 12),
    );
  const hours = content.hours === null ? 0 : HOURS_HIGH + acrossHigh(`Day and hour  ${content.hours.note}`);
  const free = HIGH - FIXED - headHigh(content) - hours;
  const isLong = free < 0 && rows.length > 0;
  const fitting = take(rows, isLong ? 0 : free, highOf);
  const begun = fitting.length < rows.length ? take(rows, isLong ? 0 : free - MORE_HIGH, highOf) : fitting;
  const first = begun.length < rows.length && begun.length < FEWEST_ROWS ? [] : begun;
  const more: CaseRow[][] = [];
  for (let left = rows.slice(first.length); left.length > 0; left = left.slice(more.at(-1)?.length ?? left.length)) {
    const high = isLong && more.length === 0 ? NEXT_HIGH - hours : NEXT_HIGH;
    more.push(take(left, high, highOf));
  }
  return { isLong, first, more };
}

function take(rows: readonly CaseRow[], high: number, highOf: (row: CaseRow) => number): CaseRow[] {
  let used = 0;
  const end = rows.findIndex((row) => {
    used += highOf(row);
    return used > high;
  });
  return end === -1 ? [...rows] : rows.slice(0, end);
}

function headHigh({ title, about, state, parts, advice, counts, notes, mapNote, foot }: BulletinContent): number {
  const beside = parts.reduce((sum, { text }) => sum + linesOf(text, PART_WIDE / LETTER) * LINE + 6, 0);
  const box = advice === null ? 0 : linesOf(advice, 40) * 20 + 42;
  const said = counts === '' ? 0 : linesOf(counts, BESIDE_WIDE / LETTER) * LINE + 9;
  const map = MAP_HIGH + (mapNote === '' ? 0 : linesOf(mapNote, 52) * LINE);
  const across = [about, state, foot, ...notes].reduce((sum, text) => sum + acrossHigh(text), 0);
  return linesOf(title, 48) * 30 + Math.max(beside + box + said, map) + across;
}

const acrossHigh = (text: string): number => (text === '' ? 0 : linesOf(text, WIDE / LETTER) * LINE);

const linesOf = (text: string, letters: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
