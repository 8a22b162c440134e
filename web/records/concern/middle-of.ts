import type { ConcernPlace } from '#data/schema/records/concern.ts';
import type { DrawnShape } from '#web/map/shape-layers.ts';

/** A point that stands for the place: itself, or the middle of its corners. */
export function middleOf(place: ConcernPlace): [lon: number, lat: number] {
  if (place.type === 'Point') return place.coordinates;
  const corners = place.type === 'LineString' ? place.coordinates : (place.coordinates[0] ?? []).slice(1);
  const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
  return [mean(0), mean(1)];
}

/** What the map draws of a stretch or an area. A stretch is a ring that goes there and back. */
export function outlineOf(place: ConcernPlace): DrawnShape | null {
  if (place.type === 'Point') return null;
  if (place.type === 'Polygon') return { kind: 'polygon', ring: (place.coordinates[0] ?? []).slice(1) };
  return { kind: 'polygon', ring: [...place.coordinates, ...place.coordinates.slice(1, -1).reverse()] };
}
