import { sideOfEdge } from './crossing.ts';
import { RUN_SIZE } from './flatten.ts';
import { columnOf, type Grid, referenceX, referenceY, rowOf } from './grid.ts';
import { doubled } from './number-sets.ts';

// An edge is also entered in cells that it misses by less than this share of a cell: rounding must not lose it.
const MARGIN = 2 ** -9;

/**
 * Which edges touch which cell, and where a part begins or ends on the way along the reference
 * points of a row. Both are lists linked per cell: entry 0 ends a list.
 */
export class Raster {
  readonly grid: Grid;
  readonly runHead: Uint32Array;
  runNext = new Uint32Array(1024);
  runs = new Uint32Array(1024 * RUN_SIZE);
  runCount = 1;
  readonly turnHead: Uint32Array;
  turnNext = new Uint32Array(1024);
  turnPart = new Uint32Array(1024);
  turnCount = 1;
  private readonly xy: Float64Array;
  private readonly referenceX: Float64Array;
  private readonly referenceY: Float64Array;

  /** `runHead` is lent, zeroed, with a place for each cell. */
  constructor(grid: Grid, xy: Float64Array, runHead: Uint32Array) {
    this.grid = grid;
    this.xy = xy;
    this.runHead = runHead;
    this.turnHead = new Uint32Array(grid.columns * grid.rows);
    this.referenceX = Float64Array.from({ length: grid.columns }, (_, column) => referenceX(grid, column));
    this.referenceY = Float64Array.from({ length: grid.rows }, (_, row) => referenceY(grid, row));
  }

  /** Enters all edges of the runs. False when a reference point stands on an edge, or may: lay another grid. */
  draw(runs: Uint32Array): boolean {
    for (let r = 0; r < runs.length; r += RUN_SIZE) {
      if (!this.drawRun(runs[r] ?? 0, runs[r + 1] ?? 0, runs[r + 2] ?? 0)) return false;
    }
    return true;
  }

  private drawRun(part: number, first: number, last: number): boolean {
    const { grid, xy } = this;
    let ax = xy[2 * first] ?? 0;
    let ay = xy[2 * first + 1] ?? 0;
    let columnA = columnOf(grid, ax);
    let rowA = rowOf(grid, ay);
    if (ay === this.referenceY[rowA]) return false;
    if (first === last) this.enter(columnA + rowA * grid.columns, part, first, last);
    for (let v = first; v < last; v++) {
      const bx = xy[2 * v + 2] ?? 0;
      const by = xy[2 * v + 3] ?? 0;
      const columnB = columnOf(grid, bx);
      const rowB = rowOf(grid, by);
      if (by === this.referenceY[rowB]) return false;
      if (rowA === rowB) this.enterRow(part, v, rowA, columnA, columnB);
      else this.enterRows(part, v, Math.min(rowA, rowB), Math.max(rowA, rowB), columnA, columnB);
      if (!this.turns(part, Math.min(rowA, rowB), Math.max(rowA, rowB), ax, ay, bx, by)) return false;
      ax = bx;
      ay = by;
      columnA = columnB;
      rowA = rowB;
    }
    return true;
  }

  private enterRow(part: number, v: number, row: number, columnA: number, columnB: number): void {
    const start = row * this.grid.columns;
    const to = Math.max(columnA, columnB);
    for (let column = Math.min(columnA, columnB); column <= to; column++) this.enter(start + column, part, v, v + 1);
  }

  private enterRows(part: number, v: number, from: number, to: number, columnA: number, columnB: number): void {
    const { west, south, columns, perColumn, perRow } = this.grid;
    const ax = ((this.xy[2 * v] ?? 0) - west) * perColumn;
    const ay = ((this.xy[2 * v + 1] ?? 0) - south) * perRow;
    const bx = ((this.xy[2 * v + 2] ?? 0) - west) * perColumn;
    const by = ((this.xy[2 * v + 3] ?? 0) - south) * perRow;
    const least = Math.min(columnA, columnB);
    const most = Math.max(columnA, columnB);
    for (let row = from; row <= to; row++) {
      const low = ax + (bx - ax) * within01((row - MARGIN - ay) / (by - ay));
      const high = ax + (bx - ax) * within01((row + 1 + MARGIN - ay) / (by - ay));
      const left = Math.floor(Math.min(low, high) - MARGIN);
      const right = Math.floor(Math.max(low, high) + MARGIN);
      if (right < 0 || left >= columns) continue;
      for (let column = Math.max(left, least); column <= Math.min(right, most); column++)
        this.enter(row * columns + column, part, v, v + 1);
    }
  }

  private enter(cell: number, part: number, first: number, last: number): void {
    const { runs } = this;
    const head = this.runHead[cell] ?? 0;
    const at = head * RUN_SIZE;
    if (head > 0 && runs[at] === part && runs[at + 2] === first) {
      runs[at + 2] = last;
      return;
    }
    if (this.runCount === this.runNext.length) {
      this.runNext = doubled(this.runNext);
      this.runs = doubled(this.runs);
    }
    const run = this.runCount++;
    this.runs[run * RUN_SIZE] = part;
    this.runs[run * RUN_SIZE + 1] = first;
    this.runs[run * RUN_SIZE + 2] = last;
    this.runNext[run] = head;
    this.runHead[cell] = run;
  }

  /** Notes, in each row that the edge a-b passes at the height of the reference points, the first of them right of it. */
  private turns(part: number, from: number, to: number, ax: number, ay: number, bx: number, by: number): boolean {
    const { west, columns, perColumn, shareX } = this.grid;
    for (let row = from; row <= to; row++) {
      const y = this.referenceY[row] ?? 0;
      if (ay > y === by > y) continue;
      const x = ax + ((y - ay) / (by - ay)) * (bx - ax);
      let column = Math.min(columns, Math.max(0, Math.ceil((x - west) * perColumn - shareX)));
      while (column < columns) {
        const side = this.rightOf(column, y, ax, ay, bx, by);
        if (side === 0) return false;
        if (side > 0) break;
        column++;
      }
      while (column > 0) {
        const side = this.rightOf(column - 1, y, ax, ay, bx, by);
        if (side === 0) return false;
        if (side < 0) break;
        column--;
      }
      if (column < columns) this.note(row * columns + column, part);
    }
    return true;
  }

  private rightOf(column: number, y: number, ax: number, ay: number, bx: number, by: number): number {
    const side = sideOfEdge(ax, ay, bx, by, this.referenceX[column] ?? 0, y);
    return by > ay ? -side : side;
  }

  private note(cell: number, part: number): void {
    if (this.turnCount === this.turnNext.length) {
      this.turnNext = doubled(this.turnNext);
      this.turnPart = doubled(this.turnPart);
    }
    const turn = this.turnCount++;
    this.turnPart[turn] = part;
    this.turnNext[turn] = this.turnHead[cell] ?? 0;
    this.turnHead[cell] = turn;
  }
}

const within01 = (share: number) => Math.min(1, Math.max(0, share));
