import { placeLabelAt } from '#web/tables/call-at.ts';
import type { Calls } from '#web/tables/calls.ts';
import type { PlaceCount } from './door.ts';
import { largest } from './largest.ts';

/** The places with the most calls, with what a reader needs to find them. */
export function toPlaceCounts(calls: Calls, counts: Uint32Array, most: number): PlaceCount[] {
  return largest(counts, most).map((place) => {
    const row = calls.firstRowOfPlace[place] ?? 0;
    return {
      placeKey: calls.places[place] ?? '',
      label: placeLabelAt(calls, row),
      lon: calls.lon[row] ?? Number.NaN,
      lat: calls.lat[row] ?? Number.NaN,
      count: counts[place] ?? 0,
    };
  });
}
