import { at, type Line, lengthOf } from './curve.ts';
import { distance, type Point } from './plane.ts';
import type { Family, StreetField } from './street-field.ts';

const SAMPLE_CELL = 40; // meters
const WEST = -8800;
const SOUTH = -6600;
const COLUMNS = 440;
const ROWS = 330;
const BIT: Record<Family, number> = { along: 1, across: 2 };

/** Points along streets, found by place: keeps new streets a fair distance from their parallels. */
export class StreetSamples {
  readonly #first = new Int32Array(COLUMNS * ROWS).fill(-1); // by cell; the rest follow by #next
  #next = new Int32Array(1 << 15);
  #x = new Float64Array(1 << 15);
  #y = new Float64Array(1 << 15);
  #member = new Uint8Array(1 << 15); // bit of each family
  #size = 0;

  add(line: Line, field: StreetField, fixed?: Family): void {
    for (let i = 0; i < line.length; i++) {
      const point = at(line, i);
      const a = at(line, Math.max(0, i - 1));
      const b = at(line, Math.min(line.length - 1, i + 1));
      const length = distance(a, b) || 1;
      const direction = field(point, 'along');
      const cos = Math.abs(((b[0] - a[0]) * direction[0] + (b[1] - a[1]) * direction[1]) / length);
      // A road drawn aslant to the grid counts in both families.
      this.#put(point, fixed ? BIT[fixed] : (cos > 0.5 ? BIT.along : 0) | (cos < 0.87 ? BIT.across : 0));
    }
  }

  /** True when a street of that family passes nearer than `meters`. */
  near([x, y]: Point, family: Family, meters: number): boolean {
    const reach = Math.ceil(meters / SAMPLE_CELL);
    const column = Math.floor((x - WEST) / SAMPLE_CELL);
    const row = Math.floor((y - SOUTH) / SAMPLE_CELL);
    const squared = meters * meters;
    const bit = BIT[family];
    for (let r = Math.max(0, row - reach); r <= Math.min(ROWS - 1, row + reach); r++) {
      for (let c = Math.max(0, column - reach); c <= Math.min(COLUMNS - 1, column + reach); c++) {
        for (let i = this.#first[r * COLUMNS + c] ?? -1; i >= 0; i = this.#next[i] ?? -1) {
          if (((this.#member[i] ?? 0) & bit) === 0) continue;
          const dx = (this.#x[i] ?? 0) - x;
          const dy = (this.#y[i] ?? 0) - y;
          if (dx * dx + dy * dy < squared) return true;
        }
      }
    }
    return false;
  }

  #put([x, y]: Point, member: number): void {
    if (this.#size === this.#x.length) this.#grow();
    const i = this.#size++;
    const column = Math.max(0, Math.min(COLUMNS - 1, Math.floor((x - WEST) / SAMPLE_CELL)));
    const row = Math.max(0, Math.min(ROWS - 1, Math.floor((y - SOUTH) / SAMPLE_CELL)));
    this.#x[i] = x;
    this.#y[i] = y;
    this.#member[i] = member;
    this.#next[i] = this.#first[row * COLUMNS + column] ?? -1;
    this.#first[row * COLUMNS + column] = i;
  }

  #grow(): void {
    const room = this.#x.length * 2;
    const [next, x, y, member] = [this.#next, this.#x, this.#y, this.#member];
    this.#next = new Int32Array(room);
    this.#x = new Float64Array(room);
    this.#y = new Float64Array(room);
    this.#member = new Uint8Array(room);
    this.#next.set(next);
    this.#x.set(x);
    this.#y.set(y);
    this.#member.set(member);
  }
}

export type Tracing = {
  field: StreetField;
  samples: StreetSamples;
  spacing: (place: Point, family: Family) => number; // meters between parallels
  open: (place: Point) => boolean; // where streets of this kind may run
  closest: number; // share of the spacing at which a street gives way to its parallel
  shortest: number; // meters
};

const STEP = 12;

/** Streets of one family at even distances (Jobard and Lefer 1997), grown outward from those already there. */
export function traceStreets(tracing: Tracing, family: Family, from: readonly Line[], gaps: readonly Point[]): Line[] {
  const traced: Line[] = [];
  const queue: Line[] = [...from];
  const grow = (seed: Point): void => {
    const { samples, spacing, open, shortest, field } = tracing;
    if (!open(seed) || samples.near(seed, family, spacing(seed, family) * 0.93)) return;
    const line = traceOne(tracing, family, seed);
    if (lengthOf(line) < shortest) return;
    samples.add(line, field, family);
    traced.push(line);
    queue.push(line);
  };
  const spread = (): void => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      for (let i = 1; i < next.length; i += 3) for (const seed of besides(tracing, family, next, i)) grow(seed);
    }
  };
  spread();
  for (const gap of gaps) {
    grow(gap);
    spread();
  }
  return traced;
}

function besides({ spacing }: Tracing, family: Family, line: Line, i: number): Point[] {
  const a = at(line, i - 1);
  const b = at(line, i);
  const length = distance(a, b) || 1;
  const meters = spacing(b, family);
  const normal: Point = [(-(b[1] - a[1]) / length) * meters, ((b[0] - a[0]) / length) * meters];
  return [
    [b[0] + normal[0], b[1] + normal[1]],
    [b[0] - normal[0], b[1] - normal[1]],
  ];
}

function traceOne(tracing: Tracing, family: Family, seed: Point): Point[] {
  const forward = walk(tracing, family, seed, 1);
  const closed = forward.length > 20 && distance(at(forward, -1), seed) < STEP * 1.5;
  if (closed) return [...forward, seed];
  const backward = walk(tracing, family, seed, -1);
  return [...backward.slice(1).reverse(), ...forward];
}

function walk(
  { field, samples, spacing, open, closest }: Tracing,
  family: Family,
  seed: Point,
  sense: 1 | -1,
): Point[] {
  const points: Point[] = [seed];
  let [dx, dy] = field(seed, family);
  dx *= sense;
  dy *= sense;
  for (let step = 0; step < 700; step++) {
    const here = at(points, -1);
    const half = sameSense(field([here[0] + dx * STEP * 0.5, here[1] + dy * STEP * 0.5], family), dx, dy);
    if (half[0] * dx + half[1] * dy < 0.85) break;
    const next: Point = [here[0] + half[0] * STEP, here[1] + half[1] * STEP];
    const meters = spacing(next, family) * closest;
    if (!open(next) || samples.near(next, family, meters)) break;
    if (step > 12 && meetsItself(points, next, meters)) {
      points.push(next);
      break;
    }
    points.push(next);
    [dx, dy] = half;
  }
  return points;
}

function sameSense([x, y]: Point, dx: number, dy: number): Point {
  return x * dx + y * dy < 0 ? [-x, -y] : [x, y];
}

function meetsItself(points: readonly Point[], next: Point, meters: number): boolean {
  const last = points.length - 2 - Math.ceil((meters * 2) / STEP);
  for (let i = 0; i < last; i += 2) if (distance(at(points, i), next) < meters * 0.7) return true;
  return false;
}
