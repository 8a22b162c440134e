import { buildPlaceIndex, placePoints } from '#analysis/place/place.ts';
import type { AreaGeometry } from '#data/schema/area.ts';
import type { PeriodCalls } from './count-zones.ts';

/** An area that may serve as the control. */
export type ControlArea = { readonly areaId: string; readonly geometry: AreaGeometry };

export type MatchedControl = {
  area: ControlArea;
  weeklyGap: number; // root mean square difference of the weekly counts before, in calls
  among: number; // areas that could have served
};

/**
 * The area whose weekly counts before were closest to those of the treated ground: the smallest sum of squared
 * differences less the area's own calls, ties by id. Chance alone adds its calls to the sum (Poisson), so without that
 * a quiet area would look closer than a like one. Not among them: areas that hold a call of the treated ground or its
 * ring, where what was done may reach, and those with fewer than `minCalls` calls before. Null where none is left.
 *
 * `zoneOf` is below 0 for calls outside of ground and ring; `treated` are its weekly counts before.
 */
export function matchControl(
  { lon, lat, weekOf }: PeriodCalls,
  zoneOf: Int8Array,
  treated: readonly number[],
  { areas, minCalls }: { areas: readonly ControlArea[]; minCalls: number },
): MatchedControl | null {
  const index = buildPlaceIndex(areas.map(({ geometry }) => geometry));
  const { setOf, setOffsets, setAreas } = placePoints(index, lon, lat);
  const isReached = new Uint8Array(areas.length);
  const weekly = areas.map(() => new Uint32Array(treated.length));
  for (let row = 0; row < setOf.length; row++) {
    const set = setOf[row] ?? 0;
    const week = weekOf[row] ?? 0;
    for (const area of setAreas.subarray(setOffsets[set], setOffsets[set + 1])) {
      if ((zoneOf[row] ?? -1) >= 0) isReached[area] = 1;
      const counts = weekly[area];
      if (counts !== undefined && week < counts.length) counts[week] = (counts[week] ?? 0) + 1;
    }
  }
  const fit = areas.flatMap((area, at) => {
    const counts = weekly[at] ?? new Uint32Array();
    const calls = counts.reduce((sum, count) => sum + count, 0);
    if (isReached[at] === 1 || calls < Math.max(1, minCalls)) return [];
    const squares = counts.reduce((sum, count, week) => sum + (count - (treated[week] ?? 0)) ** 2, 0);
    return [{ area, squares, score: squares - calls }];
  });
  fit.sort((a, b) => a.score - b.score || (a.area.areaId < b.area.areaId ? -1 : 1));
  const [best] = fit;
  if (best === undefined) return null;
  return { area: best.area, weeklyGap: Math.sqrt(best.squares / treated.length), among: fit.length };
}
