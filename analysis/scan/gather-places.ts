import type { Placed } from '#analysis/place/place.ts';
import { flatten } from '#analysis/shared/flat-points.ts';
import { toLat, toLon } from '#analysis/shared/plane.ts';
import { placedRows } from '#analysis/shared/points.ts';
import type { ScanPlace } from './study.ts';

/** Mondays of the first and the last week, as day numbers. */
export type Weeks = { readonly firstWeek: number; readonly lastWeek: number };

/** Calls in columns: degrees, and local days since 1970-01-01; a fraction is the time of day. */
export type DatedPoints = { readonly lon: Float64Array; readonly lat: Float64Array; readonly days: Float64Array };

/** Calls by square cell of a plane around the median call. Cells without a call are no places. Calls without a place, or beyond the weeks, are passed over. */
export function placesOfCells(calls: DatedPoints, weeks: Weeks, cellMeters: number): ScanPlace[] {
  const { rows, lon, lat } = within(calls, weeks);
  const { x, y, plane } = flatten({ lon, lat });
  const cellOf = (meters: number | undefined) => Math.round((meters ?? 0) / cellMeters);
  return gather(rows, calls, weeks, (i) => {
    const [column, row] = [cellOf(x[i]), cellOf(y[i])];
    return { id: `${column}:${row}`, lon: toLon(plane, column * cellMeters), lat: toLat(plane, row * cellMeters) };
  });
}

/** Calls by point, to a millionth of a degree: for files whose calls were put on a few known places. */
export function placesOfPoints(calls: DatedPoints, weeks: Weeks): ScanPlace[] {
  const { rows, lon, lat } = within(calls, weeks);
  const rounded = (degrees: number | undefined) => Number((degrees ?? 0).toFixed(6));
  return gather(rows, calls, weeks, (i) => {
    const at = { lon: rounded(lon[i]), lat: rounded(lat[i]) };
    return { id: `${at.lat}, ${at.lon}`, ...at };
  });
}

/** An area as a place: `number` is its own in the join. */
export type AreaPlace = Omit<ScanPlace, 'counts'> & { readonly number: number };

/** Calls by area. A call in several of them counts once, in the first: the scan is about calls, not about boundaries. */
export function placesOfAreas(
  areas: readonly AreaPlace[],
  { setOf, setOffsets, setAreas }: Placed,
  days: Float64Array,
  weeks: Weeks,
): ScanPlace[] {
  const weekCount = (weeks.lastWeek - weeks.firstWeek) / 7 + 1;
  const places = areas.map(({ number, ...place }) => ({ number, ...place, counts: new Uint32Array(weekCount) }));
  const byNumber = new Map(places.map((place) => [place.number, place]));
  for (let row = 0; row < days.length; row++) {
    const set = setOf[row] ?? 0;
    const inAreas = setAreas.subarray(setOffsets[set], setOffsets[set + 1]);
    const first = inAreas.find((area) => byNumber.has(area));
    const counts = first === undefined ? undefined : byNumber.get(first)?.counts;
    const week = weekOf(days[row], weeks);
    if (counts !== undefined && week >= 0 && week < weekCount) counts[week] = (counts[week] ?? 0) + 1;
  }
  return places.map(({ number: _, ...place }) => place);
}

const weekOf = (day: number | undefined, { firstWeek }: Weeks): number =>
  Math.floor((Math.floor(day ?? Number.NaN) - firstWeek) / 7);

function within({ lon, lat, days }: DatedPoints, weeks: Weeks) {
  const rows = placedRows({ lon, lat }).filter(
    (row) => (days[row] ?? Number.NaN) >= weeks.firstWeek && (days[row] ?? Number.NaN) < weeks.lastWeek + 7,
  );
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row] ?? 0);
  return { rows, lon: pick(lon), lat: pick(lat) };
}

function gather(
  rows: Uint32Array,
  { days }: DatedPoints,
  weeks: Weeks,
  placeOf: (i: number) => { id: string; lon: number; lat: number },
): ScanPlace[] {
  const weekCount = (weeks.lastWeek - weeks.firstWeek) / 7 + 1;
  const places = new Map<string, { id: string; lon: number; lat: number; counts: Uint32Array }>();
  for (const [i, row] of rows.entries()) {
    const at = placeOf(i);
    let place = places.get(at.id);
    if (place === undefined) {
      place = { ...at, counts: new Uint32Array(weekCount) };
      places.set(at.id, place);
    }
    const week = weekOf(days[row], weeks);
    place.counts[week] = (place.counts[week] ?? 0) + 1;
  }
  return [...places.values()];
}
