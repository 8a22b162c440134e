import type { LeftOut } from '#data/schema/answer.ts';
import { type Cell, type Knot, knotsOf } from './atoms.ts';
import { tellsSmall } from './small-sets.ts';
import { type KnownSums, tell } from './sums.ts';

export type ReleasedCell = {
  readonly cell: string;
  readonly shown: 'count' | 'zero' | 'withheld';
  readonly calls: number | null; // null where withheld
};

export type ReleaseOptions = { readonly leastShown: number };
export const RELEASE_DEFAULTS: ReleaseOptions = { leastShown: 5 };

export type ReleaseReason = 'small' | 'tells-small-with-others';

/**
 * Decides which cells of one kind of call may be told, given every cell of that kind that was told before. What was
 * told cannot be taken back, so only asked cells are withheld, small ones in favor of large ones. Findings stand in the
 * order asked. Throws a RangeError for a `leastShown` that is no whole number from 1, and for a cell asked twice.
 */
export function releaseCells(
  asked: readonly Cell[],
  toldBefore: readonly Cell[],
  chosen: Partial<ReleaseOptions> = {},
) {
  const options: ReleaseOptions = { ...RELEASE_DEFAULTS, ...chosen };
  const { leastShown } = options;
  if (!Number.isInteger(leastShown) || leastShown < 1)
    throw new RangeError(`leastShown must be a whole number from 1, not ${leastShown}`);
  const waiting = new Set(asked);
  if (new Set(asked.map(({ cell }) => cell)).size < asked.length) throw new RangeError('a cell is asked twice');
  const reasons = new Map<Cell, ReleaseReason>();
  for (const knot of knotsOf([...toldBefore, ...asked])) judgeKnot(knot, waiting, leastShown, reasons);
  const findings = asked.map((each): ReleasedCell => {
    const calls = each.calls.length;
    if (reasons.has(each)) return { cell: each.cell, shown: 'withheld', calls: null };
    return { cell: each.cell, shown: calls === 0 ? 'zero' : 'count', calls };
  });
  const leftOut = asked.flatMap((each): LeftOut<ReleaseReason>[] => {
    const reason = reasons.get(each);
    return reason ? [{ what: each.cell, reason }] : [];
  });
  return { findings, leftOut, options };
}

function judgeKnot(
  { cells, shares, sizes }: Knot,
  waiting: ReadonlySet<Cell>,
  least: number,
  reasons: Map<Cell, ReleaseReason>,
): void {
  if (!cells.some((cell) => waiting.has(cell))) return;
  const sharesOf = new Map(cells.map((cell, at) => [cell, shares[at] ?? new Float64Array(sizes.length)]));
  const known = cells
    .filter((cell) => !waiting.has(cell))
    .reduce<KnownSums>((before, cell) => tell(before, sharesOf.get(cell) ?? new Float64Array(0)), []);
  const isTold = tellsSmall(known, [], sizes, least); // calls were struck out since
  let soFar = known;
  for (const cell of largestFirst(cells.filter((each) => waiting.has(each)))) {
    const calls = cell.calls.length;
    if (calls > 0 && calls < least) {
      reasons.set(cell, 'small');
      continue;
    }
    const then = tell(soFar, sharesOf.get(cell) ?? new Float64Array(0));
    if (then === soFar) continue; // nobody learns anything from it
    if (isTold || tellsSmall(then, soFar, sizes, least)) reasons.set(cell, 'tells-small-with-others');
    else soFar = then;
  }
}

const largestFirst = (cells: readonly Cell[]): Cell[] =>
  [...cells].sort((a, b) => b.calls.length - a.calls.length || (a.cell < b.cell ? -1 : 1));
