import { distance } from '@turf/turf';
import type { Position } from '#data/schema/area.ts';
import type { DrawnShape } from './shape-layers.ts';

/** A shape being drawn: corners set so far; for a circle its middle. */
export type Drawing = { kind: DrawnShape['kind']; corners: Position[]; pointer: Position | null };

export type Stroke =
  | { do: 'corner'; at: Position }
  | { do: 'point'; at: Position } // the pointer moved
  | { do: 'undo' };

export const newDrawing = (kind: DrawnShape['kind']): Drawing => ({ kind, corners: [], pointer: null });

export function stroke(drawing: Drawing, move: Stroke): Drawing {
  if (move.do === 'point') return { ...drawing, pointer: move.at };
  if (move.do === 'undo') return { ...drawing, corners: drawing.corners.slice(0, -1) };
  return { ...drawing, corners: [...drawing.corners, move.at] };
}

/** The finished shape, or null while it has too few corners or no size. */
export function finished({ kind, corners }: Drawing): DrawnShape | null {
  if (kind === 'polygon') return corners.length >= 3 ? { kind, ring: corners } : null;
  const [center, edge] = corners;
  return center && edge ? circleThrough(center, edge) : null;
}

/** What to show while drawing: the shape as it would be if the next corner were at the pointer. */
export function preview({ kind, corners, pointer }: Drawing): DrawnShape | null {
  const [first] = corners;
  if (!first) return null;
  if (kind === 'circle') return pointer ? circleThrough(first, pointer) : null;
  return { kind, ring: pointer ? [...corners, pointer] : corners };
}

function circleThrough(center: Position, edge: Position): DrawnShape | null {
  const radiusMeters = distance(center, edge, { units: 'meters' });
  return radiusMeters > 0 ? { kind: 'circle', center, radiusMeters: Math.round(radiusMeters) } : null;
}
