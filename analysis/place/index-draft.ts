import { crossingsOf, ODD } from './crossing.ts';
import { CellEdges, EdgeRecords, edgesOf, MAX_TABLED } from './edge-record.ts';
import { type Flat, RUN_SIZE } from './flatten.ts';
import { type Box, EDGES, GRID, GRID_SIZE, type Grid, gridNumbers, layGrid, referenceX, referenceY } from './grid.ts';
import { copied, doubled, NumberSets } from './number-sets.ts';
import { Raster } from './raster.ts';

/** An edge cell with more edges than this gets a grid of its own. */
const CROWDED = 24;
const CELLS_PER_EDGE = 2;
const MAX_CELLS = 4e6;

/** A cell that waits for a grid of its own. */
type Crowded = { at: number; box: Box; runs: Uint32Array; x: number; y: number; set: number; edges: number };

/** The index while it grows: a grid over everything, then smaller grids in its crowded cells. */
export class IndexDraft {
  readonly areaSets = new NumberSets();
  readonly records = new EdgeRecords();
  readonly grids: number[] = [];
  cells = new Uint32Array(0);
  cellCount = 0;
  private readonly flat: Flat;
  private readonly partSets = new NumberSets();
  private areaSetOfPartSet = new Uint32Array(1024); // plus 1; 0 is not known yet
  private readonly cell = new CellEdges();
  private waiting: Crowded[] = [];

  constructor(flat: Flat) {
    this.flat = flat;
  }

  build(box: Box): void {
    const { rings } = this.flat;
    let edges = 0;
    for (let ring = 0; ring * RUN_SIZE < rings.length; ring++) edges += edgesOf(rings, ring);
    this.records.reserve(edges * 8);
    this.addGrid(box, rings, Math.min(MAX_CELLS, Math.max(1024, edges * CELLS_PER_EDGE)), edges, null);
    // Areas stacked on each other stay crowded however fine the grid: stop before memory does.
    const enough = 4 * this.records.words + 4e6;
    for (let next = 0; next < this.waiting.length; next++) {
      const crowded = this.waiting[next];
      if (crowded === undefined) continue;
      if (this.records.words < enough) {
        this.cells[crowded.at] = GRID + this.grids.length / GRID_SIZE;
        this.addGrid(crowded.box, crowded.runs, crowded.edges * 2, crowded.edges, crowded);
      } else {
        this.cell.clear();
        for (let run = 0; run * RUN_SIZE < crowded.runs.length; run++) this.cell.addRun(crowded.runs, run);
        this.cells[crowded.at] = EDGES + this.addRecord(crowded.set, crowded.x, crowded.y);
      }
      delete this.waiting[next];
    }
  }

  /** `within` is the crowded cell that the grid refines, null for the outermost. */
  private addGrid(box: Box, runs: Uint32Array, wanted: number, edges: number, within: Crowded | null): void {
    const raster = this.draw(box, runs, wanted);
    const { grid } = raster;
    this.grids.push(...gridNumbers(grid));
    for (let row = 0; row < grid.rows; row++) this.sweep(raster, row, edges, within);
  }

  /** Draws the edges on new cells, which hold the heads of the lists until `sweep` writes over them. */
  private draw(box: Box, runs: Uint32Array, wanted: number): Raster {
    const firstCell = this.cellCount;
    for (let attempt = 0; ; attempt++) {
      const grid = layGrid(box, wanted, attempt, firstCell);
      this.cellCount = firstCell + grid.columns * grid.rows;
      const room = Math.max(this.cellCount, this.cells.length * 2);
      if (this.cells.length < this.cellCount) this.cells = copied(this.cells, room);
      const heads = this.cells.subarray(firstCell, this.cellCount).fill(0);
      const raster = new Raster(grid, this.flat.xy, heads);
      if (raster.draw(runs)) return raster;
    }
  }

