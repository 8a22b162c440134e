import { crossingsOf, EVEN, ODD, ON_EDGE } from './crossing.ts';
import { RUN_SIZE } from './flatten.ts';
import { doubled, type NumberSets } from './number-sets.ts';

/*
 * What is known of a cell that edges pass through, in one piece of memory, in words of 8 bytes:
 *
 *   chains, parts        two whole numbers
 *   x, y                 of the reference point
 *   start, base          see below
 *   answers              whole numbers, filled up to a word
 *   per chain            vertices and slot of its part, then x and y of each vertex
 *
 * The parts of the cell have slots 0, 1, …; chains of one part stand together. With up to `MAX_TABLED` parts,
 * `start` says with one bit a slot which of them cover the reference point, and `answers[bits]` is the set of areas
 * where just those parts cover. With more, `base` is the set of areas apart from these parts, and
 * `answers[slot]` is the part's area times two, plus one where it covers the reference point.
 */
export const HEADER_WORDS = 4;
export const MAX_TABLED = 4;

/** The areas over a point of the cell: those over its reference point, less and plus what lies between. */
export function setInCell(
  f64: Float64Array,
  u32: Uint32Array,
  record: number,
  x: number,
  y: number,
  sets: () => NumberSets,
): number {
  const chains = u32[2 * record] ?? 0;
  const parts = u32[2 * record + 1] ?? 0;
  const rx = f64[record + 1] ?? 0;
  const ry = f64[record + 2] ?? 0;
  const answers = 2 * (record + HEADER_WORDS);
  let covering = u32[2 * record + 6] ?? 0;
  if (chains === 1) {
    const first = record + HEADER_WORDS + 2;
    const crossed = crossingsOf(f64, first, first + 2 * (u32[2 * first - 2] ?? 0) - 2, rx, ry, x, y);
    return u32[answers + (crossed === ON_EDGE ? 1 : covering ^ crossed)] ?? 0;
  }
  const tabled = parts <= MAX_TABLED;
  let base = u32[2 * record + 7] ?? 0;
  let at = record + HEADER_WORDS + answerWords(parts);
  let state = EVEN;
  for (let chain = 0; chain < chains; chain++) {
    const slot = u32[2 * at + 1] ?? 0;
    const last = at + 2 * (u32[2 * at] ?? 0) - 1;
    const crossed = state === ON_EDGE ? EVEN : crossingsOf(f64, at + 1, last, rx, ry, x, y);
    state = crossed === ON_EDGE ? ON_EDGE : state ^ crossed;
    at = last + 2;
    if (chain + 1 < chains && u32[2 * at + 1] === slot) continue;
    if (tabled) {
      if (state === ODD) covering ^= 1 << slot;
      else if (state === ON_EDGE) covering |= 1 << slot;
    } else {
      const answer = u32[answers + slot] ?? 0;
      if (state === ON_EDGE || (state === ODD) !== ((answer & 1) === 1)) base = sets().including(base, answer >>> 1);
    }
    state = EVEN;
  }
  return tabled ? (u32[answers + covering] ?? 0) : base;
}

function answerWords(parts: number): number {
  return parts <= MAX_TABLED ? Math.max(1, (1 << parts) >> 1) : (parts + 1) >> 1;
}

/** What a record is made of. Filled anew for each cell: allocating one would take longer than the rest. */
export class CellEdges {
  x = 0;
  y = 0;
  start = 0;
  base = 0;
  runCount = 0;
  runs = new Uint32Array(64 * RUN_SIZE);
  slots = new Uint32Array(64); // of each run
  parts = 0;
  answers = new Uint32Array(64);

  addRun(runs: Uint32Array, run: number): void {
    if (this.runCount === this.slots.length) {
      this.runs = doubled(this.runs);
      this.slots = doubled(this.slots);
      this.answers = doubled(this.answers);
    }
    const to = this.runCount * RUN_SIZE;
    const part = runs[run * RUN_SIZE] ?? 0;
    if (this.runCount === 0 || this.runs[to - RUN_SIZE] !== part) this.parts++;
    this.runs[to] = part;
    this.runs[to + 1] = runs[run * RUN_SIZE + 1] ?? 0;
    this.runs[to + 2] = runs[run * RUN_SIZE + 2] ?? 0;
    this.slots[this.runCount++] = this.parts - 1;
  }

  clear(): void {
    this.runCount = 0;
    this.parts = 0;
    this.start = 0;
    this.base = 0;
  }

  edges(): number {
    let edges = 0;
    for (let run = 0; run < this.runCount; run++) edges += edgesOf(this.runs, run);
    return edges;
  }
}

/** Records one after the other, in memory that grows. */
export class EdgeRecords {
  f64 = new Float64Array(64);
  private u32 = new Uint32Array(this.f64.buffer);
  words = 0;

  /** Adds a record; its place. */
  add(xy: Float64Array, cell: CellEdges): number {
    const { runs, runCount, slots, parts, answers } = cell;
    const record = this.words;
    this.reserve(HEADER_WORDS + answerWords(parts) + 3 * runCount + 2 * cell.edges());
    const { f64, u32 } = this;
    u32[2 * record] = runCount;
    u32[2 * record + 1] = parts;
    f64[record + 1] = cell.x;
    f64[record + 2] = cell.y;
    u32[2 * record + 6] = cell.start;
    u32[2 * record + 7] = cell.base;
    const answerCount = parts <= MAX_TABLED ? 1 << parts : parts;
    for (let i = 0; i < answerCount; i++) u32[2 * (record + HEADER_WORDS) + i] = answers[i] ?? 0;
    let at = record + HEADER_WORDS + answerWords(parts);
    for (let run = 0; run < runCount; run++) {
      const vertices = edgesOf(runs, run) + 1;
      u32[2 * at] = vertices;
      u32[2 * at + 1] = slots[run] ?? 0;
      const from = 2 * (runs[run * RUN_SIZE + 1] ?? 0);
      for (let i = 0; i < 2 * vertices; i++) f64[at + 1 + i] = xy[from + i] ?? 0;
      at += 1 + 2 * vertices;
    }
    this.words = at;
    return record;
  }

  /** Makes room for so many more words. */
  reserve(words: number): void {
    if (this.words + words <= this.f64.length) return;
    const larger = new Float64Array(Math.max(this.f64.length * 2, this.words + words));
    larger.set(this.f64);
    this.f64 = larger;
    this.u32 = new Uint32Array(larger.buffer);
  }
}

/** Edges of a run in a list of runs. */
export function edgesOf(runs: Uint32Array, run: number): number {
  return (runs[run * RUN_SIZE + 2] ?? 0) - (runs[run * RUN_SIZE + 1] ?? 0);
}
