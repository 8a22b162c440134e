import type { Data } from 'apache-arrow';
import { sizeOfSet } from '#analysis/tally/columns.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import type { RecordCounts } from '#data/schema/record-counts.ts';
import { callAt } from '#web/tables/call-at.ts';
import { TableFailed } from '#web/tables/table-failed.ts';
import type { Question, Questions } from './door.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';

const MOST_IDS = 500;
const NO_RECORDS: RecordCounts = { read: 0, inside: 0, inSeveral: 0, outside: 0, unplaced: 0, quarantined: 0 };

/** The calls of a list, in its order: those that a pattern or a candidate is made of. The filter does not narrow them. */
export function callsById(loaded: Loaded, question: Question<'calls-by-id'>): Questions['calls-by-id']['answer'] {
  const ids = [...new Set(question.options.ids)];
  if (ids.length > MOST_IDS)
    throw new TableFailed('refused', `A list holds at most ${MOST_IDS} calls; ${ids.length} were asked for.`);
  const rowOf = findRows(loaded, ids);
  const leftOut: LeftOut[] = [];
  const rows: number[] = [];
  for (const id of ids) {
    const row = rowOf.get(id);
    if (row === undefined) leftOut.push({ what: id, reason: 'not-in-your-extract' });
    else rows.push(row);
  }
  return {
    findings: rows.map((row) => callAt(loaded.calls, row)),
    leftOut,
    options: { ids },
    window: null,
    records: rows.reduce((counts, row) => countIn(loaded, question.filter.layer, counts, row), NO_RECORDS),
    convention: 'The calls of a list, in the order of the list, as this extract has them.',
    caveat: 'A call may be missing because your role does not receive it, or because its source took it back.',
    code: toCode(loaded, question),
  };
}

const PARTS = ['outside', 'inside', 'inSeveral'] as const;

/** The same counts with one call more. */
function countIn({ calls, placesOf }: Loaded, layer: string, counts: RecordCounts, row: number): RecordCounts {
  const areas = placesOf(layer).calls;
  const placement = calls.columns.placement[row] ?? 1;
  const placed = PARTS[Math.min(2, sizeOfSet(areas, areas.setOf[row] ?? 0))] ?? 'outside';
  const part = placement === 0 ? placed : placement === 1 ? 'unplaced' : 'quarantined';
  return { ...counts, read: counts.read + 1, [part]: counts[part] + 1 };
}

/** Row of each id that is there. Bytes are compared first: making a text of each of six million ids would take seconds. */
function findRows({ calls }: Pick<Loaded, 'calls'>, ids: readonly string[]): Map<string, number> {
  const wanted = new Set(ids);
  const ends = new Set(ids.map((id) => markOf(new TextEncoder().encode(id))));
  const found = new Map<string, number>();
  calls.files.forEach((file, at) => {
    let first = calls.firstRowOfFile[at] ?? 0;
    const column = file.getChild('id');
    for (const piece of column?.data ?? []) {
      for (const row of rowsEndingIn(piece, ends)) {
        const id = String(column?.get(first - (calls.firstRowOfFile[at] ?? 0) + row));
        if (wanted.has(id)) found.set(id, first + row);
      }
      first += piece.length;
    }
  });
  return found;
}

const LOOKED_AT = 6; // bytes at the end, and the length: few strangers share them

function markOf(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let mark = to - from;
  for (let i = Math.max(from, to - LOOKED_AT); i < to; i++) mark = (Math.imul(mark, 31) + (bytes[i] ?? 0)) | 0;
  return mark;
}

function* rowsEndingIn({ values, valueOffsets, length }: Data, marks: ReadonlySet<number>): Generator<number> {
  const bytes: Uint8Array = values;
  for (let row = 0; row < length; row++) {
    if (marks.has(markOf(bytes, valueOffsets[row] ?? 0, valueOffsets[row + 1] ?? 0))) yield row;
  }
}