  /** Goes along the reference points of a row and writes what each cell holds. */
  private sweep(
    { grid, runHead, runNext, runs, turnHead, turnNext, turnPart }: Raster,
    row: number,
    edges: number,
    within: Crowded | null,
  ): void {
    const { cells, partSets, cell } = this;
    const y = referenceY(grid, row);
    const first = row * grid.columns;
    let set = within === null ? 0 : this.setFrom(within, referenceX(grid, 0), y);
    let areaSet = this.areaSetOf(set);
    for (let i = first; i < first + grid.columns; i++) {
      const turns = i === first && within !== null ? 0 : (turnHead[i] ?? 0);
      if (turns > 0) {
        for (let turn = turns; turn > 0; turn = turnNext[turn] ?? 0) set = partSets.toggled(set, turnPart[turn] ?? 0);
        areaSet = this.areaSetOf(set);
      }
      const head = runHead[i] ?? 0;
      if (head === 0) {
        cells[grid.firstCell + i] = areaSet;
        continue;
      }
      cell.clear();
      for (let run = head; run > 0; run = runNext[run] ?? 0) cell.addRun(runs, run);
      const x = referenceX(grid, i - first);
      const inCell = cell.edges();
      if (inCell > CROWDED && inCell * 2 <= edges) {
        const box = boxOf(grid, i - first, row);
        const at = grid.firstCell + i;
        this.waiting.push({ at, box, runs: cell.runs.slice(0, cell.runCount * RUN_SIZE), x, y, set, edges: inCell });
      } else cells[grid.firstCell + i] = EDGES + this.addRecord(set, x, y);
    }
  }

  /** The set of parts over another reference point in a crowded cell. */
  private setFrom({ runs, x, y, set }: Crowded, toX: number, toY: number): number {
    let reached = set;
    for (let r = 0; r < runs.length; r += RUN_SIZE) {
      const crossed = crossingsOf(this.flat.xy, 2 * (runs[r + 1] ?? 0), 2 * (runs[r + 2] ?? 0), x, y, toX, toY);
      if (crossed === ODD) reached = this.partSets.toggled(reached, runs[r] ?? 0);
    }
    return reached;
  }

  /** Records the gathered `cell`, whose reference point has the given set of parts over it. */
  private addRecord(set: number, x: number, y: number): number {
    const { cell, partSets, flat } = this;
    const { runs, runCount, slots, answers } = cell;
    const tabled = cell.parts <= MAX_TABLED;
    cell.x = x;
    cell.y = y;
    let base = set;
    for (let run = 0; run < runCount; run++) {
      const slot = slots[run] ?? 0;
      if (run > 0 && slots[run - 1] === slot) continue;
      const part = runs[run * RUN_SIZE] ?? 0;
      const covers = partSets.has(set, part);
      if (covers) base = partSets.toggled(base, part);
      if (covers && tabled) cell.start |= 1 << slot;
      if (!tabled) answers[slot] = (flat.partArea[part] ?? 0) * 2 + (covers ? 1 : 0);
    }
    cell.base = this.areaSetOf(base);
    if (tabled) this.tableAnswers(base);
    return this.records.add(flat.xy, cell);
  }

  /** Fills in the set of areas for each choice of the cell's parts, over the parts that cover all of it. */
  private tableAnswers(base: number): void {
    const { cell, partSets } = this;
    const { runs, runCount, slots, answers } = cell;
    answers[0] = base;
    let known = 1;
    for (let run = 0; run < runCount; run++) {
      if (run > 0 && slots[run - 1] === slots[run]) continue;
      const part = runs[run * RUN_SIZE] ?? 0;
      for (let i = 0; i < known; i++) answers[known + i] = partSets.toggled(answers[i] ?? 0, part);
      known *= 2;
    }
    for (let i = 0; i < known; i++) answers[i] = this.areaSetOf(answers[i] ?? 0);
  }

  private areaSetOf(partSet: number): number {
    while (partSet >= this.areaSetOfPartSet.length) this.areaSetOfPartSet = doubled(this.areaSetOfPartSet);
    const known = this.areaSetOfPartSet[partSet] ?? 0;
    if (known > 0) return known - 1;
    const { offsets, members } = this.partSets;
    let areas = 0;
    for (let i = offsets[partSet] ?? 0; i < (offsets[partSet + 1] ?? 0); i++) {
      areas = this.areaSets.including(areas, this.flat.partArea[members[i] ?? 0] ?? 0);
    }
    this.areaSetOfPartSet[partSet] = areas + 1;
    return areas;
  }
}

function boxOf({ west, south, perColumn, perRow }: Grid, column: number, row: number): Box {
  return {
    west: west + column / perColumn,
    south: south + row / perRow,
    east: west + (column + 1) / perColumn,
    north: south + (row + 1) / perRow,
  };
}
