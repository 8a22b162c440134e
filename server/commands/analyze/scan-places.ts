import { centerOfMass } from '@turf/turf';
import {
  type AreaPlace,
  placesOfAreas,
  placesOfCells,
  placesOfPoints,
  type Weeks,
} from '#analysis/scan/gather-places.ts';
import type { ScanPlace } from '#analysis/scan/study.ts';
import { MINUTES_A_DAY } from './plain-answer.ts';
import type { PlainInput } from './plain-input.ts';

export type PlaceKind = 'areas' | 'cells' | 'points';

const MOST_POINTS = 1_000;
const CELL_METERS = 500;

export type AskedPlaces = {
  places?: PlaceKind | undefined;
  cellMeters?: number | undefined;
  residents?: Record<string, number> | undefined;
};

/**
 * The places to scan, and how they were made: the areas where there are any, else the points
 * that hold calls; cells of 500 m where those are more than a thousand.
 */
export function scanPlaces(
  input: PlainInput,
  weeks: Weeks,
  { places: asked, cellMeters, residents = {} }: AskedPlaces,
): { places: ScanPlace[]; made: { places: PlaceKind; cellMeters: number | null } } {
  const { lon, lat, received } = input.calls;
  const calls = { lon, lat, days: received.map((minutes) => minutes / MINUTES_A_DAY) };
  const kind = asked ?? (cellMeters === undefined ? (input.areas.length > 0 ? 'areas' : 'points') : 'cells');
  if (kind === 'areas')
    return {
      places: placesOfAreas(areaPlaces(input, residents), input.placed, calls.days, weeks),
      made: made('areas'),
    };
  const points = kind === 'points' ? placesOfPoints(calls, weeks) : [];
  if (kind === 'points' && (asked === 'points' || points.length <= MOST_POINTS))
    return { places: withResidents(points, residents), made: made('points') };
  const size = cellMeters ?? CELL_METERS;
  return {
    places: withResidents(placesOfCells(calls, weeks, size), residents),
    made: { places: 'cells', cellMeters: size },
  };
}

const made = (places: PlaceKind) => ({ places, cellMeters: null });

const withResidents = (places: readonly ScanPlace[], residents: Record<string, number>): ScanPlace[] =>
  places.map((place) => ({ ...place, residents: residents[place.id] ?? null }));

function areaPlaces({ areas }: PlainInput, residents: Record<string, number>): AreaPlace[] {
  return areas.map((area, number) => {
    const [lon = Number.NaN, lat = Number.NaN] = area.properties.center ?? centerOfMass(area).geometry.coordinates;
    return { id: area.id, lon, lat, residents: residents[area.id] ?? area.properties.residents, number };
  });
}
