import { holds } from './area-names.ts';
import type { FreeRoom } from './free-room.ts';
import { type LineName, placeAlong } from './line-names.ts';
import type { MapFrame, Point } from './map-frame.ts';
import type { GroundFeature } from './street-ground.ts';

export type GroundName = LineName & { readonly isWater: boolean };

type Naming = {
  readonly frame: MapFrame;
  readonly room: FreeRoom;
  readonly letters: number;
  readonly near: readonly Point[]; // places that the reader looks for: the streets by them are named first
  readonly first: readonly (readonly Point[])[]; // rings: the streets inside come next
};

const RANKS: Readonly<Record<string, number>> = { highway: 1, arterial: 0, collector: 2, local: 3 };
const MOST_NAMES = 18;
const NEAR = 26; // pixels: the street that a place stands on

/** Names along streets and water: first the streets by the places, then the larger ones, as far as there is free room. */
export function groundNames(ground: readonly GroundFeature[], naming: Naming): GroundName[] {
  const { frame, room, letters } = naming;
  const middle: Point = [frame.width / 2, frame.height / 2];
  const lines = [...byName(ground, frame).values()].map((line) => ({ ...line, order: orderOf(line, naming) }));
  const found: GroundName[] = [];
  for (const { name, paths, isWater } of lines.sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1))) {
    if (found.length >= MOST_NAMES) break;
    const shown = isWater ? spaced(name) : name;
    const placed = placeAlong({ name: shown, paths }, letters, room, middle);
    if (placed === null) continue;
    room.take(placed.circles);
    found.push({ ...placed, name, isWater });
  }
  return found;
}

const spaced = (name: string): string => `${name}${' '.repeat(Math.round(name.length / 4))}`; // room for wide letters

type Named = { name: string; paths: Point[][]; isWater: boolean; rank: number };

function byName(ground: readonly GroundFeature[], { fromWorld, width, height }: MapFrame): Map<string, Named> {
  const lines = new Map<string, Named>();
  for (const { layer, class: kind, name, paths, kind: shape } of ground) {
    if (name === '' || shape !== 'line' || (layer !== 'street' && layer !== 'water')) continue;
    const isWater = layer === 'water';
    const line = lines.get(name) ?? { name, paths: [], isWater, rank: isWater ? 0.5 : (RANKS[kind] ?? 3) };
    for (const path of paths) line.paths.push(...withinFrame(path.map(fromWorld), width, height));
    lines.set(name, line);
  }
  return lines;
}

/** The pieces of a line that a reader can see, a little more on either side. */
function withinFrame(points: readonly Point[], width: number, height: number): Point[][] {
  const more = 40;
  const isOn = ([x, y]: Point) => x > -more && y > -more && x < width + more && y < height + more;
  const pieces: Point[][] = [[]];
  for (const [i, point] of points.entries()) {
    const [before, after] = [points[i - 1], points[i + 1]];
    const isKept = isOn(point) || (before && isOn(before)) || (after && isOn(after));
    if (isKept) pieces.at(-1)?.push(point);
    else if ((pieces.at(-1)?.length ?? 0) > 0) pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 1);
}

function orderOf({ paths, rank }: Named, { near, first }: Naming): number {
  const isNear = near.some((place) => paths.some((path) => distanceTo(path, place) < NEAR));
  const isIn = paths.some((path) => path.some((point) => holds(first, point)));
  return rank - (isNear ? 3.2 : 0) - (isIn ? 3.1 : 0);
}

function distanceTo(path: readonly Point[], [px, py]: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [i, [x, y]] of path.entries()) {
    const [x0, y0] = path[i - 1] ?? [x, y];
    const [dx, dy] = [x - x0, y - y0];
    const along = Math.max(0, Math.min(1, ((px - x0) * dx + (py - y0) * dy) / (dx * dx + dy * dy || 1)));
    least = Math.min(least, Math.hypot(px - x0 - along * dx, py - y0 - along * dy));
  }
  return least;
}
