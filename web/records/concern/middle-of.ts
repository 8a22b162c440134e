import type { ConcernPlace } from '#data/schema/records/concern.ts';

/** A point that stands for the place: itself, or the middle of its corners. */
export function middleOf(place: ConcernPlace): [lon: number, lat: number] {
  if (place.type === 'Point') return place.coordinates;
  const corners = place.type === 'LineString' ? place.coordinates : (place.coordinates[0] ?? []).slice(1);
  const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
  return [mean(0), mean(1)];
}
