import { characterAt } from './character.ts';
import { at, type Line } from './curve.ts';
import { cosine, distance, type Point, sine } from './plane.ts';
import { randomOf } from './random.ts';

/** Long streets run along the field, cross streets across it. */
export type Family = 'along' | 'across';

/**
 * The direction streets take at each place: a tensor field (Chen et al., "Interactive
 * procedural street modeling", SIGGRAPH 2008) of surveyed grids, hills to circle around
 * and roads to follow, kept on a lattice.
 */
export type StreetField = (place: Point, family: Family) => Point;

const CELL = 80;
const WEST = -8600;
const SOUTH = -6400;
const COLUMNS = 216;
const ROWS = 161;

// Bearings of the surveyed grids: degrees from east, where each was laid out, and how far it was kept up.
const GRIDS = [
  { center: [-250, -150], degrees: -14, reach: 1500, weight: 1 },
  { center: [-500, 1500], degrees: -12, reach: 900, weight: 0.8 },
  { center: [1200, 1000], degrees: -1, reach: 1100, weight: 1 },
  { center: [-300, -2000], degrees: -17, reach: 1300, weight: 0.9 },
  { center: [200, 2900], degrees: 6, reach: 1100, weight: 0.6 },
  { center: [3700, 300], degrees: 33, reach: 1300, weight: 0.7 },
  { center: [3000, -2000], degrees: 52, reach: 1100, weight: 0.5 },
  { center: [2700, 2000], degrees: -24, reach: 1000, weight: 0.5 },
  { center: [-4300, 2700], degrees: -28, reach: 1700, weight: 0.7 },
  { center: [-3400, 600], degrees: -8, reach: 1300, weight: 0.6 },
  { center: [-2300, -2200], degrees: 5, reach: 1200, weight: 0.5 },
  { center: [0, -3800], degrees: -4, reach: 1200, weight: 0.5 },
  { center: [-2300, 3600], degrees: -38, reach: 900, weight: 0.6 },
] as const;
const HILLS = [
  { center: [-4080, -1640], reach: 900, weight: 2.4 },
  { center: [-4700, 2500], reach: 700, weight: 1.2 },
  { center: [3350, -1500], reach: 650, weight: 1.2 },
] as const;

export function layField(seed: number, roads: readonly Line[]): StreetField {
  const cos2 = new Float64Array(COLUMNS * ROWS);
  const sin2 = new Float64Array(COLUMNS * ROWS);
  const near = nearestRoads(roads);
  const noise = smoothNoise(seed);
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const place: Point = [WEST + column * CELL, SOUTH + row * CELL];
      const [a, b] = bent(along(gridsAt(place), near(place)), noise(place) * 2 * characterAt(place).wiggle);
      cos2[row * COLUMNS + column] = a;
      sin2[row * COLUMNS + column] = b;
    }
  }
  return ([x, y], family) => {
    const u = Math.max(0, Math.min(COLUMNS - 1.001, (x - WEST) / CELL));
    const v = Math.max(0, Math.min(ROWS - 1.001, (y - SOUTH) / CELL));
    const i = Math.floor(v) * COLUMNS + Math.floor(u);
    const a = bilinear(cos2, i, u - Math.floor(u), v - Math.floor(v));
    const b = bilinear(sin2, i, u - Math.floor(u), v - Math.floor(v));
    const [dx, dy] = halfAngle(a, b);
    return family === 'along' ? [dx, dy] : [-dy, dx];
  };
}

// A direction without a sense is kept as (cos 2a, sin 2a); adding two of them blends them.
type Tensor = readonly [cos2: number, sin2: number];

