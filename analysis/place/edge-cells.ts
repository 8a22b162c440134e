import { crossingsOf, EVEN, ODD, ON_EDGE } from './crossing.ts';
import { RUN_SIZE } from './flatten.ts';
import type { PartSets } from './part-sets.ts';

/** Cells that edges pass through: the parts over their reference point, and the edges there. */
export type EdgeCells = {
  references: Float64Array; // x and y
  setAt: Uint32Array; // set of parts over the reference point
  firstRun: Uint32Array; // runs of cell c: firstRun[c] .. firstRun[c + 1]
  runs: Uint32Array; // part, first and last vertex; runs of one part stand together
};

/** The set of parts that cover a point of the cell: that of the reference point, less and plus what lies between. */
export function setInCell(cells: EdgeCells, xy: Float64Array, sets: PartSets, cell: number, x: number, y: number) {
  const { references, runs, firstRun } = cells;
  const rx = references[2 * cell] ?? 0;
  const ry = references[2 * cell + 1] ?? 0;
  const end = (firstRun[cell + 1] ?? 0) * RUN_SIZE;
  let set = cells.setAt[cell] ?? 0;
  let part = -1;
  let state = EVEN;
  for (let r = (firstRun[cell] ?? 0) * RUN_SIZE; r < end; r += RUN_SIZE) {
    const partOfRun = runs[r] ?? 0;
    if (partOfRun !== part) {
      if (state !== EVEN) set = state === ODD ? sets.toggled(set, part) : sets.including(set, part);
      part = partOfRun;
      state = EVEN;
    }
    if (state === ON_EDGE) continue;
    const crossed = crossingsOf(xy, runs[r + 1] ?? 0, runs[r + 2] ?? 0, rx, ry, x, y);
    state = crossed === ON_EDGE ? ON_EDGE : state ^ crossed;
  }
  if (state === EVEN) return set;
  return state === ODD ? sets.toggled(set, part) : sets.including(set, part);
}
