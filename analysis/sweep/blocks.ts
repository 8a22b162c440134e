import type { SweepOptions } from './options.ts';
import { cityRatio, judgeRise, type Past, pooledScatter, type Rise } from './rise.ts';

/** Calls of one kind: the cell of each, row by row over the grid, and how many steps before the last one (0). */
export type CellSteps = { readonly cell: ArrayLike<number>; readonly stepsAgo: ArrayLike<number> };

type Block = Past & { cell: number; now: number };

export type BlockRise = Rise & { cell: number };

/**
 * Each cell with the eight around it, as hot spots are judged, against its own past steps: how many could
 * stand out, and those with enough calls in the last step.
 */
export function lookAtBlocks(
  { cell, stepsAgo }: CellSteps,
  { columns, isCity }: { readonly columns: number; readonly isCity: ArrayLike<number> },
  spans: number,
  { minCellCalls, level }: Pick<SweepOptions, 'minCellCalls' | 'level'>,
): { looks: number; rises: BlockRise[] } {
  const counts = Array.from({ length: spans + 1 }, () => new Uint32Array(isCity.length));
  for (let i = 0; i < cell.length; i++) {
    const step = counts[stepsAgo[i] ?? -1];
    const at = cell[i] ?? -1;
    if (step && at >= 0 && isCity[at] === 1) step[at] = (step[at] ?? 0) + 1;
  }
  const city = counts.map((step) => step.reduce((sum, count) => sum + count, 0));
  const cityNow = city[0] ?? 0;
  const cityPast = city.reduce((sum, count) => sum + count, 0) - cityNow;
  const blocks = Array.from(isCity).flatMap((inCity, at) => (inCity === 1 ? [sumBlock(at, counts, columns)] : []));
  const looked = blocks.filter(({ now, sum }) => now + sum >= minCellCalls);
  const scatter = pooledScatter(looked, spans);
  const rises = looked
    .filter(({ now }) => now >= minCellCalls)
    .map(({ cell: at, now, sum, squares }) => {
      const ratio = cityRatio({ now: cityNow, past: cityPast }, { now, past: sum }, spans);
      return { cell: at, ...judgeRise(now, { sum, squares }, { spans, ratio, scatter, level }) };
    });
  return { looks: looked.length, rises };
}

function sumBlock(at: number, counts: readonly Uint32Array[], columns: number): Block {
  const cells = blockOf(at, columns, counts[0]?.length ?? 0);
  const totals = counts.map((step) => cells.reduce((sum, each) => sum + (step[each] ?? 0), 0));
  const [now = 0, ...past] = totals;
  return {
    cell: at,
    now,
    sum: past.reduce((sum, count) => sum + count, 0),
    squares: past.reduce((sum, count) => sum + count * count, 0),
  };
}

/** A cell and those around it, as far as the grid goes. */
export function blockOf(at: number, columns: number, cells: number): number[] {
  const column = at % columns;
  const block: number[] = [];
  for (let down = -columns; down <= columns; down += columns) {
    for (let right = -1; right <= 1; right++) {
      const isOnGrid = column + right >= 0 && column + right < columns && at + down >= 0 && at + down < cells;
      if (isOnGrid) block.push(at + down + right);
    }
  }
  return block;
}
