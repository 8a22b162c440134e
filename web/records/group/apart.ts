import type { Point } from './use-street-map.ts';

/** Pixels between two handles that a hand can tell apart: a finger needs more than a pointer. */
export const reachOf = (): number => (matchMedia('(pointer: coarse)').matches ? 44 : 24);

/**
 * Which of the points on the screen keep a handle, so that no two lie closer than `reach`. The earlier goes before the
 * later, and `first` before all: coming closer brings the others.
 */
export function keptApart(points: readonly Point[], reach: number, first = -1): ReadonlySet<number> {
  const cells = new Map<string, Point[]>(); // of one reach: only the nine around a point can hold a neighbor
  const cellOf = (pixels: number) => Math.floor(pixels / reach);
  const isFree = ([x, y]: Point) => {
    for (let across = cellOf(x) - 1; across <= cellOf(x) + 1; across++)
      for (let down = cellOf(y) - 1; down <= cellOf(y) + 1; down++)
        if (cells.get(`${across}.${down}`)?.some(([otherX, otherY]) => Math.hypot(x - otherX, y - otherY) < reach))
          return false;
    return true;
  };
  const kept = new Set<number>();
  const keep = (at: number, point: Point) => {
    kept.add(at);
    const cell = `${cellOf(point[0])}.${cellOf(point[1])}`;
    cells.set(cell, [...(cells.get(cell) ?? []), point]);
  };
  const leading = points[first];
  if (leading) keep(first, leading);
  for (const [at, point] of points.entries()) if (!kept.has(at) && isFree(point)) keep(at, point);
  return kept;
}
