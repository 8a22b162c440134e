import { at, type Line, offset, smooth } from './curve.ts';
import { CITY_LIMIT, CREEK, INTERSTATE, RAIL, RIVER } from './layout.ts';
import { type Point, sine } from './plane.ts';

/** The land before any street: what a street cannot cross, in cells of 10 meters. */
export type Terrain = {
  cityLimit: Point[]; // open ring, turning left
  river: Point[]; // its middle
  riverBanks: [left: Point[], right: Point[]];
  creek: Point[];
  rail: Point[];
  interstate: Point[];
  /** True where a street of that kind may not run. */
  blocks(place: Point, kind: 'collector' | 'local'): boolean;
  inCity(place: Point): boolean;
};

const CELL = 10;
const WEST = -8600;
const SOUTH = -6400;
const COLUMNS = 1720;
const ROWS = 1280;
const WATER = 1;
const TRACKS = 2; // rail and interstate: only through roads cross
const CITY = 4;

export function shapeLand(): Terrain {
  const ring = smooth([...CITY_LIMIT, at(CITY_LIMIT, 0)], 40).slice(0, -1);
  const cityLimit = ring.reverse();
  const river = smooth(RIVER, 20);
  const half = (share: number): number =>
    104 + 22 * sine(share * 31) + 14 * sine(share * 77 + 1) + Math.max(0, share - 0.6) * 110;
  const riverBanks: [Point[], Point[]] = [offset(river, half), offset(river, (share) => -half(share))];
  const creek = smooth(CREEK, 20).map(
    ([x, y], i): Point => [x + 24 * sine(i * 0.31), y + 30 * sine(i * 0.23 + 1) + 10 * sine(i * 0.71)],
  );
  const rail = smooth(RAIL, 20);
  const interstate = smooth(INTERSTATE, 20);

  const cells = new Uint8Array(COLUMNS * ROWS);
  for (const [i, point] of river.entries()) stamp(cells, point, half(i / (river.length - 1)) + 26, WATER);
  for (const point of rail) stamp(cells, point, 26, TRACKS);
  for (const point of creek) stamp(cells, point, 24, TRACKS);
  for (const point of interstate) stamp(cells, point, 48, TRACKS);
  fill(cells, cityLimit, CITY);
  const cellAt = ([x, y]: Point): number => {
    const column = Math.floor((x - WEST) / CELL);
    const row = Math.floor((y - SOUTH) / CELL);
    if (column < 0 || row < 0 || column >= COLUMNS || row >= ROWS) return 0;
    return cells[row * COLUMNS + column] ?? 0;
  };
  return {
    cityLimit,
    river,
    riverBanks,
    creek,
    rail,
    interstate,
    blocks: (place, kind) => (cellAt(place) & (kind === 'local' ? WATER | TRACKS : WATER)) !== 0,
    inCity: (place) => (cellAt(place) & CITY) !== 0,
  };
}

function stamp(cells: Uint8Array, [x, y]: Point, radius: number, bit: number): void {
  const reach = Math.ceil(radius / CELL);
  const column = Math.floor((x - WEST) / CELL);
  const row = Math.floor((y - SOUTH) / CELL);
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const [c, r] = [column + dx, row + dy];
      if (c < 0 || r < 0 || c >= COLUMNS || r >= ROWS) continue;
      if ((dx * dx + dy * dy) * CELL * CELL > radius * radius) continue;
      cells[r * COLUMNS + c] = (cells[r * COLUMNS + c] ?? 0) | bit;
    }
  }
}

function fill(cells: Uint8Array, ring: Line, bit: number): void {
  for (let row = 0; row < ROWS; row++) {
    const y = SOUTH + (row + 0.5) * CELL;
    const crossings: number[] = [];
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const a = at(ring, j);
      const b = at(ring, i);
      if (a[1] > y !== b[1] > y) crossings.push(a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]));
    }
    crossings.sort((a, b) => a - b);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const from = Math.max(0, Math.ceil(((crossings[k] ?? 0) - WEST) / CELL - 0.5));
      const to = Math.min(COLUMNS - 1, Math.floor(((crossings[k + 1] ?? 0) - WEST) / CELL - 0.5));
      for (let column = from; column <= to; column++) {
        cells[row * COLUMNS + column] = (cells[row * COLUMNS + column] ?? 0) | bit;
      }
    }
  }
}
