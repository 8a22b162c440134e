import { buildPlaceIndex, placePoints } from '#analysis/place/place.ts';
import type { AreaFeature } from '#data/schema/area.ts';
import type { CallRow } from '#web/compute/door.ts';

/**
 * The groups on whose ground calls lie, most calls first. A single stray call makes no group a matter of it,
 * unless no group has more.
 */
export function touchedGroups(
  features: readonly AreaFeature[],
  calls: readonly Pick<CallRow, 'lon' | 'lat' | 'placement'>[],
): string[] {
  const placed = calls.filter(({ lon, lat, placement }) => lon !== null && lat !== null && placement === 'placed');
  const { setOf, setAreas, setOffsets } = placePoints(
    buildPlaceIndex(features.map(({ geometry }) => geometry)),
    Float64Array.from(placed, ({ lon }) => lon ?? Number.NaN),
    Float64Array.from(placed, ({ lat }) => lat ?? Number.NaN),
  );
  const counts = new Map<string, number>();
  for (const set of setOf) {
    for (const at of setAreas.subarray(setOffsets[set], setOffsets[set + 1])) {
      const areaId = features[at]?.properties.areaId;
      if (areaId !== undefined) counts.set(areaId, (counts.get(areaId) ?? 0) + 1);
    }
  }
  const most = Math.max(0, ...counts.values());
  return [...counts]
    .filter(([, count]) => count >= Math.min(2, most))
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
    .map(([areaId]) => areaId);
}
