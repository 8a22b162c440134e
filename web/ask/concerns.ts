import { buildPlaceIndex, placePoints } from '#analysis/place/place.ts';
import { addDays } from '#analysis/shared/days.ts';
import type { Window } from '#data/schema/answer.ts';
import type { AreaFeature } from '#data/schema/area.ts';
import type { MapConcern } from '#data/schema/concern.ts';

/** The areas each concern lies in, by the same rule as the calls: the boundary is inside, overlaps count in both. */
export function areasOfConcerns(
  features: readonly AreaFeature[],
  concerns: readonly MapConcern[],
): Map<string, string[]> {
  const index = buildPlaceIndex(features.map(({ geometry }) => geometry));
  const placed = placePoints(
    index,
    Float64Array.from(concerns, ({ lon }) => lon),
    Float64Array.from(concerns, ({ lat }) => lat),
  );
  return new Map(
    concerns.map(({ concernId }, row) => {
      const set = placed.setOf[row] ?? 0;
      const members = placed.setAreas.subarray(placed.setOffsets[set], placed.setOffsets[set + 1]);
      return [concernId, [...members].flatMap((at) => features[at]?.properties.areaId ?? [])];
    }),
  );
}

const ANSWERED_DAYS = 28;

/** What a picture of these days shows: what was open in them, and what was answered in the four weeks before. */
export function isShownIn({ raisedOn, answeredOn, status }: MapConcern, { from, to }: Window): boolean {
  if (raisedOn > to) return false;
  return status !== 'answered' || (answeredOn ?? raisedOn) >= addDays(from, -ANSWERED_DAYS);
}

/** Concerns that wait for an answer. */
export const isWaiting = ({ status }: MapConcern): boolean => status !== 'answered';
