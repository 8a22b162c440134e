import type { ConcernPlace } from '#data/schema/records/concern.ts';

export type LonLat = [lon: number, lat: number];
export type Shape = ConcernPlace['type'];

const MOST = 50; // taps; the server takes more, a finger needs none of them

/** The corners that were tapped, in their order. */
export function tapsOf(place: ConcernPlace | null): LonLat[] {
  if (place === null) return [];
  if (place.type === 'Point') return [place.coordinates];
  return place.type === 'LineString' ? place.coordinates : (place.coordinates[0] ?? []).slice(0, -1);
}

/** What so many taps say: a stretch begins with two, an area with three; before that it is what they can be. */
export function placeOfTaps(shape: Shape, taps: readonly LonLat[]): ConcernPlace | null {
  const [first, ...more] = taps;
  if (first === undefined) return null;
  if (shape === 'Point' || more.length === 0) return { type: 'Point', coordinates: first };
  if (shape === 'Polygon' && more.length > 1) return { type: 'Polygon', coordinates: [[...taps, first]] };
  return { type: 'LineString', coordinates: [...taps] };
}

/** The taps after one more: a spot moves, a stretch or an area grows. */
export const tapped = (shape: Shape, taps: readonly LonLat[], at: LonLat): LonLat[] =>
  shape === 'Point' ? [at] : [...taps, at].slice(0, MOST);

/** Where its sign stands: the middle of the taps. */
export function middleOf(taps: readonly LonLat[]): LonLat | null {
  if (taps.length === 0) return null;
  const mean = (axis: 0 | 1) => taps.reduce((sum, tap) => sum + tap[axis], 0) / taps.length;
  return [mean(0), mean(1)];
}
