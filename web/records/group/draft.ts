import { geometryOf, partsOf, tidy } from './geometry.ts';
import type { Geometry } from './use-groups.ts';
import type { Point } from './use-street-map.ts';

/** Parts, their rings, their corners; a ring does not repeat its first corner. The first ring of a part is its outline. */
export type Shape = readonly (readonly (readonly Point[])[])[];
export type Draft = { readonly shape: Shape; readonly center: Point | null; readonly radiusMeters: number };
export type RingAt = { readonly part: number; readonly ring: number };
export type CornerAt = RingAt & { readonly at: number };

const FEWEST = 3;

/** The corners of a kept ground, to be moved. */
export const shapeOf = (geometry: Geometry): Shape =>
  partsOf(geometry).map((part) => part.map((ring) => ring.slice(0, -1)));

/** The ground as it would be kept; what has fewer than three corners is not yet ground. Null without any. */
export function groundOf(shape: Shape): Geometry | null {
  const closed = shape
    .filter(([outline = []]) => outline.length >= FEWEST)
    .map((part) => part.filter((ring) => ring.length >= FEWEST).map((ring) => [...ring, ...ring.slice(0, 1)]));
  return geometryOf(closed);
}

const changeRing = (
  shape: Shape,
  { part, ring }: RingAt,
  change: (corners: readonly Point[]) => readonly Point[],
): Shape =>
  shape.map((rings, p) => (p === part ? rings.map((corners, r) => (r === ring ? change(corners) : corners)) : rings));

export const cornerOf = (shape: Shape, { part, ring, at }: CornerAt): Point | undefined => shape[part]?.[ring]?.[at];

export const moveCorner = (shape: Shape, where: CornerAt, to: Point): Shape =>
  changeRing(shape, where, (corners) => corners.with(where.at, tidy(to)));

/** A corner behind `where.at`: on its edge where no point is given. */
export const insertCorner = (shape: Shape, where: CornerAt, point: Point): Shape =>
  changeRing(shape, where, (corners) => corners.toSpliced(where.at + 1, 0, tidy(point)));

/** A ring that loses its last corner goes, and with an outline its part. */
export function removeCorner(shape: Shape, where: CornerAt): Shape {
  const less = changeRing(shape, where, (corners) => corners.toSpliced(where.at, 1));
  return less
    .map((part) => (part[0]?.length === 0 ? [] : part.filter((ring) => ring.length > 0)))
    .filter((part) => part.length > 0);
}

export const addCorner = (shape: Shape, { part, ring }: RingAt, point: Point): Shape => {
  const rings = shape[part] ?? [];
  const corners = rings[ring] ?? [];
  const grown = [...rings.slice(0, ring), [...corners, tidy(point)], ...rings.slice(ring + 1)];
  return [...shape.slice(0, part), grown, ...shape.slice(part + 1)];
};

/** Every corner in the order they are stepped through. */
export const cornersOf = (shape: Shape): (CornerAt & { point: Point })[] =>
  shape.flatMap((rings, part) =>
    rings.flatMap((corners, ring) => corners.map((point, at) => ({ part, ring, at, point }))),
  );

const METERS_A_DEGREE = 111_320;

/** A point some meters east and north of another. */
export const nudged = ([lon, lat]: Point, east: number, north: number): Point =>
  tidy([lon + east / (METERS_A_DEGREE * Math.cos((lat * Math.PI) / 180)), lat + north / METERS_A_DEGREE]);

const STEPS = 64;

/** A circle as it is drawn here; the server makes its own. */
export const circleOf = (center: Point, meters: number): Geometry => {
  const ring = Array.from({ length: STEPS + 1 }, (_, step) => {
    const angle = (2 * Math.PI * (step % STEPS)) / STEPS;
    return nudged(center, meters * Math.cos(angle), meters * Math.sin(angle));
  });
  return { type: 'Polygon', coordinates: [ring] };
};

export type History = { readonly past: readonly Draft[]; readonly now: Draft; readonly future: readonly Draft[] };
export type Step =
  | { do: 'change'; to: Partial<Draft> }
  | { do: 'slide'; to: Partial<Draft> } // a drag: one step back for all of it
  | { do: 'undo' }
  | { do: 'redo' };

/** What was drawn, and the way back. */
export function step({ past, now, future }: History, by: Step): History {
  if (by.do === 'change') return { past: [...past, now], now: { ...now, ...by.to }, future: [] };
  if (by.do === 'slide') return { past, now: { ...now, ...by.to }, future: [] };
  const [from, to] = by.do === 'undo' ? [past, future] : [future, past];
  const next = from.at(-1);
  if (next === undefined) return { past, now, future };
  const rest = from.slice(0, -1);
  const left = [...to, now];
  return by.do === 'undo' ? { past: rest, now: next, future: left } : { past: left, now: next, future: rest };
}
