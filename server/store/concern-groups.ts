import { and, asc, gt, gte, isNull, lte, or } from 'drizzle-orm';
import { buildPlaceIndex, placePoints } from '#analysis/place/place.ts';
import type { AreaGeometry } from '#data/schema/area.ts';
import type { ConcernPlace } from '#data/schema/records/concern.ts';
import type { Tx } from './record-store.ts';
import { boundaryVersion } from './tables/groups.ts';

type LonLat = readonly [number, number];

/** Every corner of a place; a point is its only one. */
export function cornersOf(place: ConcernPlace): LonLat[] {
  if (place.type === 'Point') return [place.coordinates];
  return place.type === 'LineString' ? place.coordinates : place.coordinates.flat();
}

/** The middle of a place's corners: what is drawn and measured from. */
export function middleOf(place: ConcernPlace): LonLat {
  const corners = cornersOf(place);
  const sum = corners.reduce(([x, y], [lon, lat]) => [x + lon, y + lat] as const, [0, 0] as const);
  return [sum[0] / corners.length, sum[1] / corners.length];
}

/** The groups whose ground, as it was on that day, holds any corner of the place. In the order of their ids. */
export async function groupsAt(tx: Tx, place: ConcernPlace, day: string): Promise<string[]> {
  const corners = [...cornersOf(place), middleOf(place)];
  const lons = corners.map(([lon]) => lon);
  const lats = corners.map(([, lat]) => lat);
  const versions = await tx
    .select({ groupId: boundaryVersion.groupId, geometry: boundaryVersion.geometry })
    .from(boundaryVersion)
    .where(
      and(
        lte(boundaryVersion.validFrom, day),
        or(isNull(boundaryVersion.validTo), gt(boundaryVersion.validTo, day)),
        lte(boundaryVersion.west, Math.max(...lons)),
        gte(boundaryVersion.east, Math.min(...lons)),
        lte(boundaryVersion.south, Math.max(...lats)),
        gte(boundaryVersion.north, Math.min(...lats)),
      ),
    )
    .orderBy(asc(boundaryVersion.groupId));
  const index = buildPlaceIndex(versions.map(({ geometry }) => geometry as AreaGeometry)); // rings of pairs, in zod's words
  const placed = placePoints(index, Float64Array.from(lons), Float64Array.from(lats));
  const held = new Set<number>();
  for (const set of placed.setOf) {
    for (const area of placed.setAreas.subarray(placed.setOffsets[set], placed.setOffsets[set + 1])) held.add(area);
  }
  return versions.filter((_, at) => held.has(at)).map(({ groupId }) => groupId);
}
