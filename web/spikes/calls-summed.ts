import type { CallRow, PlaceCount } from '#web/compute/door.ts';
import type { Bounds } from '#web/map/map-view.ts';

/** Calls by hour of the week, Monday 12 am first; those without an hour are in none. */
export function hoursOfCalls(calls: readonly Pick<CallRow, 'receivedLocal' | 'timePrecision'>[]): number[] {
  const counts = new Array<number>(168).fill(0);
  for (const { receivedLocal, timePrecision } of calls) {
    if (timePrecision !== 'minute') continue;
    const time = new Date(`${receivedLocal}Z`);
    const cell = 24 * ((time.getUTCDay() + 6) % 7) + time.getUTCHours();
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

/** Calls by place, most first; those without a place are at none. */
export function placesOfCalls(calls: readonly CallRow[]): PlaceCount[] {
  const places = new Map<string, PlaceCount>();
  for (const { placeKey, addressBlock, lon, lat } of calls) {
    if (placeKey === null) continue;
    const count = (places.get(placeKey)?.count ?? 0) + 1;
    places.set(placeKey, { placeKey, label: addressBlock ?? placeKey, lon: lon ?? 0, lat: lat ?? 0, count });
  }
  return [...places.values()].sort((a, b) => b.count - a.count || a.placeKey.localeCompare(b.placeKey));
}

const LEAST_METERS = 300;
const METERS_A_DEGREE = 111_320;

/** What a map must show of calls: all of them, and some streets around. */
export function boundsAround(
  [lon, lat]: readonly [lon: number, lat: number],
  calls: readonly Pick<CallRow, 'lon' | 'lat'>[],
): Bounds {
  const down = LEAST_METERS / METERS_A_DEGREE;
  const across = down / Math.max(0.1, Math.cos((lat * Math.PI) / 180));
  const lons = calls.flatMap((call) => call.lon ?? []);
  const lats = calls.flatMap((call) => call.lat ?? []);
  return [
    Math.min(lon - across, ...lons),
    Math.min(lat - down, ...lats),
    Math.max(lon + across, ...lons),
    Math.max(lat + down, ...lats),
  ];
}