function gridsAt(place: Point): Tensor {
  let a = 0.02;
  let b = 0;
  for (const grid of GRIDS) {
    const away = distance(place, grid.center) / grid.reach;
    const weight = grid.weight * Math.exp(-away * away);
    a += weight * cosine((grid.degrees * Math.PI) / 90);
    b += weight * sine((grid.degrees * Math.PI) / 90);
  }
  for (const hill of HILLS) {
    const dx = place[0] - hill.center[0];
    const dy = place[1] - hill.center[1];
    const squared = dx * dx + dy * dy || 1;
    const weight = hill.weight * Math.exp(-squared / (hill.reach * hill.reach));
    // Along the contour: across the way to the top.
    a += (weight * (dy * dy - dx * dx)) / squared;
    b += (weight * (-2 * dx * dy)) / squared;
  }
  return [a, b];
}

// A road pulls the grid to run along or across it, whichever the grid nearly does already.
function along([a, b]: Tensor, roads: readonly { tensor: Tensor; weight: number }[]): Tensor {
  const length = Math.sqrt(a * a + b * b) || 1;
  let [x, y] = [a, b];
  for (const { tensor, weight } of roads) {
    const agreement = (a * tensor[0] + b * tensor[1]) / length;
    const pull = 2.2 * weight * agreement * (0.4 + Math.abs(agreement));
    x += pull * tensor[0];
    y += pull * tensor[1];
  }
  return [x, y];
}

function bent([a, b]: Tensor, radians: number): Tensor {
  const length = Math.sqrt(a * a + b * b) || 1;
  const c = cosine(radians);
  const s = sine(radians);
  return [(a * c - b * s) / length, (a * s + b * c) / length];
}

function halfAngle(a: number, b: number): Point {
  const length = Math.sqrt(a * a + b * b) || 1;
  const x = Math.sqrt(Math.max(0, (1 + a / length) / 2));
  if (x < 1e-6) return [0, 1];
  const y = b / length / (2 * x);
  const unit = Math.sqrt(x * x + y * y);
  return [x / unit, y / unit];
}

function bilinear(values: Float64Array, i: number, u: number, v: number): number {
  const south = (values[i] ?? 0) * (1 - u) + (values[i + 1] ?? 0) * u;
  const north = (values[i + COLUMNS] ?? 0) * (1 - u) + (values[i + COLUMNS + 1] ?? 0) * u;
  return south * (1 - v) + north * v;
}

const PULL = 330; // meters at which a road's pull has fallen to a third

function nearestRoads(roads: readonly Line[]): (place: Point) => { tensor: Tensor; weight: number }[] {
  const pieces = roads.map((road) =>
    road.slice(1).map((b, i) => {
      const a = at(road, i);
      const length = distance(a, b) || 1;
      const dx = (b[0] - a[0]) / length;
      const dy = (b[1] - a[1]) / length;
      const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      return { middle, tensor: [dx * dx - dy * dy, 2 * dx * dy] as const };
    }),
  );
  return (place) => {
    const found: { tensor: Tensor; weight: number }[] = [];
    for (const road of pieces) {
      let nearest = PULL * 3;
      let tensor: Tensor | undefined;
      for (const piece of road) {
        const away = distance(place, piece.middle);
        if (away >= nearest) continue;
        nearest = away;
        tensor = piece.tensor;
      }
      if (tensor) found.push({ tensor, weight: Math.exp(-nearest / PULL) });
    }
    return found;
  };
}

/** Noise between -1 and 1 that changes over about 700 meters. */
function smoothNoise(seed: number): (place: Point) => number {
  const random = randomOf(seed, 'wiggle');
  const size = 32;
  const values = Float64Array.from({ length: size * size }, () => random.between(-1, 1));
  const value = (column: number, row: number): number =>
    values[(((row % size) + size) % size) * size + (((column % size) + size) % size)] ?? 0;
  const ease = (t: number): number => t * t * (3 - 2 * t);
  return ([x, y]) => {
    const u = x / 700;
    const v = y / 700;
    const column = Math.floor(u);
    const row = Math.floor(v);
    const s = ease(u - column);
    const t = ease(v - row);
    const south = value(column, row) * (1 - s) + value(column + 1, row) * s;
    const north = value(column, row + 1) * (1 - s) + value(column + 1, row + 1) * s;
    return south * (1 - t) + north * t;
  };
}
