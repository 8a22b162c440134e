import type { Point } from './map-frame.ts';

export type Circle = { readonly x: number; readonly y: number; readonly r: number };

/** What is still free of a drawing; everything in it is a chain of circles, so that a bent name is one too. */
export type FreeRoom = {
  readonly isFree: (circles: readonly Circle[]) => boolean; // and whole inside the drawing
  readonly take: (circles: readonly Circle[]) => void;
  readonly nearest: (point: Point) => number; // distance to what was taken, in pixels
};

const EDGE = 4; // pixels

export function freeRoom(width: number, height: number): FreeRoom {
  const taken: Circle[] = [];
  const isInside = ({ x, y, r }: Circle) =>
    x - r >= EDGE && y - r >= EDGE && x + r <= width - EDGE && y + r <= height - EDGE;
  return {
    isFree: (circles) =>
      circles.every(
        (one) =>
          isInside(one) && taken.every((other) => Math.hypot(one.x - other.x, one.y - other.y) > one.r + other.r),
      ),
    take: (circles) => taken.push(...circles),
    nearest: ([x, y]) =>
      taken.reduce((least, each) => Math.min(least, Math.hypot(each.x - x, each.y - y) - each.r), Infinity),
  };
}

/** A rectangle as circles of its lesser side. */
export function circlesOfBox(x: number, y: number, width: number, height: number): Circle[] {
  const r = Math.min(width, height) / 2;
  const count = Math.max(1, Math.ceil(Math.max(width, height) / r) - 1);
  return Array.from({ length: count }, (_, i) => {
    const share = count === 1 ? 0.5 : i / (count - 1);
    return { x: x + r + share * (width - 2 * r), y: y + r + share * (height - 2 * r), r };
  });
}

/** How wide words stand in Inter, about: measured to be a little too much rather than too little. */
export const widthOf = (words: string, size: number): number => words.length * size * 0.57;
