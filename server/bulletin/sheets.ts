import type { BulletinContent } from './bulletin-content.ts';
import type { CaseRow } from './case-words.ts';

// Pixels of a Letter page within its margins, and what each part takes at 13.4 px letters with 17 px lines.
const HIGH = 945;
const WIDE = 717;
const LETTER = 6.7; // a letter of Inter, on average and a little more
const LINE = 17;
const ROW = 17.6;
const PART_WIDE = 288;
const BESIDE_WIDE = 346;
const MAP_HIGH = 292 + 12;
const HOURS_HIGH = 8 + 16 + 7 * 15;
const FIXED = 128; // labels at head and foot, rules, the list's own head
const NEXT_ROWS = 46; // of a page that holds nothing but the list
const FEWEST_ROWS = 3; // fewer are not begun
const LETTERS = {
  withKind: { kind: 18, block: 22, group: 19 },
  alike: { kind: Number.POSITIVE_INFINITY, block: 29, group: 31 },
}; // of one line in each column of the list

/** The rows of the list by page: those that fit below the map, then whole pages. Every row stands on one of them. */
export function sheetsOf(content: BulletinContent): CaseRow[][] {
  const { columns, rows } = content.table ?? { columns: [], rows: [] };
  const letters = columns.includes('kind') ? LETTERS.withKind : LETTERS.alike;
  const linesIn = ({ kind, block, group, call }: CaseRow) =>
    Math.max(
      linesOf(block, letters.block),
      linesOf(group, letters.group),
      linesOf(kind, letters.kind),
      linesOf(call, 12),
    );
  const free = HIGH - FIXED - headHigh(content);
  const all = take(rows, free / ROW, linesIn);
  const first = all.length === rows.length ? all : take(rows, (free - 21) / ROW, linesIn);
  const begun = first.length === rows.length || first.length >= FEWEST_ROWS ? first : [];
  const sheets = [begun];
  for (let left = rows.slice(begun.length); left.length > 0; left = left.slice(sheets.at(-1)?.length ?? left.length)) {
    sheets.push(take(left, NEXT_ROWS, linesIn));
  }
  return sheets;
}

function take(rows: readonly CaseRow[], lines: number, linesIn: (row: CaseRow) => number): CaseRow[] {
  let used = 0;
  const end = rows.findIndex((row) => {
    used += linesIn(row);
    return used > lines;
  });
  return end === -1 ? [...rows] : rows.slice(0, end);
}

function headHigh({
  title,
  about,
  state,
  parts,
  advice,
  hours,
  counts,
  notes,
  mapNote,
  foot,
}: BulletinContent): number {
  const across = (text: string) => (text === '' ? 0 : linesOf(text, WIDE / LETTER) * LINE);
  const beside = parts.reduce((sum, { text }) => sum + linesOf(text, PART_WIDE / LETTER) * LINE + 6, 0);
  const box = advice === null ? 0 : linesOf(advice, 38) * 20 + 42;
  const said = counts === '' ? 0 : linesOf(counts, BESIDE_WIDE / LETTER) * LINE + 9;
  const map = MAP_HIGH + (mapNote === '' ? 0 : linesOf(mapNote, 52) * LINE);
  return (
    linesOf(title, 48) * 30 +
    across(about) +
    across(state) +
    Math.max(beside + box + said, map) +
    (hours === null ? 0 : HOURS_HIGH + across(`Day and hour  ${hours.note}`)) +
    notes.reduce((sum, note) => sum + across(note), 0) +
    across(foot)
  );
}

const linesOf = (text: string, letters: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
