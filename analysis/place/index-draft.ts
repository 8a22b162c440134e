import { type EdgeCells, setInCell } from './edge-cells.ts';
import { type Flat, RUN_SIZE } from './flatten.ts';
import { type Box, type Grid, gridNumbers, layGrid, referenceX, referenceY } from './grid.ts';
import { doubled, PartSets } from './part-sets.ts';
import { Raster } from './raster.ts';

/** What a number in `cells` means: its lowest two bits. The rest is the number of the set, edge cell or grid. */
export const SET = 0;
export const EDGES = 1;
export const GRID = 2;

/** An edge cell with more edges than this gets a grid of its own. */
const CROWDED = 24;

type Crowded = { at: number; cell: number; box: Box; edges: number };

/** The index while it grows: a grid over everything, then smaller grids in its crowded cells. */
export class IndexDraft {
  readonly sets = new PartSets();
  readonly grids: number[] = [];
  cells = new Uint32Array(1024);
  cellCount = 0;
  edgeCells: EdgeCells = {
    references: new Float64Array(2048),
    setAt: new Uint32Array(1024),
    firstRun: new Uint32Array(1024),
    runs: new Uint32Array(4096 * RUN_SIZE),
  };
  edgeCellCount = 0;
  private readonly flat: Flat;

  constructor(flat: Flat) {
    this.flat = flat;
  }

  build(box: Box): void {
    const { rings } = this.flat;
    const edges = edgesIn(rings, 0, rings.length);
    let waiting = this.addGrid(box, rings, Math.min(4e6, Math.max(1024, edges * 8)), null, edges);
    // Many areas stacked on each other stay crowded however fine the grid: stop before memory does.
    const enough = 4 * this.runCount() + 1e6;
    for (let crowded = waiting.shift(); crowded && this.runCount() < enough; crowded = waiting.shift()) {
      const { at, cell, edges } = crowded;
      const from = (this.edgeCells.firstRun[cell] ?? 0) * RUN_SIZE;
      const to = (this.edgeCells.firstRun[cell + 1] ?? 0) * RUN_SIZE;
      const number = this.grids.length;
      const inner = this.addGrid(crowded.box, this.edgeCells.runs.slice(from, to), edges * 2, cell, edges);
      this.cells[at] = (number / 9) * 4 + GRID;
      waiting = waiting.concat(inner);
    }
  }

  private runCount(): number {
    return this.edgeCells.firstRun[this.edgeCellCount] ?? 0;
  }

  /** Adds a grid; the crowded cells in it. `within` is the edge cell it refines, null for the outermost. */
  private addGrid(box: Box, runs: Uint32Array, wanted: number, within: number | null, edges: number): Crowded[] {
    let attempt = 0;
    let raster: Raster;
    do raster = new Raster(layGrid(box, wanted, attempt++, this.cellCount), this.flat.xy);
    while (!raster.draw(runs));
    const { grid } = raster;
    this.grids.push(...gridNumbers(grid));
    this.cellCount += grid.columns * grid.rows;
    while (this.cells.length < this.cellCount) this.cells = doubled(this.cells);
    const crowded: Crowded[] = [];
    for (let row = 0; row < grid.rows; row++)
      this.sweep(raster, row, within, (at, cell, column) => {
        const inCell = this.edgesOf(cell);
        if (inCell > CROWDED && inCell * 2 <= edges)
          crowded.push({ at, cell, edges: inCell, box: boxOf(grid, column, row) });
      });
    return crowded;
  }

  private sweep(
    raster: Raster,
    row: number,
    within: number | null,
    seen: (at: number, cell: number, column: number) => void,
  ) {
    const { grid, runHead, turnHead, turnNext, turnPart } = raster;
    const y = referenceY(grid, row);
    const { cells, sets } = this;
    let set = within === null ? 0 : setInCell(this.edgeCells, this.flat.xy, sets, within, referenceX(grid, 0), y);
    for (let column = 0; column < grid.columns; column++) {
      const i = row * grid.columns + column;
      const at = grid.firstCell + i;
      if (column > 0 || within === null)
        for (let turn = turnHead[i] ?? 0; turn > 0; turn = turnNext[turn] ?? 0)
          set = sets.toggled(set, turnPart[turn] ?? 0);
      const run = runHead[i] ?? 0;
      if (run === 0) cells[at] = set * 4 + SET;
      else {
        const cell = this.addEdgeCell(raster, run, set, referenceX(grid, column), y);
        cells[at] = cell * 4 + EDGES;
        seen(at, cell, column);
      }
    }
  }

  private addEdgeCell({ runs, runNext }: Raster, head: number, set: number, x: number, y: number): number {
    let count = 0;
    for (let run = head; run > 0; run = runNext[run] ?? 0) count++;
    const cell = this.edgeCellCount++;
    const from = this.edgeCells.firstRun[cell] ?? 0;
    this.reserve(from + count);
    const { references, setAt, firstRun, runs: kept } = this.edgeCells;
    references[2 * cell] = x;
    references[2 * cell + 1] = y;
    setAt[cell] = set;
    firstRun[cell + 1] = from + count;
    let to = from * RUN_SIZE;
    for (let run = head; run > 0; run = runNext[run] ?? 0) {
      for (let i = 0; i < RUN_SIZE; i++) kept[to++] = runs[run * RUN_SIZE + i] ?? 0;
    }
    return cell;
  }

  private reserve(runs: number): void {
    const cells = this.edgeCells;
    if (this.edgeCellCount + 1 > cells.setAt.length) {
      cells.setAt = doubled(cells.setAt);
      const references = new Float64Array(cells.references.length * 2);
      references.set(cells.references);
      cells.references = references;
    }
    if (this.edgeCellCount + 1 > cells.firstRun.length - 1) cells.firstRun = doubled(cells.firstRun);
    while (runs * RUN_SIZE > cells.runs.length) cells.runs = doubled(cells.runs);
  }

  private edgesOf(cell: number): number {
    const { runs, firstRun } = this.edgeCells;
    return edgesIn(runs, (firstRun[cell] ?? 0) * RUN_SIZE, (firstRun[cell + 1] ?? 0) * RUN_SIZE);
  }
}

function edgesIn(runs: Uint32Array, from: number, to: number): number {
  let edges = 0;
  for (let r = from; r < to; r += RUN_SIZE) edges += (runs[r + 2] ?? 0) - (runs[r + 1] ?? 0);
  return edges;
}

function boxOf({ west, south, perColumn, perRow }: Grid, column: number, row: number): Box {
  return {
    west: west + column / perColumn,
    south: south + row / perRow,
    east: west + (column + 1) / perColumn,
    north: south + (row + 1) / perRow,
  };
}
